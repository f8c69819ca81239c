import type {
  AppendBatch,
  AppendOutcome,
  DocumentHead,
  DocumentLog,
  LogPart,
  Snapshot,
  StoredDocument,
  StoredUpdate,
} from '@kring/collab-engine';
import type { Pool } from 'pg';
import { gathered } from '../common/gathered.ts';
import { toAppendParameters } from './append-parameters.ts';
import { ClientIdIssuer } from './client-id-issuer.ts';

interface AppendRow {
  place: number;
  status: AppendOutcome['status'];
  present_access_version: number | null;
  ended_sessions: string[] | null;
}

interface DocumentRow {
  id: string;
  generation: number;
  head_seq: string;
  access_version: number;
  up_to: string | null;
  snapshot: Buffer | null;
  content: Buffer | null;
  lengths: number[] | null;
}

interface LogRow {
  head_seq: string;
  access_version: number;
  seq: string | null;
  bytes: Buffer | null;
}

interface HeadRow {
  room: string;
  access_version: number;
  generation: number;
  head_seq: string;
}

interface ClientsOf {
  readonly documentId: string;
  readonly personId: string;
}

/** Live texts in PostgreSQL: a log of updates per document, and one snapshot in the place of its beginning. */
export class PostgresDocumentLog implements DocumentLog {
  readonly #pool: Pool;
  readonly #clientIds: ClientIdIssuer;
  readonly #clientIdsOfOne = gathered((whose: readonly ClientsOf[]) => this.#clientIdsOfAll(whose));
  readonly #onStored: (documentIds: string[]) => void;

  /** `onStored` hears of what an append has put on disk, and must be quick. */
  constructor(pool: Pool, onStored: (documentIds: string[]) => void = () => undefined) {
    this.#pool = pool;
    this.#onStored = onStored;
    this.#clientIds = new ClientIdIssuer(pool);
  }

