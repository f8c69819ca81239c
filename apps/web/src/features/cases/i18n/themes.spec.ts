import { describe, expect, it } from '@jest/globals';
import { caseThemes } from '@kring/contracts';
import { newestFramework } from '@kring/domain';
import { en } from './en.ts';
import { nl } from './nl.ts';

describe('the themes of cases', () => {
  it('are those of the fourteen of Statistics Netherlands, by the same names', () => {
    const themes = newestFramework('cbs-14').blocks.flatMap((block) => block.themes);
    expect(caseThemes).toEqual(themes.map(({ key }) => key));
    for (const { key, names } of themes) {
      const words = [nl, en].map(({ theme }) => (theme as Record<string, string>)[key]);
      expect(words).toEqual([names.nl, names.en]);
    }
  });
});
