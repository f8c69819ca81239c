import { Injectable } from '@nestjs/common';
import type { VersionKind } from '@kring/contracts';
import { EMPTY_NOTE, SCHEMA_VERSION, type AuthorRun, type NoteNode } from '@kring/live-documents';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { SettledText } from '../documents/settled-texts.service.ts';

export interface WorkerRow {
  readonly id: string;
  /** Null for somebody who left. */
  readonly name: string | null;
}

export interface VersionRow {
  readonly id: string;
  readonly kind: VersionKind;
  readonly title: string;
  readonly name: string | null;
  readonly description: string;
  readonly createdAt: Date;
  readonly createdBy: WorkerRow | null;
  readonly people: WorkerRow[];
  readonly wordCount: number;
  readonly restoredFrom: { id: string; name: string | null; createdAt: string } | null;
  readonly version: number;
}

export interface ContentRow {
  readonly schemaVersion: number;
  readonly wordCount: number;
  readonly content: NoteNode;
  readonly authors: readonly AuthorRun[];
  readonly at: Date;
}

export type KeptText = Pick<SettledText, 'sha256' | 'schemaVersion' | 'wordCount' | 'content' | 'authors'> &
  Partial<Pick<SettledText, 'generation'>>;

export interface LatestVersion {
  readonly id: string;
  readonly kind: VersionKind;
  readonly sha256: string;
  readonly coversSeq: number;
  readonly restoredFromId: string | null;
}

export interface NewVersion {
  readonly id: string;
  readonly noteId: string;
  readonly generation: number;
  readonly seq: number;
  readonly kind: VersionKind;
  readonly title: string;
  readonly name?: string;
  readonly description?: string;
  readonly sha256: string;
  readonly workerIds: readonly string[];
  readonly createdById?: string;
  readonly restoredFromId?: string;
  readonly createdAt?: Date;
}

/** A person as those who read the note see them: by name as long as they are a member of its CoP. */
const workerColumns = `json_build_object('id', p.id, 'name', CASE WHEN p.disabled_at IS NULL AND m.person_id IS NOT NULL
  THEN p.name END)`;
const versionColumns = `v.id, v.kind, v.title, v.name, v.description, v.created_at AS "createdAt", v.version,
  c.word_count AS "wordCount",
  (SELECT ${workerColumns} FROM people p LEFT JOIN cop_members m ON m.person_id = p.id AND m.cop_id = k.cop_id
    WHERE p.id = v.created_by_id) AS "createdBy",
  coalesce((SELECT json_agg(${workerColumns} ORDER BY p.name, p.id)
              FROM people p LEFT JOIN cop_members m ON m.person_id = p.id AND m.cop_id = k.cop_id
             WHERE p.id = ANY (v.worker_ids)), '[]'::json) AS people,
  (SELECT json_build_object('id', r.id, 'name', r.name, 'createdAt', r.created_at)
     FROM note_versions r WHERE r.id = v.restored_from_id) AS "restoredFrom"`;
const versionTables = `note_versions v
  JOIN note_contents c ON c.note_id = v.note_id AND c.sha256 = v.sha256
  JOIN notes n ON n.id = v.note_id
  JOIN cases k ON k.id = n.case_id`;
const contentColumns = `c.schema_version AS "schemaVersion", c.word_count AS "wordCount", c.content, c.authors`;

