import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { compareSigns, type SignChange } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../common/domain-events.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { SettledTexts, type SettledText } from '../documents/settled-texts.service.ts';
import { NoteNewsRepository, type ToldOf } from './note-news.repository.ts';
import { SignNews } from './sign-news.service.ts';

const lookEveryMs = 60_000;
/** What came to rest longer ago was looked at when the process started. */
const lookBackMs = 60 * 60_000;

/**
 * When a note has come to rest: whoever wrote in it follows it, those who follow it hear who worked, and people hear
 * what it now says of them. What is to be told follows from numbers in the database: a restart or a lost event makes
 * it later, never undone, and never twice.
 */
@Injectable()
export class NoteNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('NoteNews');
  private stopListening: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private hasLooked = false;

  constructor(
    private readonly events: DomainEvents,
    private readonly transactions: TransactionRunner,
    private readonly texts: SettledTexts,
    private readonly news: NoteNewsRepository,
    private readonly signs: SignNews,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.events.on('document-settled', ({ noteId }) => this.tell(noteId));
    this.timer = setInterval(() => {
      this.running = this.look().catch((error: unknown) =>
        this.logger.error({ err: error }, 'What texts say could not be told; tried again in a minute'),
      );
    }, lookEveryMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening();
    clearInterval(this.timer);
    await this.running;
  }

  /** Tells what is new in a note since it was told of last; nothing when that is nothing. */
  async tell(noteId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const told = await this.news.lock(tx, noteId);
      const text = await this.texts.findOfNote(noteId, tx);
      if (!text || text.seq <= told.seq) return;
      await this.tellNew(tx, noteId, text, told);
      await this.news.keep(tx, noteId, text);
    });
  }

  /** A new note whose text people worked on before it came here: of that nobody is told. */
  async beginSilently(tx: EntityManager, noteId: string): Promise<void> {
    await this.news.beginSilently(tx, noteId);
  }

  /** Tells what no event told of, of notes that came to rest since a moment, or ever. */
  async tellDue(since: Date | null = null): Promise<void> {
    for (const noteId of await this.news.listDue(since)) await this.tell(noteId);
  }

  private async look(): Promise<void> {
    await this.tellDue(this.hasLooked ? new Date(Date.now() - lookBackMs) : null);
    this.hasLooked = true;
  }

  private async tellNew(tx: EntityManager, noteId: string, text: SettledText, told: ToldOf): Promise<void> {
    const { documentId, seq } = text;
    const writers = await this.texts.listWritersSince(documentId, told.seq, tx);
    const writerIds = writers.map(({ personId }) => personId);
    if (told.seq === 0 && told.signs === null) return this.signs.beginFollowing(tx, noteId, writerIds);
    await this.signs.tellWork(tx, noteId, { writerIds, eventKey: `${documentId}/${seq}` });
    const changes = text.signs && told.signs ? compareSigns(told.signs, text.signs) : [];
    const people = await this.texts.findPeopleOf(noteId, clientsOf(changes), tx);
    for (const change of changes) {
      const actorId = change.by === null ? undefined : people.get(change.by);
      // What a note began with, from a template for instance, is nobody's doing.
      if (actorId === undefined && told.seq === 0) continue;
      await this.signs.tell(tx, noteId, change, { actorId: actorId ?? null, writerIds });
    }
  }
}

const clientsOf = (changes: readonly SignChange[]) => changes.flatMap(({ by }) => (by === null ? [] : [by]));
