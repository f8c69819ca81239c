import { describe, expect, it } from '@jest/globals';
import { caseStatusWords } from '@kring/domain';
import { en } from './en.ts';
import { nl } from './nl.ts';

describe('the statuses of a case', () => {
  it('are called what notifications and mails call them', () => {
    expect({ nl: nl.status, en: en.status }).toEqual(caseStatusWords);
  });
});
