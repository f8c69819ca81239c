import type { CopRole } from '@kring/contracts';
import type { NoteFacts } from '@kring/domain';
import { toCaseFacts, type CaseFactsRow } from '../cases/case-facts-access.ts';

/** What the policy needs to know about a note, and the role in its CoP of the person who asks. */
export interface NoteFactsRow extends CaseFactsRow {
  readonly id: string;
  readonly caseId: string;
  readonly createdById: string;
  readonly archivedAt: Date | null;
  readonly myRole: CopRole | null;
}

export function toNoteFacts(row: NoteFactsRow): NoteFacts {
  return {
    kind: 'note',
    case: toCaseFacts(row),
    createdById: row.createdById,
    isArchived: row.archivedAt !== null,
  };
}
