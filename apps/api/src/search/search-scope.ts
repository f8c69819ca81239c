import {
  caseScope,
  copScope,
  personScope,
  type CopScope,
  type PersonScope,
  type Principal,
} from '@kring/domain';
import { caseScopeCondition } from '../cases/case-facts-access.ts';

/**
 * What somebody may find, as a condition over `search_entries e` with the `cases c` that an entry belongs to. It is part
 * of every query of a search, so that nothing that is counted, marked or suggested comes from beyond it.
 */
export function searchScopeCondition(principal: Principal, parameters: unknown[]): string {
  const inCops = (column: string, cops: CopScope) =>
    cops.kind === 'some'
      ? `${column} = ANY($${parameters.push(cops.copIds)}::uuid[])`
      : String(cops.kind === 'all');
  return `(CASE e.kind
    WHEN 'cop' THEN ${inCops('e.object_id', copScope(principal, 'cop.read'))}
    WHEN 'learning-question' THEN ${inCops('e.cop_id', copScope(principal, 'learning-question.list'))}
    -- What was taken out waits for whoever puts it back, and is gone for everybody else.
    WHEN 'library-item' THEN NOT e.is_archived AND ${inCops('e.cop_id', copScope(principal, 'library-item.list'))}
    WHEN 'person' THEN ${personScopeCondition(personScope(principal), parameters)}
    ELSE c.id IS NOT NULL AND ${caseScopeCondition(caseScope(principal), parameters)} END)`;
}

/** The condition that finds exactly the people of a scope among the persons of `search_entries e`. */
function personScopeCondition(scope: PersonScope, parameters: unknown[]): string {
  if (scope.kind !== 'people') return String(scope.kind === 'all');
  const given = (value: unknown) => `$${parameters.push(value)}`;
  return `(e.object_id = ${given(scope.selfId)}::uuid OR (
    EXISTS (SELECT 1 FROM people p WHERE p.id = e.object_id AND p.disabled_at IS NULL)
    AND EXISTS (SELECT 1 FROM cop_members m
                 WHERE m.person_id = e.object_id AND m.cop_id = ANY(${given(scope.copIds)}::uuid[]))))`;
}