  /** In one statement, so that a compaction meanwhile cannot take away what lies between snapshot and tail. */
  async load(room: string): Promise<StoredDocument | null> {
    const { rows } = await this.#pool.query<DocumentRow>({
      name: 'collab-load',
      text: `SELECT d.id, d.generation, d.head_seq, d.access_version, s.up_to, s.bytes AS snapshot, t.content, t.lengths
               FROM documents d
               LEFT JOIN document_snapshots s ON s.document_id = d.id AND s.generation = d.generation
               LEFT JOIN LATERAL (
                 SELECT string_agg(u.bytes, ''::bytea ORDER BY u.seq) AS content,
                        array_agg(length(u.bytes) ORDER BY u.seq) AS lengths
                   FROM document_updates u WHERE u.document_id = d.id AND u.seq > coalesce(s.up_to, 0)) t ON true
              WHERE d.room = $1`,
      values: [room],
    });
    const [row] = rows;
    if (!row) return null;
    const upTo = Number(row.up_to ?? 0);
    return {
      documentId: row.id,
      generation: row.generation,
      headSeq: Number(row.head_seq),
      accessVersion: row.access_version,
      snapshot: row.snapshot ? { seq: upTo, bytes: row.snapshot } : null,
      tail: toTail(upTo, row.content, row.lengths),
    };
  }

  async append(batches: readonly AppendBatch[]): Promise<AppendOutcome[]> {
    const { rows } = await this.#pool.query<AppendRow>({
      name: 'collab-append',
      text: `SELECT place, status, present_access_version, ended_sessions
               FROM store_document_updates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      values: toAppendParameters(batches),
    });
    const refused = new Map(rows.map((row) => [row.place, toOutcome(row)]));
    const stored = batches.filter((_, i) => !refused.has(i + 1));
    if (stored.length > 0) this.#onStored(stored.map(({ documentId }) => documentId));
    return batches.map((_, i) => refused.get(i + 1) ?? { status: 'stored' });
  }

  async readSince(documentId: string, seq: number): Promise<LogPart | null> {
    const { rows } = await this.#pool.query<LogRow>({
      name: 'collab-read-since',
      text: `SELECT d.head_seq, d.access_version, u.seq, u.bytes
               FROM documents d LEFT JOIN document_updates u ON u.document_id = d.id AND u.seq > $2
              WHERE d.id = $1 ORDER BY u.seq`,
      values: [documentId, seq],
    });
    const updates = rows.flatMap((row) => (row.bytes ? [{ seq: Number(row.seq), bytes: row.bytes }] : []));
    const [row] = rows;
    if (!row || updates.length !== Number(row.head_seq) - seq) return null;
    return { updates, accessVersion: row.access_version };
  }

  issueClientIds(documentId: string, personId: string, count: number): Promise<number[]> {
    return this.#clientIds.issue(documentId, personId, count);
  }

  clientIdsOf(documentId: string, personId: string): Promise<number[]> {
    return this.#clientIdsOfOne({ documentId, personId });
  }

  async #clientIdsOfAll(whose: readonly ClientsOf[]): Promise<number[][]> {
    const { rows } = await this.#pool.query<{ place: string; client_ids: string[] }>({
      name: 'collab-clients-of',
      text: `SELECT w.place, array_agg(c.client_id) AS client_ids
               FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS w (document_id, person_id, place)
               JOIN document_clients c ON c.document_id = w.document_id AND c.person_id = w.person_id
              GROUP BY w.place`,
      values: [whose.map(({ documentId }) => documentId), whose.map(({ personId }) => personId)],
    });
    const byPlace = new Map(rows.map((row) => [Number(row.place), row.client_ids.map(Number)]));
    return whose.map((_, at) => byPlace.get(at + 1) ?? []);
  }

  async heads(rooms: readonly string[]): Promise<Map<string, DocumentHead>> {
    const { rows } = await this.#pool.query<HeadRow>({
      name: 'collab-heads',
      text: 'SELECT room, access_version, generation, head_seq FROM documents WHERE room = ANY ($1)',
      values: [rooms],
    });
    return new Map(
      rows.map(({ room, access_version, generation, head_seq }) => [
        room,
        { accessVersion: access_version, generation, headSeq: Number(head_seq) },
      ]),
    );
  }

  async endedLoginSessions(loginSessionIds: readonly string[]): Promise<string[]> {
    const { rows } = await this.#pool.query<{ id: string }>({
      name: 'collab-ended-sessions',
      text: `SELECT id FROM unnest($1::uuid[]) AS id
              WHERE NOT EXISTS (SELECT 1 FROM login_sessions s
                                 WHERE s.id = id.id AND s.ended_at IS NULL AND s.expires_at > now())`,
      values: [loginSessionIds],
    });
    return rows.map((row) => row.id);
  }

  async writeSnapshot({ documentId, generation, upTo, bytes, trimTo }: Snapshot): Promise<boolean> {
    const { rows } = await this.#pool.query<{ document_id: string }>({
      name: 'collab-write-snapshot',
      text: `WITH written AS (
               INSERT INTO document_snapshots AS s (document_id, generation, up_to, bytes)
               SELECT d.id, d.generation, $3, $4 FROM documents d
                WHERE d.id = $1 AND d.generation = $2 AND d.head_seq >= $3
               ON CONFLICT (document_id) DO UPDATE
                  SET generation = excluded.generation, up_to = excluded.up_to, bytes = excluded.bytes, created_at = now()
                WHERE s.generation < excluded.generation OR s.up_to < excluded.up_to
               RETURNING document_id
             ), trimmed AS (
               DELETE FROM document_updates u USING written w
                WHERE u.document_id = w.document_id AND u.seq <= least($3::bigint, $5::bigint)
             )
             SELECT document_id FROM written`,
      values: [documentId, generation, upTo, bytes, trimTo],
    });
    return rows.length > 0;
  }
}

function toTail(upTo: number, content: Buffer | null, lengths: readonly number[] | null): StoredUpdate[] {
  let start = 0;
  return (lengths ?? []).map((length, i) => {
    const bytes = content?.subarray(start, start + length) ?? new Uint8Array();
    start += length;
    return { seq: upTo + 1 + i, bytes };
  });
}

function toOutcome(row: AppendRow): AppendOutcome {
  switch (row.status) {
    case 'stale-access':
      return { status: row.status, accessVersion: row.present_access_version ?? 0 };
    case 'session-ended':
      return { status: row.status, loginSessionIds: row.ended_sessions ?? [] };
    default:
      return { status: row.status };
  }
}
