import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DomainEventOf } from '../common/domain-events.ts';
import { SettledTexts, type SettledText } from '../documents/settled-texts.service.ts';
import type { Actor } from '../identity/actor.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { HistoryRepository, type NewVersion } from './history.repository.ts';

export type VersionFacts = Omit<NewVersion, 'generation' | 'seq' | 'sha256' | 'workerIds'>;

/** Puts what a note says into its history, with who worked in it since the version before. */
@Injectable()
export class VersionKeeper {
  constructor(
    private readonly history: HistoryRepository,
    private readonly settled: SettledTexts,
    private readonly notifications: NotificationsService,
  ) {}

  /** `text` is null for a note in which nobody has written. The note must be locked. */
  async keep(tx: EntityManager, facts: VersionFacts, text: SettledText | null): Promise<void> {
    const latest = await this.history.findLatest(tx, facts.noteId);
    const writers = text
      ? await this.settled.listWritersSince(text.documentId, latest?.coversSeq ?? 0, tx)
      : [];
    const sha256 = await this.history.keepContent(tx, facts.noteId, text);
    await this.history.insert(tx, {
      ...facts,
      generation: text?.generation ?? 1,
      seq: text?.seq ?? 0,
      sha256,
      workerIds: writers.map(({ personId }) => personId),
    });
  }

  /** The text follows as edits of whoever asked; that an earlier version came back is said here, once. */
  async tellRestored(tx: EntityManager, actor: Pick<Actor, 'personId'>, noteId: string): Promise<void> {
    const about = { noteId };
    await this.notifications.tell(tx, { kind: 'note-restored', actor, recipients: 'followers', about });
  }

  /** Tells the pages that have the note open to look at its history. */
  touched(noteId: string): DomainEventOf<'note-touched'> {
    return { type: 'note-touched', noteId, topic: 'versions' };
  }
}
