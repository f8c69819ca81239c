import { describe, expect, it } from '@jest/globals';
import type { CaseEffects, EffectCell, EffectMatrix } from '@kring/contracts';
import { cellsOf, newestFramework } from '@kring/domain';
import { emptyDraft, missingIn, readEntryDraft, sameEntry, toEntry } from './entry-draft.ts';
import { toCsv, type CsvWords } from './matrix-csv.ts';
import { phaseOf, toMatrixView } from './matrix-view.ts';

const entry = { ...emptyDraft, direction: 'positive' as const, why: 'Daarom' };

function matrixWith(
  change: (cell: EffectCell, at: number) => EffectCell,
): CaseEffects & { matrix: EffectMatrix } {
  const places = cellsOf(newestFramework('klavervier-4'));
  return {
    caseId: 'case',
    stamp: '1',
    abilities: ['effect.read'],
    matrix: {
      framework: { id: 'klavervier-4', version: 1 },
      options: [
        {
          id: 'zero',
          title: '=Niets; of "wel"',
          theory: { condition: '', consequence: '', reason: '' },
          isZero: true,
          isRemoved: false,
          version: 1,
        },
      ],
      cells: places.map((place, at) =>
        change(
          {
            id: `cell-${at}`,
            optionId: 'zero',
            ...place,
            version: 1,
            round: 1,
            isCollecting: true,
            mine: null,
            spread: null,
            agreed: null,
          },
          at,
        ),
      ),
      links: [],
      gaps: [],
      progress: null,
    },
  };
}
const words: CsvWords = {
  columns: ['Optie', 'Thema'],
  notDiscussed: 'niet besproken',
  dimension: (dimension) => dimension,
  direction: (direction) => direction,
  certainty: (certainty) => certainty,
  basis: (basis) => basis,
  distribution: (distribution) => distribution,
  scope: (scope) => scope,
  link: () => '',
};

describe('an entry that somebody is filling in', () => {
  it('tells what it lacks, one thing at a time', () => {
    expect(missingIn(emptyDraft)).toBe('empty');
    expect(missingIn({ ...emptyDraft, why: 'Daarom' })).toBe('direction');
    expect(missingIn({ ...entry, why: '  ' })).toBe('why');
    expect(missingIn({ ...entry, horizon: 'ooit' })).toBe('horizon');
    expect(missingIn({ ...entry, horizon: '2030-2050' })).toBeNull();
  });

  it('is sent only when it is complete', () => {
    expect(toEntry({ ...entry, why: '' })).toBeNull();
    expect(toEntry(entry)).toEqual(entry);
  });

  it('is the same whatever the order of its sources and the spaces around it', () => {
    expect(
      sameEntry({ ...entry, basis: ['figure', 'expert'] }, { ...entry, basis: ['expert', 'figure'] }),
    ).toBe(true);
    expect(sameEntry(entry, { ...entry, why: ' Daarom ' })).toBe(true);
    expect(sameEntry(entry, { ...entry, direction: 'negative' })).toBe(false);
  });

  it('is read back from the device, half filled in as well, and nothing else is', () => {
    const half = { ...emptyDraft, why: 'Nog bezig', horizon: '20' };
    expect(readEntryDraft(JSON.parse(JSON.stringify(half)))).toEqual(half);
    for (const other of [null, 'x', { direction: 'up' }, { ...half, extra: 1 }]) {
      expect(readEntryDraft(other)).toBeNull();
    }
  });
});

describe('a matrix as it is shown', () => {
  it('says where the group is', () => {
    const { matrix } = matrixWith((cell) => cell);
    expect(phaseOf(matrix.cells)).toBe('collecting');
    const shown = (cell: EffectCell) => ({ ...cell, isCollecting: false });
    expect(phaseOf(matrix.cells.map(shown))).toBe('revealed');
    expect(phaseOf(matrix.cells.map((cell, at) => (at === 0 ? shown(cell) : cell)))).toBe('mixed');
  });

  it('is downloaded without private input, with "not discussed" for empty cells and no formula', () => {
    const effects = matrixWith((cell, at) =>
      at === 0
        ? { ...cell, mine: { version: 1, entry: { ...entry, why: 'GEHEIM' } } }
        : at === 1
          ? { ...cell, isCollecting: false, spread: [{ direction: 'mixed', count: 2 }] }
          : cell,
    );
    const csv = toCsv(toMatrixView(effects, 'nl'), words);
    expect(csv).not.toContain('GEHEIM');
    expect(csv).toContain('2 mixed');
    expect(csv.split('\r\n').filter((line) => line.includes('niet besproken'))).toHaveLength(3);
    expect(csv).toContain(`"'=Niets; of ""wel"""`);
  });
});
