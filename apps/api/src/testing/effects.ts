import type { EffectEntry } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from './community.ts';
import type { TestApp } from './test-app.ts';

/** One of each part of a matrix. `cellId` and `linkedCellId` are revealed, `openCellId` is not. */
export interface EffectIds {
  readonly optionId: string;
  readonly cellId: string;
  readonly linkedCellId: string;
  readonly openCellId: string;
  readonly linkId: string;
  readonly gapId: string;
}

export const effectEntry: EffectEntry = {
  direction: 'positive',
  why: 'Daarom',
  certainty: null,
  basis: [],
  who: '',
  distribution: null,
  elsewhereScope: null,
  horizon: '',
};

/** A matrix with one of everything, past the doors. */
export async function addEffects(server: TestApp, caseId: string, personId: string): Promise<EffectIds> {
  const { matrixId, zeroId } = await new TestCommunity(server.app).addEffects(caseId, personId);
  const cells = await server.query<{ id: string }>(
    'SELECT id FROM effect_cells WHERE option_id = $1 ORDER BY id',
    [zeroId],
  );
  const [cellId = '', linkedCellId = '', openCellId = ''] = cells.map(({ id }) => id);
  await server.query('UPDATE effect_cells SET revealed_round = 1, version = 2 WHERE id = ANY($1)', [
    [cellId, linkedCellId],
  ]);
  const [linkId, gapId] = [uuidv7(), uuidv7()];
  await server.query(
    `INSERT INTO effect_links (id, matrix_id, kind, from_cell_id, to_cell_id, explanation, size, created_by_id)
     VALUES ($1, $2, 'trade-off', $3, $4, 'Ruil', 'small', $5)`,
    [linkId, matrixId, cellId, linkedCellId, personId],
  );
  await server.query(
    'INSERT INTO knowledge_gaps (id, case_id, cell_id, question, noted_by_id) VALUES ($1, $2, $3, $4, $5)',
    [gapId, caseId, cellId, 'Wat weten we niet?', personId],
  );
  return { optionId: zeroId, cellId, linkedCellId, openCellId, linkId, gapId };
}
