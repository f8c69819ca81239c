import { Injectable } from '@nestjs/common';
import { SCHEMA_VERSION } from '@kring/live-documents';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReadNoteAnswer } from './note-work.types.ts';
import type { StoredBytes } from './stored-bytes.ts';

/** A text rests after so much quiet, and is read after so much constant typing at the latest. */
const QUIET = '5 seconds';
const LONGEST = '60 seconds';
/** Longer than the thread may take: a process that died frees its claim by itself. */
const CLAIM = '90 seconds';
/** What could not be read is tried again so much later: the fault may have been ours. */
const RETRY = '1 day';
const MOST_AT_ONCE = 200;

// A new schema shows more of a text, so what an older one read is read anew.
const isBehind = `(d.head_seq > 0 AND (s.document_id IS NULL OR (
  (s.seq < d.head_seq OR s.generation <> d.generation OR s.schema_version < ${SCHEMA_VERSION} OR s.sha256 IS NULL)
  AND (s.failed_seq IS DISTINCT FROM d.head_seq OR s.failed_at < now() - interval '${RETRY}'))))`;
const sinceSettled = `FROM document_updates u WHERE u.document_id = d.id AND u.seq > coalesce(s.seq, 0)`;

export interface Claim {
  readonly documentId: string;
  readonly noteId: string;
  readonly seq: number;
  readonly stateVector: Uint8Array | null;
}

@Injectable()
export class SettlingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Texts that moved on since they were read, of these or of all; `isDue` when it is time to read them. */
  async listBehind(ids: readonly string[] | null): Promise<{ documentId: string; isDue: boolean }[]> {
    return this.dataSource.query(
      `SELECT d.id AS "documentId",
              coalesce((SELECT u.created_at ${sinceSettled} ORDER BY u.seq DESC LIMIT 1) <= now() - interval '${QUIET}', true)
              OR (SELECT u.created_at ${sinceSettled} ORDER BY u.seq LIMIT 1) <= now() - interval '${LONGEST}' AS "isDue"
         FROM documents d LEFT JOIN settled_documents s ON s.document_id = d.id
        WHERE d.room LIKE 'note:%' AND ($1::uuid[] IS NULL OR d.id = ANY ($1)) AND ${isBehind}
        LIMIT ${MOST_AT_ONCE}`,
      [ids],
    );
  }

  /** Null when it is done, or another process has it and `isTakenOver` is not wanted. */
  async claim(documentId: string, isTakenOver = false): Promise<Claim | null> {
    await this.dataSource.query(
      `INSERT INTO settled_documents (document_id) SELECT id FROM documents WHERE id = $1 ON CONFLICT DO NOTHING`,
      [documentId],
    );
    const [rows] = await this.dataSource.query<[(Omit<Claim, 'seq'> & { seq: string })[]]>(
      `UPDATE settled_documents t SET claimed_until = now() + interval '${CLAIM}'
         FROM documents d
         JOIN settled_documents s ON s.document_id = d.id
         JOIN notes n ON n.document_id = d.id
        WHERE t.document_id = (SELECT c.document_id FROM settled_documents c
                                WHERE c.document_id = $1 AND ($2 OR c.claimed_until IS NULL OR c.claimed_until < now())
                                  FOR UPDATE SKIP LOCKED)
          AND d.id = t.document_id AND ${isBehind}
       RETURNING t.document_id AS "documentId", n.id AS "noteId", t.seq, t.state_vector AS "stateVector"`,
      [documentId, isTakenOver],
    );
    const [row] = rows;
    return row ? { ...row, seq: Number(row.seq) } : null;
  }

  async release(documentId: string): Promise<void> {
    await this.dataSource.query('UPDATE settled_documents SET claimed_until = NULL WHERE document_id = $1', [
      documentId,
    ]);
  }

  /** What a text says from now on, whatever was read of it before. */
  async replaceText(
    tx: EntityManager,
    documentId: string,
    at: Pick<StoredBytes, 'generation' | 'headSeq'>,
    note: ReadNoteAnswer,
  ): Promise<void> {
    await tx.query('INSERT INTO settled_documents (document_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      documentId,
    ]);
    await this.storeText(tx, { documentId }, at, note);
  }

  /** A text of which more has been read meanwhile stays. */
  async storeText(
    tx: EntityManager,
    claim: Pick<Claim, 'documentId'>,
    { generation, headSeq }: Pick<StoredBytes, 'generation' | 'headSeq'>,
    note: ReadNoteAnswer,
  ): Promise<void> {
    await tx.query(
      `UPDATE settled_documents
          SET generation = $2, seq = $3, schema_version = $4, text = $5, word_count = $6, content = $7, state_vector = $8,
              sha256 = $9, authors = $10, signs = $11,
              settled_at = now(), failed_seq = NULL, failed_at = NULL, claimed_until = NULL
        WHERE document_id = $1 AND (generation < $2 OR (generation = $2 AND seq <= $3))`,
      [
        claim.documentId,
        generation,
        headSeq,
        SCHEMA_VERSION,
        note.text,
        note.wordCount,
        JSON.stringify(note.content),
        Buffer.from(note.stateVector),
        note.sha256,
        JSON.stringify(note.authors),
        JSON.stringify(note.signs),
      ],
    );
  }

  /** The text of the last time stays, and this one is not tried again for a while. */
  async storeFailure({ documentId }: Claim, { headSeq }: StoredBytes): Promise<void> {
    await this.dataSource.query(
      'UPDATE settled_documents SET failed_seq = $2, failed_at = now(), claimed_until = NULL WHERE document_id = $1',
      [documentId, headSeq],
    );
  }

  /**
   * Keeps who wrote since the last time, and returns them. The log names them; of what has been compacted meanwhile
   * the client ids still tell.
   */
  async storeWriters(
    tx: EntityManager,
    { documentId, seq }: Claim,
    headSeq: number,
    clientIds: readonly number[],
  ): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `INSERT INTO document_writers AS w (document_id, person_id, last_seq, written_at)
       SELECT $1, person_id, max(seq), max(at) FROM (
         SELECT u.person_id, u.seq, u.created_at AS at FROM document_updates u
          WHERE u.document_id = $1 AND u.seq > $2 AND u.seq <= $3
         UNION ALL
         SELECT c.person_id, $3, now() FROM document_clients c
          WHERE c.document_id = $1 AND c.client_id = ANY ($4::bigint[])
            AND NOT EXISTS (SELECT 1 FROM document_updates u
                             WHERE u.document_id = $1 AND u.seq > $2 AND u.seq <= $3 AND u.person_id = c.person_id)
       ) AS work
        GROUP BY person_id ORDER BY person_id
       ON CONFLICT (document_id, person_id)
          DO UPDATE SET last_seq = excluded.last_seq, written_at = excluded.written_at
       RETURNING person_id AS "personId"`,
      [documentId, seq, headSeq, clientIds],
    );
    return rows.map(({ personId }) => personId);
  }
}
