import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NoteThread } from './note-thread.ts';
import type { NoteWork, Redacted } from './note-work.types.ts';
import { SettlingRepository } from './settling.repository.ts';
import { readStoredBytes } from './stored-bytes.ts';

/** Ids from here on are given out at random, each once for a document. */
const firstClientId = 2 ** 16;
const endOfClientIds = 2 ** 32;
const mostTries = 10;

export interface RedactedDocument extends Redacted {
  readonly documentId: string;
  readonly headSeq: number;
}

/**
 * Takes words out of a live text for good. The text begins a new generation: its log goes, copies of the old one are
 * never merged, and whoever has it open gets the new one. SPEC O3.
 */
@Injectable()
export class DocumentRedaction {
  constructor(
    private readonly thread: NoteThread,
    private readonly settling: SettlingRepository,
  ) {}

  /** A client id of this person in the document of a note, under which nothing has been written. */
  async issueClientId(tx: EntityManager, noteId: string, personId: string): Promise<number> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const [row] = await tx.query<{ clientId: string }[]>(
        `INSERT INTO document_clients (document_id, client_id, person_id)
         SELECT document_id, $2, $3 FROM notes WHERE id = $1 ON CONFLICT DO NOTHING
         RETURNING client_id AS "clientId"`,
        [noteId, randomInt(firstClientId, endOfClientIds), personId],
      );
      if (row) return Number(row.clientId);
    }
    throw new Error('No client id was free');
  }

  /** A kept content without the words; null where they do not stand in it. */
  redactContent(task: NoteWork['redact-content']['task']): Promise<NoteWork['redact-content']['answer']> {
    return this.thread.redactContent(task);
  }

  /** Null for a text in which nobody has written. Nothing is stored in it until the transaction ends. */
  async redact(
    tx: EntityManager,
    noteId: string,
    by: { readonly words: readonly string[]; readonly clientId: number },
  ): Promise<RedactedDocument | null> {
    const [document] = await tx.query<{ id: string }[]>(
      'SELECT d.id FROM documents d JOIN notes n ON n.document_id = d.id WHERE n.id = $1 FOR UPDATE OF d',
      [noteId],
    );
    const stored = document && (await readStoredBytes(tx, document.id));
    if (!stored || stored.headSeq === 0) return null;
    const { update, note, ...redacted } = await this.thread.redact({ updates: stored.updates, ...by });
    const [documentId, generation, headSeq] = [document.id, stored.generation + 1, stored.headSeq + 1];
    await tx.query('UPDATE documents SET generation = $2, head_seq = $3 WHERE id = $1', [
      documentId,
      generation,
      headSeq,
    ]);
    await tx.query('DELETE FROM document_updates WHERE document_id = $1', [documentId]);
    await tx.query(
      `INSERT INTO document_snapshots (document_id, generation, up_to, bytes) VALUES ($1, $2, $3, $4)
       ON CONFLICT (document_id) DO UPDATE
          SET generation = excluded.generation, up_to = excluded.up_to, bytes = excluded.bytes, created_at = now()`,
      [documentId, generation, headSeq, Buffer.from(update)],
    );
    await this.settling.replaceText(tx, documentId, { generation, headSeq }, note);
    return { ...redacted, documentId, headSeq };
  }
}
