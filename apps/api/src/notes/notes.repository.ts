import { Injectable } from '@nestjs/common';
import type { CopRole, NoteSummary, PlatformRole } from '@kring/contracts';
import { caseScope, type Principal } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { gathered } from '../common/gathered.ts';
import { caseFactsColumns, caseScopeCondition } from '../cases/case-facts-access.ts';
import { NoteEntity } from './note.entity.ts';
import type { NoteFactsRow } from './note-facts-access.ts';

/** A note with the facts that decide on it, and the role in its CoP of the person who asks. */
export interface NoteRow extends NoteFactsRow {
  readonly title: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly openThreadCount: number;
}

/** The same, with all that is known of the person and the live text, as it was at one moment. */
export interface LiveNoteRow extends Omit<NoteRow, 'openThreadCount'> {
  readonly accessVersion: number;
  readonly personName: string;
  readonly organisationName: string | null;
  readonly platformRole: PlatformRole;
  readonly memberships: { readonly copId: string; readonly role: CopRole }[];
}

export interface NamedNoteRow {
  readonly id: string;
  readonly documentId: string;
  readonly title: string;
  readonly caseId: string;
  readonly caseTitle: string;
}

/** Threads beside its text that nobody has resolved. */
const openThreadCount = `(SELECT count(*)::int FROM comment_threads t
   WHERE t.note_id = n.id AND t.resolved_at IS NULL AND t.comment_count > 0) AS "openThreadCount"`;
const noteColumns = `n.id, n.case_id AS "caseId", n.title, n.created_by_id AS "createdById", creator.name AS "createdBy",
  n.created_at AS "createdAt", n.archived_at AS "archivedAt", n.version, ${caseFactsColumns}, me.role AS "myRole"`;
/** What stands beside a note `n`, for the person who asks. */
const besideNote = (personId: string) => `JOIN cases c ON c.id = n.case_id
  JOIN people creator ON creator.id = n.created_by_id
  LEFT JOIN cop_members me ON me.cop_id = c.cop_id AND me.person_id = ${personId}`;

interface AskedNote {
  readonly id: string;
  readonly personId: string;
}

@Injectable()
export class NotesRepository {
  private readonly findOneLive = gathered((asked: readonly AskedNote[]) => this.findAllLive(asked));

  constructor(private readonly dataSource: DataSource) {}

  async findById(
    id: string,
    personId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<NoteRow | null> {
    const rows = await tx.query<NoteRow[]>(
      `SELECT ${noteColumns}, ${openThreadCount} FROM notes n ${besideNote('$2')} WHERE n.id = $1`,
      [id, personId],
    );
    return rows[0] ?? null;
  }

  /** In one statement: version, person and facts are of the same moment. Null too for somebody who is disabled. */
  findLive(id: string, personId: string): Promise<LiveNoteRow | null> {
    return this.findOneLive({ id, personId });
  }

  private async findAllLive(asked: readonly AskedNote[]): Promise<(LiveNoteRow | null)[]> {
    const rows = await this.dataSource.query<(LiveNoteRow & { place: string })[]>(
      `SELECT asked.place, ${noteColumns}, d.access_version AS "accessVersion", p.name AS "personName",
              o.name AS "organisationName", p.platform_role AS "platformRole",
              coalesce((SELECT json_agg(json_build_object('copId', m.cop_id, 'role', m.role))
                          FROM cop_members m WHERE m.person_id = p.id), '[]'::json) AS memberships
         FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (note_id, person_id, place)
         JOIN notes n ON n.id = asked.note_id ${besideNote('asked.person_id')}
         JOIN documents d ON d.id = n.document_id
         JOIN people p ON p.id = asked.person_id AND p.disabled_at IS NULL
         LEFT JOIN organisations o ON o.id = p.organisation_id`,
      [asked.map(({ id }) => id), asked.map(({ personId }) => personId)],
    );
    const byPlace = new Map(rows.map((row) => [Number(row.place), row]));
    return asked.map((_, at) => byPlace.get(at + 1) ?? null);
  }

  async listOfCase(caseId: string, tx: EntityManager = this.dataSource.manager): Promise<NoteSummary[]> {
    const rows = await tx.query<
      Pick<NoteRow, 'id' | 'title' | 'createdBy' | 'createdAt' | 'archivedAt' | 'openThreadCount'>[]
    >(
      `SELECT n.id, n.title, p.name AS "createdBy", n.created_at AS "createdAt", n.archived_at AS "archivedAt",
              ${openThreadCount}
         FROM notes n JOIN people p ON p.id = n.created_by_id
        WHERE n.case_id = $1 ORDER BY n.created_at, n.id`,
      [caseId],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      archivedAt: row.archivedAt?.toISOString() ?? null,
    }));
  }

  /** Those of the documents that are notes which this person may read now, and which are not archived. */
  async listVisible(principal: Principal, documentIds: readonly string[]): Promise<NamedNoteRow[]> {
    const parameters: unknown[] = [documentIds];
    const isVisible = caseScopeCondition(caseScope(principal), parameters);
    return this.dataSource.query<NamedNoteRow[]>(
      `SELECT n.id, n.document_id AS "documentId", n.title, c.id AS "caseId", c.title AS "caseTitle"
         FROM notes n JOIN cases c ON c.id = n.case_id
        WHERE n.document_id = ANY($1::uuid[]) AND n.archived_at IS NULL AND c.archived_at IS NULL AND ${isVisible}`,
      parameters,
    );
  }

  /** Makes everybody else who wants to change the note wait until this transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM notes WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  async insert(tx: EntityManager, note: Partial<NoteEntity> & { id: string }): Promise<void> {
    await tx.insert(NoteEntity, note);
  }

  async update(tx: EntityManager, id: string, changes: Pick<NoteEntity, 'title'>): Promise<void> {
    await tx.update(NoteEntity, { id }, { ...changes, version: () => 'version + 1' });
  }

  async setArchived(tx: EntityManager, id: string, isArchived: boolean): Promise<void> {
    await tx.update(
      NoteEntity,
      { id },
      { archivedAt: isArchived ? () => 'now()' : null, version: () => 'version + 1' },
    );
  }
}
