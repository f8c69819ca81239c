import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  countWords,
  noteToText,
  SCHEMA_VERSION,
  type AuthorRun,
  type NoteNode,
} from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { HistoryRepository } from './history.repository.ts';
import { VisitsRepository } from './visits.repository.ts';

export interface PastVersion {
  readonly noteId: string;
  readonly title: string;
  readonly at: Date;
  /** Of the document, where the text still stands like this; 0 for one from before its log. */
  readonly seq: number;
  readonly personId: string;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly content: NoteNode;
  readonly authors: readonly AuthorRun[];
}

/** Gives a note that is made in one go the history that it had elsewhere. */
@Injectable()
export class PastVersions {
  constructor(
    private readonly history: HistoryRepository,
    private readonly visits: VisitsRepository,
  ) {}

  /** Returns the hash of its content. */
  async add(tx: EntityManager, version: PastVersion): Promise<string> {
    const { noteId, title, at, seq, personId, name, description, content, authors } = version;
    const sha256 = createHash('sha256').update(canonicalJson(content)).digest('hex');
    const wordCount = countWords(noteToText(content));
    const kept = { sha256, schemaVersion: SCHEMA_VERSION, wordCount, content, authors };
    await this.history.keepContent(tx, noteId, kept);
    const facts = { id: uuidv7(), noteId, generation: 1, seq, title, sha256, workerIds: [personId] };
    const kind = name
      ? ({ kind: 'named', name, description: description ?? '', createdById: personId } as const)
      : ({ kind: 'automatic' } as const);
    await this.history.insert(tx, { ...facts, ...kind, createdAt: at });
    return sha256;
  }

  /** These people saw last what stood there at that moment. */
  async addVisits(
    tx: EntityManager,
    visit: { noteId: string; personIds: readonly string[]; sha256: string; at: Date },
  ): Promise<void> {
    for (const personId of visit.personIds) await this.visits.insertPast(tx, { ...visit, personId });
  }
}
