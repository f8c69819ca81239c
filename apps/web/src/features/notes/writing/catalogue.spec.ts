import { describe, expect, it } from '@jest/globals';
import { matching } from './catalogue.ts';

const offered = [
  { id: 'heading1', words: 'kop 1, titel, heading 1' },
  { id: 'taskList', words: 'afvinklijst, taken, to-do, tasks' },
  { id: 'insight', words: 'inzicht, idee, insight' },
  { id: 'table', words: 'tabel, kolommen, table' },
];
const found = (typed: string) => matching(offered, typed).map(({ id }) => id);

describe('looking for a block by name', () => {
  it('finds it by its Dutch and its English words, whatever the language of the page', () => {
    expect(found('kop')).toEqual(['heading1']);
    expect(found('head')).toEqual(['heading1']);
    expect(found('do')).toEqual(['taskList']);
  });

  it('puts names that begin so before words in the middle, and forgives accents and capitals', () => {
    expect(found('TA')).toEqual(['taskList', 'table']);
    expect(found('idéé')).toEqual(['insight']);
    expect(found('lijst')).toEqual(['taskList']);
  });

  it('finds nothing for other words, and all for none', () => {
    expect(found('zebra')).toEqual([]);
    expect(found(' ')).toHaveLength(4);
  });
});