/** Versions of notes and their contents. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(noteId: string, before: string | undefined, limit: number): Promise<VersionRow[]> {
    return this.dataSource.query<VersionRow[]>(
      `SELECT ${versionColumns} FROM ${versionTables}
        WHERE v.note_id = $1
          AND ($2::uuid IS NULL OR (v.created_at, v.id) < (SELECT b.created_at, b.id FROM note_versions b
                                                            WHERE b.id = $2 AND b.note_id = $1))
        ORDER BY v.created_at DESC, v.id DESC LIMIT $3`,
      [noteId, before ?? null, limit],
    );
  }

  async find(
    noteId: string,
    versionId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<VersionRow | null> {
    const rows = await tx.query<VersionRow[]>(
      `SELECT ${versionColumns} FROM ${versionTables} WHERE v.note_id = $1 AND v.id = $2`,
      [noteId, versionId],
    );
    return rows[0] ?? null;
  }

  async findContent(noteId: string, versionId: string): Promise<ContentRow | null> {
    const rows = await this.dataSource.query<ContentRow[]>(
      `SELECT ${contentColumns}, v.created_at AS at FROM note_versions v
         JOIN note_contents c ON c.note_id = v.note_id AND c.sha256 = v.sha256
        WHERE v.note_id = $1 AND v.id = $2`,
      [noteId, versionId],
    );
    return rows[0] ?? null;
  }

  async findLatest(tx: EntityManager, noteId: string): Promise<LatestVersion | null> {
    const [row] = await tx.query<(Omit<LatestVersion, 'coversSeq'> & { coversSeq: string })[]>(
      `SELECT id, kind, sha256, covers_seq AS "coversSeq", restored_from_id AS "restoredFromId" FROM note_versions
        WHERE note_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
      [noteId],
    );
    return row ? { ...row, coversSeq: Number(row.coversSeq) } : null;
  }

  async findHash(tx: EntityManager, versionId: string): Promise<string | null> {
    const [row] = await tx.query<{ sha256: string }[]>('SELECT sha256 FROM note_versions WHERE id = $1', [
      versionId,
    ]);
    return row?.sha256 ?? null;
  }

  async countNamed(tx: EntityManager, noteId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM note_versions WHERE note_id = $1 AND kind = 'named'`,
      [noteId],
    );
    return row?.count ?? 0;
  }

  /**
   * Keeps a content once, however many versions and visits have it. Returns its hash. The note must be locked: what was
   * read before words were taken out of it is not kept any more.
   */
  async keepContent(tx: EntityManager, noteId: string, text: KeptText | null): Promise<string> {
    const sha256 = text?.sha256 ?? EMPTY_NOTE.sha256;
    const kept = await tx.query<unknown[]>(
      `INSERT INTO note_contents (note_id, sha256, schema_version, word_count, content, authors)
       SELECT n.id, $2, $3, $4, $5, $6 FROM notes n JOIN documents d ON d.id = n.document_id
        WHERE n.id = $1 AND ($7::integer IS NULL OR d.generation = $7)
       ON CONFLICT (note_id, sha256) DO UPDATE SET used_at = now()
       RETURNING sha256`,
      [
        noteId,
        sha256,
        text?.schemaVersion ?? SCHEMA_VERSION,
        text?.wordCount ?? 0,
        JSON.stringify(text?.content ?? EMPTY_NOTE.content),
        JSON.stringify(text?.authors ?? []),
        text?.generation ?? null,
      ],
    );
    if (kept.length === 0) throw new AppError('unavailable');
    return sha256;
  }

  async insert(tx: EntityManager, version: NewVersion): Promise<void> {
    await tx.query(
      `INSERT INTO note_versions (id, note_id, generation, seq, covers_seq, kind, title, name, description, sha256,
                                  worker_ids, created_by_id, restored_from_id, created_at)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13::timestamptz, clock_timestamp()))`,
      [
        version.id,
        version.noteId,
        version.generation,
        version.seq,
        version.kind,
        version.title,
        version.name ?? null,
        version.description ?? '',
        version.sha256,
        version.workerIds,
        version.createdById ?? null,
        version.restoredFromId ?? null,
        version.createdAt ?? null,
      ],
    );
  }

  /** The note went on and came back to what it said in this version. */
  async extend(tx: EntityManager, versionId: string, seq: number): Promise<void> {
    await tx.query('UPDATE note_versions SET covers_seq = $2 WHERE id = $1 AND covers_seq < $2', [
      versionId,
      seq,
    ]);
  }

  async rename(
    tx: EntityManager,
    versionId: string,
    changes: { name: string; description: string; personId: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE note_versions SET kind = 'named', name = $2, description = $3, version = version + 1,
              created_by_id = coalesce(created_by_id, $4) WHERE id = $1`,
      [versionId, changes.name, changes.description, changes.personId],
    );
  }

  /** People by id, as those who read this note see them. */
  async listWorkers(noteId: string, personIds: readonly string[]): Promise<WorkerRow[]> {
    const rows = await this.dataSource.query<{ worker: WorkerRow }[]>(
      `SELECT ${workerColumns} AS worker FROM people p
         JOIN notes n ON n.id = $1 JOIN cases k ON k.id = n.case_id
         LEFT JOIN cop_members m ON m.person_id = p.id AND m.cop_id = k.cop_id
        WHERE p.id = ANY ($2::uuid[]) ORDER BY p.name, p.id`,
      [noteId, personIds],
    );
    return rows.map(({ worker }) => worker);
  }
}
