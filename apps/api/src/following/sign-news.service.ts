import { Injectable } from '@nestjs/common';
import type { SignChange } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import type { Telling } from '../notifications/notification.types.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { NoteNewsRepository } from './note-news.repository.ts';

/** Whoever puts a name in is told at once by their own page as well; within this time that is one telling. */
export const quietMs = 60 * 60_000;

interface DoneBy {
  /** Null where the text does not say who it was. */
  readonly actorId: string | null;
  /** All who worked in the text meanwhile: where nobody knows who did it, none of them is told. */
  readonly writerIds: readonly string[];
}

/** Tells people of what stands in a text: that somebody worked on it, and what it says of them. */
@Injectable()
export class SignNews {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly news: NoteNewsRepository,
  ) {}

  async beginFollowing(tx: EntityManager, noteId: string, writerIds: readonly string[]): Promise<void> {
    await this.notifications.beginFollowing(tx, writerIds, 'note', noteId);
  }

  async tellWork(
    tx: EntityManager,
    noteId: string,
    { writerIds, eventKey }: { readonly writerIds: readonly string[]; readonly eventKey: string },
  ): Promise<void> {
    await this.beginFollowing(tx, noteId, writerIds);
    for (const personId of writerIds) {
      await this.notifications.tell(tx, {
        kind: 'note-changed',
        actor: { personId },
        recipients: 'followers',
        about: { noteId },
        eventKey: `${eventKey}/${personId}`,
      });
    }
  }

  async tell(
    tx: EntityManager,
    noteId: string,
    change: SignChange,
    { actorId, writerIds }: DoneBy,
  ): Promise<void> {
    const actor = actorId === null ? null : { personId: actorId };
    const common = { actor, except: actor ? [] : writerIds, quietMs };
    if (change.kind === 'section-ready') return this.tellReady(tx, noteId, change.sectionKey, common);
    const about = change.kind === 'mention' ? { noteId } : { noteId, sectionId: change.sectionKey };
    await this.notifications.tell(tx, {
      ...common,
      kind: change.kind,
      recipients: [change.personId],
      about,
    });
  }

  /** The case holder hears of it as well when they do not follow the note. */
  private async tellReady(
    tx: EntityManager,
    noteId: string,
    sectionId: string,
    common: Pick<Telling, 'actor' | 'quietMs'> & { readonly except: readonly string[] },
  ): Promise<void> {
    const telling = { ...common, kind: 'section-ready', about: { noteId, sectionId } } as const;
    const holderId = await this.news.findHolder(tx, noteId);
    const recipients = holderId === null ? [] : [holderId];
    const told = await this.notifications.tell(tx, { ...telling, recipients });
    const except = [...common.except, ...told];
    await this.notifications.tell(tx, { ...telling, recipients: 'followers', except });
  }
}
