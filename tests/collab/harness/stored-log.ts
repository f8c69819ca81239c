import { Client } from 'pg';
import * as Y from 'yjs';
import type { StoredLog } from './checker.ts';
import { authorsOf, tokensWritten } from './text.ts';

interface DocumentRow {
  readonly id: string;
  readonly generation: number;
  readonly head_seq: string;
}

/** A room as the database has it: what the log says, and the document that follows from it. */
export interface StoredRoom {
  readonly log: StoredLog;
  readonly doc: Y.Doc;
}

export async function readStoredRoom(databaseUrl: string, room: string): Promise<StoredRoom> {
  return withDatabase(databaseUrl, async (client) => {
    const found = await client.query<DocumentRow>(
      'SELECT id, generation, head_seq FROM documents WHERE room = $1',
      [room],
    );
    const document = found.rows[0];
    if (!document) throw new Error(`No document for ${room}.`);
    const snapshots = await client.query<{ up_to: string; bytes: Buffer }>(
      'SELECT up_to, bytes FROM document_snapshots WHERE document_id = $1 AND generation = $2',
      [document.id, document.generation],
    );
    const updates = await client.query<{ seq: string; person_id: string; bytes: Buffer }>(
      'SELECT seq, person_id, bytes FROM document_updates WHERE document_id = $1 ORDER BY seq',
      [document.id],
    );
    const clients = await client.query<{ client_id: string; person_id: string }>(
      'SELECT client_id, person_id FROM document_clients WHERE document_id = $1',
      [document.id],
    );
    const doc = new Y.Doc();
    const snapshot = snapshots.rows[0];
    if (snapshot) Y.applyUpdate(doc, snapshot.bytes);
    const snapshotSeq = Number(snapshot?.up_to ?? 0);
    for (const { seq, bytes } of updates.rows) if (Number(seq) > snapshotSeq) Y.applyUpdate(doc, bytes);
    const owners = new Map(clients.rows.map((row) => [Number(row.client_id), row.person_id]));
    const authors = [...authorsOf(doc)].map(([token, id]): [string, string] => [token, owners.get(id) ?? '']);
    const log = {
      room,
      headSeq: Number(document.head_seq),
      snapshotSeq,
      seqs: updates.rows.map((row) => Number(row.seq)),
      authors: new Map(authors),
      senders: new Map(
        updates.rows.flatMap(({ person_id: sender, bytes }) =>
          tokensWritten(bytes).map((token): [string, string] => [token, sender]),
        ),
      ),
    };
    return { log, doc };
  });
}

export async function headSeqOf(databaseUrl: string, room: string): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const found = await client.query<{ head_seq: string }>('SELECT head_seq FROM documents WHERE room = $1', [
      room,
    ]);
    return Number(found.rows[0]?.head_seq ?? 0);
  });
}

/** How many updates of one person are stored above `seq`. */
export async function countStored(
  databaseUrl: string,
  room: string,
  personId: string,
  seq: number,
): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const found = await client.query<{ count: string }>(
      `SELECT count(*) FROM document_updates u JOIN documents d ON d.id = u.document_id
        WHERE d.room = $1 AND u.person_id = $2 AND u.seq > $3`,
      [room, personId, seq],
    );
    return Number(found.rows[0]?.count ?? 0);
  });
}

/** Runs `work` over a connection of its own. */
export async function withDatabase<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
