import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AuthorRun, NoteNode, NoteSigns } from '@kring/live-documents';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { SettlingService } from './settling.service.ts';

const mostAttempts = 20;
const pause = 100;
/** A process that has a text at hand for so long while somebody waits may be dead: it is then read by this one too. */
const patientAttempts = 10;

/** What a note said when it last came to rest. */
export interface SettledText {
  readonly documentId: string;
  readonly generation: number;
  /** Up to where it was read; the note itself may be further. */
  readonly seq: number;
  readonly schemaVersion: number;
  /** A line per block. */
  readonly text: string;
  readonly wordCount: number;
  readonly content: NoteNode;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly authors: readonly AuthorRun[];
  /** Null where it was read before Kring kept them. */
  readonly signs: NoteSigns | null;
  readonly settledAt: Date;
}

export interface Writer {
  readonly personId: string;
  /** The last of their edits, as far as the text has come to rest. */
  readonly lastSeq: number;
  readonly writtenAt: Date;
}

/** What notes say, for other features. It checks no permission: ask the door of the note first. */
@Injectable()
export class SettledTexts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settling: SettlingService,
  ) {}

  /** The note with everything that was saved before this call; null for one in which nobody has written. */
  async readNow(noteId: string): Promise<SettledText | null> {
    const [document] = await this.dataSource.query<{ id: string; headSeq: string }[]>(
      'SELECT d.id, d.head_seq AS "headSeq" FROM notes n JOIN documents d ON d.id = n.document_id WHERE n.id = $1',
      [noteId],
    );
    if (!document || document.headSeq === '0') return null;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      await this.settling.settleNow(document.id, attempt >= patientAttempts);
      const text = await this.findOfNote(noteId);
      if (text && text.seq >= Number(document.headSeq)) return text;
      // Another process has it at hand.
      await wait(pause);
    }
    throw new AppError('unavailable');
  }

  /** Null for a note in which nobody has written, or that could never be read. */
  async findOfNote(noteId: string, tx: EntityManager = this.dataSource.manager): Promise<SettledText | null> {
    const [row] = await tx.query<(Omit<SettledText, 'seq'> & { seq: string })[]>(
      `SELECT s.document_id AS "documentId", s.generation, s.seq, s.schema_version AS "schemaVersion", s.text,
              s.word_count AS "wordCount", s.content, s.sha256, s.authors, s.signs, s.settled_at AS "settledAt"
         FROM notes n JOIN settled_documents s ON s.document_id = n.document_id
        WHERE n.id = $1 AND s.settled_at IS NOT NULL AND s.sha256 IS NOT NULL`,
      [noteId],
    );
    return row ? { ...row, seq: Number(row.seq) } : null;
  }

  /** Whose client ids these are in the text of a note. */
  async findPeopleOf(
    noteId: string,
    clientIds: readonly number[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<Map<number, string>> {
    const rows = await tx.query<{ clientId: string; personId: string }[]>(
      `SELECT c.client_id AS "clientId", c.person_id AS "personId"
         FROM notes n JOIN document_clients c ON c.document_id = n.document_id
        WHERE n.id = $1 AND c.client_id = ANY ($2::bigint[])`,
      [noteId, clientIds],
    );
    return new Map(rows.map(({ clientId, personId }) => [Number(clientId), personId]));
  }

  /** Who wrote in a text after a number, the last one first. */
  async listWritersSince(
    documentId: string,
    seq: number,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<Writer[]> {
    const rows = await tx.query<(Omit<Writer, 'lastSeq'> & { lastSeq: string })[]>(
      `SELECT person_id AS "personId", last_seq AS "lastSeq", written_at AS "writtenAt"
         FROM document_writers WHERE document_id = $1 AND last_seq > $2 ORDER BY last_seq DESC, person_id`,
      [documentId, seq],
    );
    return rows.map((row) => ({ ...row, lastSeq: Number(row.lastSeq) }));
  }
}
