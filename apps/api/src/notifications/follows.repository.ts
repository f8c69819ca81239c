import { Injectable } from '@nestjs/common';
import type { Follow, FollowTarget } from '@kring/contracts';
import { caseScope, type FollowChoices, type PersonPrincipal } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { caseScopeCondition } from '../cases/case-facts-access.ts';

export interface FollowedPlace {
  readonly copId: string;
  readonly caseId: string | null;
  readonly noteId: string | null;
}

const columns = { cop: 'cop_id', case: 'case_id', note: 'note_id' } as const;

const most = 500;

@Injectable()
export class FollowsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What everybody said about following a place or what it is in. */
  async listChoices(tx: EntityManager, place: FollowedPlace): Promise<ReadonlyMap<string, FollowChoices>> {
    const rows = await tx.query<{ personId: string; target: FollowTarget; isFollowing: boolean }[]>(
      `SELECT person_id AS "personId", is_following AS "isFollowing",
              CASE WHEN note_id IS NOT NULL THEN 'note' WHEN case_id IS NOT NULL THEN 'case' ELSE 'cop' END AS target
         FROM follows WHERE cop_id = $1 OR case_id = $2 OR note_id = $3`,
      [place.copId, place.caseId, place.noteId],
    );
    const choices = new Map<string, FollowChoices>();
    for (const { personId, target, isFollowing } of rows) {
      choices.set(personId, { ...choices.get(personId), [target]: isFollowing });
    }
    return choices;
  }

  /** Begins to follow for people who never said anything about it. */
  async begin(
    tx: EntityManager,
    personIds: readonly string[],
    target: FollowTarget,
    id: string,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO follows (person_id, ${columns[target]}, is_following, is_automatic)
       SELECT person_id, $2, true, true FROM unnest($1::uuid[]) AS person_id ORDER BY person_id
       ON CONFLICT DO NOTHING`,
      [personIds, id],
    );
  }

  async set(
    tx: EntityManager,
    personId: string,
    { target, id, isFollowing }: { target: FollowTarget; id: string; isFollowing: boolean },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO follows (person_id, ${columns[target]}, is_following, is_automatic) VALUES ($1, $2, $3, false)
       ON CONFLICT ON CONSTRAINT uq_follows_target DO UPDATE SET is_following = $3, is_automatic = false, since = now()`,
      [personId, id, isFollowing],
    );
  }

  /** Every CoP can be seen; of cases and notes only those that this person may read now. */
  async list(principal: PersonPrincipal): Promise<Follow[]> {
    const parameters: unknown[] = [principal.personId];
    const isVisible = caseScopeCondition(caseScope(principal), parameters);
    return this.dataSource.query<Follow[]>(
      `SELECT CASE WHEN f.note_id IS NOT NULL THEN 'note' WHEN f.case_id IS NOT NULL THEN 'case' ELSE 'cop' END AS target,
              coalesce(f.note_id, f.case_id, f.cop_id) AS id, coalesce(note.title, c.title, cop.name) AS title,
              cop.slug AS "copSlug", c.id AS "caseId", f.is_automatic AS "isAutomatic"
         FROM follows f
         LEFT JOIN notes note ON note.id = f.note_id
         LEFT JOIN cases c ON c.id = coalesce(f.case_id, note.case_id)
         JOIN cops cop ON cop.id = coalesce(f.cop_id, c.cop_id)
        WHERE f.person_id = $1 AND f.is_following AND (f.cop_id IS NOT NULL OR ${isVisible})
        ORDER BY f.since DESC, id LIMIT ${most}`,
      parameters,
    );
  }
}
