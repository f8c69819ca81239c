import type { CaseStatus, CaseVisibility } from '@kring/contracts';
import type { CaseFacts, CaseScope } from '@kring/domain';

/** What the policy needs to know about a case, as the query below gives it. */
export interface CaseFactsRow {
  readonly copId: string;
  readonly holderId: string;
  readonly isHolderActive: boolean;
  readonly visibility: CaseVisibility;
  readonly status: CaseStatus;
  readonly caseArchivedAt: Date | null;
}

/** A holder who takes part and can sign in, as SQL over `cases c`. */
const isHolderActive = `EXISTS (
  SELECT 1 FROM cop_members hm JOIN people hp ON hp.id = hm.person_id
   WHERE hm.cop_id = c.cop_id AND hm.person_id = c.holder_id
     AND hm.role IN ('participant', 'facilitator') AND hp.disabled_at IS NULL)`;

/** The columns of `CaseFactsRow`, over `cases c`. */
export const caseFactsColumns = `c.cop_id AS "copId", c.holder_id AS "holderId", ${isHolderActive} AS "isHolderActive",
  c.visibility, c.status, c.archived_at AS "caseArchivedAt"`;

export function toCaseFacts(row: CaseFactsRow): CaseFacts {
  return {
    kind: 'case',
    copId: row.copId,
    holderId: row.holderId,
    isHolderActive: row.isHolderActive,
    visibility: row.visibility,
    status: row.status,
    isArchived: row.caseArchivedAt !== null,
  };
}

/** The condition over `cases c` that finds exactly the cases of a scope. Adds what it needs to `parameters`. */
export function caseScopeCondition(scope: CaseScope, parameters: unknown[]): string {
  if (scope.kind === 'none') return 'false';
  const given = (value: unknown) => `$${parameters.push(value)}`;
  return `(
    (c.holder_id = ${given(scope.holderId)}::uuid AND c.cop_id = ANY(${given(scope.holderCopIds)}::uuid[]))
    OR (c.cop_id = ANY(${given(scope.standInCopIds)}::uuid[]) AND NOT ${isHolderActive})
    OR (c.visibility = ANY(${given(scope.memberVisibilities)}::text[]) AND c.cop_id = ANY(${given(scope.memberCopIds)}::uuid[]))
    OR c.visibility = ANY(${given(scope.visibilities)}::text[]))`;
}
