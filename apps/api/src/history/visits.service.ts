import { Injectable } from '@nestjs/common';
import type { Done, LastVisit, NoteContent } from '@kring/contracts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { HistoryRepository } from './history.repository.ts';
import { NoteTexts } from './note-texts.service.ts';
import { VisitsRepository } from './visits.repository.ts';

/** What changed since somebody was here last. Each person has to do with their own visits alone. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: NoteAccess,
    private readonly history: HistoryRepository,
    private readonly visits: VisitsRepository,
    private readonly settled: SettledTexts,
    private readonly texts: NoteTexts,
  ) {}

  async getLast(actor: Actor, noteId: string): Promise<LastVisit> {
    await this.access.requireNote(actor, noteId, 'version.read');
    const before = await this.visits.findBefore(noteId, actor.personId);
    if (!before) return { at: null, isChanged: false };
    const text = await this.settled.readNow(noteId);
    const isChanged = text !== null && text.sha256 !== before.sha256;
    // Of what one wrote oneself one needs no news.
    const isNews = isChanged && (await this.isByOthers(actor, text.documentId, before.seq));
    return { at: before.at.toISOString(), isChanged: isNews };
  }

  private async isByOthers({ personId }: Actor, documentId: string, seq: number): Promise<boolean> {
    const writers = await this.settled.listWritersSince(documentId, seq);
    return writers.some((writer) => writer.personId !== personId);
  }

  async getLastSeenText(actor: Actor, noteId: string): Promise<NoteContent | null> {
    await this.access.requireNote(actor, noteId, 'version.read');
    const row = await this.visits.findContentBefore(noteId, actor.personId);
    return row && this.texts.withPeople(noteId, row);
  }

  async getText(actor: Actor, noteId: string): Promise<NoteContent> {
    await this.access.requireNote(actor, noteId, 'version.read');
    return this.texts.now(noteId);
  }

  async record(actor: Actor, noteId: string, { isCaughtUp }: { isCaughtUp: boolean }): Promise<Done> {
    await this.access.requireNote(actor, noteId, 'version.read');
    const text = await this.settled.readNow(noteId);
    await this.transactions.run(async (tx) => {
      await this.access.requireNote(actor, noteId, 'version.read', tx);
      const sha256 = await this.history.keepContent(tx, noteId, text);
      const { personId } = actor;
      await this.visits.record(tx, { noteId, personId, seq: text?.seq ?? 0, sha256, isCaughtUp });
    });
    return { done: true };
  }
}
