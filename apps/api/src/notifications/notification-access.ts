import { Injectable } from '@nestjs/common';
import type { CopRole, PlatformRole } from '@kring/contracts';
import {
  caseScope,
  copScope,
  notificationRules,
  type NotificationFacts,
  type PersonPrincipal,
} from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import {
  caseFactsColumns,
  caseScopeCondition,
  toCaseFacts,
  type CaseFactsRow,
} from '../cases/case-facts-access.ts';
import type { NotificationAbout } from './notification.types.ts';

/** What a notification is about, as it is now, with all that it is in. */
export interface NotificationObject {
  readonly facts: NotificationFacts;
  readonly copId: string;
  readonly caseId: string | null;
  readonly noteId: string | null;
}

interface NoteRow extends CaseFactsRow {
  readonly caseId: string;
  readonly createdById: string;
  readonly isArchived: boolean;
}

/** What the policy needs to decide who may know of what: the facts of an object, and people as they are now. */
@Injectable()
export class NotificationAccess {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when it is not there any more. */
  async findObject(tx: EntityManager, about: NotificationAbout): Promise<NotificationObject | null> {
    if ('noteId' in about) return this.findNote(tx, about.noteId);
    if ('caseId' in about) return this.findCase(tx, about.caseId);
    const facts = { kind: 'cop', copId: about.copId } as const;
    return { facts, copId: about.copId, caseId: null, noteId: null };
  }

  /** Those of the people who can sign in, with the roles that they have at this moment. */
  async listPrincipals(tx: EntityManager, personIds: readonly string[]): Promise<PersonPrincipal[]> {
    if (personIds.length === 0) return [];
    const rows = await tx.query<
      {
        personId: string;
        platformRole: PlatformRole;
        memberships: { readonly copId: string; readonly role: CopRole }[];
      }[]
    >(
      `SELECT p.id AS "personId", p.platform_role AS "platformRole",
              coalesce((SELECT json_agg(json_build_object('copId', m.cop_id, 'role', m.role))
                          FROM cop_members m WHERE m.person_id = p.id), '[]'::json) AS memberships
         FROM people p WHERE p.id = ANY($1::uuid[]) AND p.disabled_at IS NULL ORDER BY p.id`,
      [personIds],
    );
    return rows.map((row) => ({ kind: 'person', ...row }));
  }

  async findPrincipal(
    personId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<PersonPrincipal | null> {
    return (await this.listPrincipals(tx, [personId]))[0] ?? null;
  }

  private async findNote(tx: EntityManager, noteId: string): Promise<NotificationObject | null> {
    const [row] = await tx.query<NoteRow[]>(
      `SELECT ${caseFactsColumns}, c.id AS "caseId", n.created_by_id AS "createdById",
              n.archived_at IS NOT NULL AS "isArchived"
         FROM notes n JOIN cases c ON c.id = n.case_id WHERE n.id = $1`,
      [noteId],
    );
    if (!row) return null;
    const { caseId, createdById, isArchived, copId } = row;
    const facts = { kind: 'note', case: toCaseFacts(row), createdById, isArchived } as const;
    return { facts, copId, caseId, noteId };
  }

  private async findCase(tx: EntityManager, caseId: string): Promise<NotificationObject | null> {
    const [row] = await tx.query<CaseFactsRow[]>(`SELECT ${caseFactsColumns} FROM cases c WHERE c.id = $1`, [
      caseId,
    ]);
    return row ? { facts: toCaseFacts(row), copId: row.copId, caseId, noteId: null } : null;
  }
}

/**
 * The condition over `notifications n` and `cases c` that finds exactly what this person may know of now. Adds what it
 * needs to `parameters`.
 */
export function visibleCondition(principal: PersonPrincipal, parameters: unknown[]): string {
  const ofCases = caseScopeCondition(caseScope(principal), parameters);
  const inCases = `(n.case_id IS NOT NULL AND ${ofCases})`;
  // All kinds that are about a CoP ask for the same.
  const scope = copScope(principal, notificationRules['join-request'].needs);
  if (scope.kind === 'all') return `(${inCases} OR n.case_id IS NULL)`;
  const copIds = 'copIds' in scope ? scope.copIds : [];
  return `(${inCases} OR (n.case_id IS NULL AND n.cop_id = ANY($${parameters.push(copIds)}::uuid[])))`;
}
