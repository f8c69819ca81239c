import { Injectable } from '@nestjs/common';
import type { NoteContent } from '@kring/contracts';
import { EMPTY_NOTE, SCHEMA_VERSION } from '@kring/live-documents';
import { AppError } from '../common/app-error.ts';
import { SettledTexts, type SettledText } from '../documents/settled-texts.service.ts';
import { toNoteContent } from './history.mapper.ts';
import { HistoryRepository, type ContentRow } from './history.repository.ts';

/** What a note says or said, with the people who wrote it. It checks no permission. */
@Injectable()
export class NoteTexts {
  constructor(
    private readonly history: HistoryRepository,
    private readonly settled: SettledTexts,
  ) {}

  readNow(noteId: string): Promise<SettledText | null> {
    return this.settled.readNow(noteId);
  }

  async now(noteId: string): Promise<NoteContent> {
    const text = await this.readNow(noteId);
    return this.withPeople(noteId, {
      schemaVersion: text?.schemaVersion ?? SCHEMA_VERSION,
      wordCount: text?.wordCount ?? 0,
      content: text?.content ?? EMPTY_NOTE.content,
      authors: text?.authors ?? [],
      at: new Date(),
    });
  }

  async ofVersion(noteId: string, versionId: string): Promise<NoteContent> {
    const row = await this.history.findContent(noteId, versionId);
    if (!row) throw new AppError('not-found');
    return this.withPeople(noteId, row);
  }

  async withPeople(noteId: string, row: ContentRow): Promise<NoteContent> {
    const clientIds = [...new Set(row.authors.map(([, clientId]) => clientId))];
    const personOf = await this.settled.findPeopleOf(noteId, clientIds);
    const people = await this.history.listWorkers(noteId, [...new Set(personOf.values())]);
    return toNoteContent(row, personOf, people);
  }
}
