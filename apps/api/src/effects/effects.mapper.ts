import type { CaseEffects, EffectCell, EffectOption } from '@kring/contracts';
import { abilities, isCollecting, spreadOf, withRoleIn, type Principal } from '@kring/domain';
import { toCaseFacts } from '../cases/case-facts-access.ts';
import type { CaseRow } from '../cases/case-access.ts';
import type { EffectOptionEntity } from './effect-option.entity.ts';
import type { SeenCellRow, StampRow } from './effects.repository.ts';

export function toOption(row: EffectOptionEntity): EffectOption {
  const { id, title, condition, consequence, reason, isZero, removedAt, version } = row;
  return {
    id,
    title,
    theory: { condition, consequence, reason },
    isZero,
    isRemoved: removedAt !== null,
    version,
  };
}

export function toCell(row: SeenCellRow): EffectCell {
  const { revealedRound, notedBy, notedAt, directions, agreed, ...cell } = row;
  return {
    ...cell,
    isCollecting: isCollecting(row),
    mine: row.mine,
    spread: revealedRound > 0 ? spreadOf(directions ?? []) : null,
    agreed: agreed && {
      ...agreed,
      notedBy: notedBy ?? '',
      notedAt: notedAt?.toISOString() ?? '',
    },
  };
}

/** Rises and falls with what can be shown; whose input came in, or what it says, is not in it. */
export function toStamp(row: StampRow | null): string {
  if (!row) return 'none';
  return [row.caseVersion, row.matrixVersion, row.filled, row.of].join('.');
}

export function toAbilities(openCase: CaseRow, asker: Principal): CaseEffects['abilities'] {
  const mayDo = abilities(withRoleIn(asker, openCase.copId, openCase.myRole), toCaseFacts(openCase));
  return mayDo.filter((action) => action.startsWith('effect.'));
}
