import type { Cell } from './permission-cells.ts';
import { addEffects, effectEntry, type EffectIds } from './effects.ts';
import type { PermissionWorld, WorldCase } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

const stale = { version: -1 };
const theory = { condition: '', consequence: '', reason: '' };

/** One for each case, for all endpoints. */
const matrices = new WeakMap<WorldCase, Promise<EffectIds>>();

/** The endpoints of the effect matrix: each is as open as the case of what its path names. */
export function effectCells(world: PermissionWorld, server: TestApp) {
  const idsOf = (worldCase: WorldCase) => {
    const { id, facts } = worldCase;
    const made = matrices.get(worldCase) ?? addEffects(server, id, facts.holderId);
    matrices.set(worldCase, made);
    return made;
  };
  const inEffects =
    (
      params: 'caseId' | 'optionId' | 'cellId' | 'linkId' | 'gapId',
      make: (ids: EffectIds) => Partial<Cell> = () => ({}),
    ) =>
    async (): Promise<Cell[]> => {
      const states = Object.entries(world.cases);
      return Promise.all(
        states.map(async ([state, worldCase]) => {
          const ids = { ...(await idsOf(worldCase)), caseId: worldCase.id };
          const { facts } = worldCase;
          return {
            object: `matrix of case: ${state}`,
            facts,
            params: { [params]: ids[params] },
            ...make(ids),
          };
        }),
      );
    };
  const hideAgain = ({ openCellId }: EffectIds) => ({
    undo: () => server.query('UPDATE effect_cells SET revealed_round = 0 WHERE id = $1', [openCellId]),
  });
  return {
    getEffects: inEffects('caseId'),
    getEffectsStamp: inEffects('caseId'),
    getEffectCellInputs: inEffects('cellId'),
    startEffects: inEffects('caseId', () => ({
      body: { frameworkId: 'cbs-14' },
      passesWith: ['changed-meanwhile'],
    })),
    askForEffects: inEffects('caseId'),
    revealEffects: inEffects('caseId', (ids) => ({ body: { optionId: ids.optionId }, ...hideAgain(ids) })),
    revealEffectCell: inEffects('cellId'),
    reopenEffectCell: inEffects('cellId', () => ({ body: { round: 99 }, passesWith: ['changed-meanwhile'] })),
    // What is there already is added no second time.
    addEffectOption: inEffects('caseId', ({ optionId }) => ({ body: { id: optionId, title: 'X', theory } })),
    addEffectLink: inEffects('caseId', ({ linkId, cellId, linkedCellId }) => ({
      body: {
        id: linkId,
        kind: 'synergy',
        fromCellId: cellId,
        toCellId: linkedCellId,
        explanation: 'X',
        size: 'small',
        decidedBy: '',
      },
    })),
    addKnowledgeGap: inEffects('cellId', ({ gapId }) => ({ body: { id: gapId, question: 'X' } })),
    proposeLearningQuestion: inEffects('gapId'),
    updateEffectOption: inEffects('optionId', () => ({ body: stale, passesWith: ['changed-meanwhile'] })),
    updateEffectLink: inEffects('linkId', () => ({ body: stale, passesWith: ['changed-meanwhile'] })),
    updateKnowledgeGap: inEffects('gapId', () => ({ body: stale, passesWith: ['changed-meanwhile'] })),
    saveEffectInput: inEffects('cellId', () => ({
      body: { round: 99, version: 0, entry: effectEntry },
      passesWith: ['round-closed'],
    })),
    noteEffect: inEffects('cellId', () => ({
      body: { ...stale, agreed: { ...effectEntry, evidence: [], dissent: [] } },
      passesWith: ['changed-meanwhile'],
    })),
  };
}
