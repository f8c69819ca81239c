import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AccessScope } from '../common/domain-events.ts';
import { DocumentEntity } from './document.entity.ts';

export interface WrittenDocument {
  readonly documentId: string;
  readonly writtenAt: Date;
}

const mostWritten = 50;
/** Readers are given a client id too, so more texts are looked at than are wanted. */
const mostOpened = 200;

/** Owns the rows of live texts: each has one room, and a version of who may write in it. */
@Injectable()
export class DocumentsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the document of a room, with a first text (a Yjs V1 update) where there is one; returns its id. */
  async createFor(tx: EntityManager, room: string, text?: Uint8Array): Promise<string> {
    const id = uuidv7();
    await tx.insert(DocumentEntity, { id, room, headSeq: text ? '1' : '0' });
    if (text) {
      await tx.query(
        'INSERT INTO document_snapshots (document_id, generation, up_to, bytes) VALUES ($1, 1, 1, $2)',
        [id, Buffer.from(text)],
      );
    }
    return id;
  }

  /** Names whose client ids stand in a text that came from elsewhere. */
  async nameWriters(
    tx: EntityManager,
    noteId: string,
    writers: readonly { clientId: number; personId: string }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO document_clients (document_id, client_id, person_id)
       SELECT n.document_id, w.client_id, w.person_id
         FROM notes n, unnest($2::bigint[], $3::uuid[]) AS w (client_id, person_id) WHERE n.id = $1`,
      [noteId, writers.map(({ clientId }) => clientId), writers.map(({ personId }) => personId)],
    );
  }

  /**
   * The documents that somebody wrote in, the last one first. Only what they stored counts, from the log and, where
   * that has been trimmed, from what was kept of it: to have had a text open is not to have written in it.
   */
  async listWrittenBy(personId: string): Promise<WrittenDocument[]> {
    return this.dataSource.query<WrittenDocument[]>(
      `WITH opened AS (
         SELECT document_id, max(created_at) AS at FROM document_clients WHERE person_id = $1
          GROUP BY document_id ORDER BY at DESC LIMIT ${mostOpened})
       SELECT o.document_id AS "documentId", w.at AS "writtenAt"
         FROM opened o
         CROSS JOIN LATERAL (
           SELECT greatest(
             (SELECT max(u.created_at) FROM document_updates u
               WHERE u.document_id = o.document_id AND u.person_id = $1),
             (SELECT k.written_at FROM document_writers k
               WHERE k.document_id = o.document_id AND k.person_id = $1)) AS at) w
        WHERE w.at IS NOT NULL ORDER BY w.at DESC, 1 LIMIT ${mostWritten}`,
      [personId],
    );
  }

  /**
   * Makes every write that was authorised before this transaction commits come too late. For whatever changes who may
   * write in the documents of a scope; the event goes out after the commit.
   */
  async bumpAccess(tx: EntityManager, scope: AccessScope): Promise<void> {
    const { condition, id } = toCondition(scope);
    // In one order for everybody, so that two changes at once wait for each other instead of locking each other out.
    await tx.query(
      `WITH affected AS (
         SELECT d.id FROM documents d
          WHERE d.id IN (SELECT n.document_id FROM notes n JOIN cases c ON c.id = n.case_id WHERE ${condition})
          ORDER BY d.id FOR NO KEY UPDATE OF d)
       UPDATE documents d SET access_version = d.access_version + 1 FROM affected WHERE d.id = affected.id`,
      [id],
    );
  }
}

function toCondition(scope: AccessScope): { condition: string; id: string } {
  if ('noteId' in scope) return { condition: 'n.id = $1', id: scope.noteId };
  if ('caseId' in scope) return { condition: 'c.id = $1', id: scope.caseId };
  if ('copId' in scope) return { condition: 'c.cop_id = $1', id: scope.copId };
  // Only members write.
  return {
    condition: 'c.cop_id IN (SELECT m.cop_id FROM cop_members m WHERE m.person_id = $1)',
    id: scope.personId,
  };
}
