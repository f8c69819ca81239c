import type { EntityManager } from 'typeorm';

/** A live text as it is stored: a snapshot where there is one, then every update after it. */
export interface StoredBytes {
  readonly generation: number;
  readonly headSeq: number;
  readonly updates: readonly Uint8Array[];
}

interface Row {
  readonly generation: number;
  readonly headSeq: string;
  readonly snapshot: Buffer | null;
  readonly tail: Buffer[] | null;
}

/** In one statement, so that a compaction meanwhile takes nothing away. Null for a text that is gone. */
export async function readStoredBytes(tx: EntityManager, documentId: string): Promise<StoredBytes | null> {
  const [row] = await tx.query<Row[]>(
    `SELECT d.generation, d.head_seq AS "headSeq", s.bytes AS snapshot,
            (SELECT array_agg(u.bytes ORDER BY u.seq) FROM document_updates u
              WHERE u.document_id = d.id AND u.seq > coalesce(s.up_to, 0)) AS tail
       FROM documents d
       LEFT JOIN document_snapshots s ON s.document_id = d.id AND s.generation = d.generation
      WHERE d.id = $1`,
    [documentId],
  );
  if (!row) return null;
  const updates = [...(row.snapshot ? [row.snapshot] : []), ...(row.tail ?? [])];
  return { generation: row.generation, headSeq: Number(row.headSeq), updates };
}
