import type { Case, CaseSummary, NoteSummary } from '@kring/contracts';
import { abilities, nextCaseStatuses, withRoleIn, type Principal } from '@kring/domain';
import { toCaseFacts } from './case-facts-access.ts';
import type { CaseRow } from './cases.repository.ts';

export function toCaseSummary(row: CaseRow): CaseSummary {
  return {
    id: row.id,
    title: row.title,
    question: row.question,
    region: row.region,
    themes: [...row.themes],
    holder: row.holder,
    status: row.status,
    visibility: row.visibility,
    isExample: row.isExample,
    archivedAt: row.caseArchivedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    noteCount: row.noteCount,
    cop: row.cop,
  };
}

export function toCase(row: CaseRow, notes: NoteSummary[], asker: Principal): Case {
  const mayDo = abilities(withRoleIn(asker, row.copId, row.myRole), toCaseFacts(row));
  return {
    ...toCaseSummary(row),
    version: row.version,
    notes,
    nextStatuses: mayDo.includes('case.change-status') ? [...nextCaseStatuses[row.status]] : [],
    abilities: mayDo,
  };
}
