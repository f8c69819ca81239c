import { Injectable } from '@nestjs/common';
import {
  notificationKindsOf,
  type EndpointInput,
  type Notification,
  type NotificationClass,
  type NotificationKind,
  type NotificationPage,
  type UnreadCounts,
  type endpoints,
} from '@kring/contracts';
import type { PersonPrincipal } from '@kring/domain';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { NotificationClock } from './notification-clock.ts';
import { NotificationListsRepository, type NotificationRow } from './notification-lists.repository.ts';
import { NotificationTexts } from './notification-texts.service.ts';
import { NotificationsRepository } from './notifications.repository.ts';

type ListQuery = EndpointInput<typeof endpoints.listNotifications>['query'];
type Mark = EndpointInput<typeof endpoints.markNotifications>['body'];

type Place = { readonly noteId: string } | { readonly caseId: string };

const pageSize = 30;
/** What one has read by having the page before oneself; a thread is read by opening it. */
const readByVisit: readonly NotificationKind[] = [
  'mention',
  'section-owner',
  'note-changed',
  'note-created',
  'note-restored',
  'section-ready',
  'case-holder',
  'case-created',
  'case-status',
];

/** What somebody was told, as they see it: listed, counted and marked. */
@Injectable()
export class NotificationLists {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: NotificationClock,
    private readonly lists: NotificationListsRepository,
    private readonly notifications: NotificationsRepository,
    private readonly texts: NotificationTexts,
  ) {}

  async list(actor: Actor, query: ListQuery): Promise<NotificationPage> {
    const principal = personOf(actor);
    const rows = await this.lists.list(principal, {
      kinds: notificationKindsOf(query.class),
      isUnreadOnly: query.unread === 'true',
      after: query.after === undefined ? undefined : fromCursor(query.after),
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      items: await this.toNotifications(page),
      next: last && rows.length > pageSize ? toCursor(last) : null,
      unread: await this.lists.countUnread(principal),
    };
  }

  /** What somebody has not read yet, newest first, as far as it goes on one page. */
  async listUnread(actor: Actor, kinds: readonly NotificationKind[], limit: number): Promise<Notification[]> {
    const filter = { kinds, isUnreadOnly: true, limit };
    return this.toNotifications(await this.lists.list(personOf(actor), filter));
  }

  async countUnread(actor: Actor): Promise<UnreadCounts> {
    return this.lists.countUnread(personOf(actor));
  }

  async mark(actor: Actor, { ids, isRead }: Mark): Promise<UnreadCounts> {
    await this.transactions.run(async (tx) => {
      await this.lists.mark(tx, actor.personId, ids, isRead ? this.clock.now() : null);
      await this.notifications.signal(tx, [actor.personId]);
    });
    return this.countUnread(actor);
  }

  async markAll(actor: Actor, ofClass: NotificationClass, upTo: Date): Promise<UnreadCounts> {
    await this.transactions.run(async (tx) => {
      await this.lists.markAll(tx, actor.personId, { ofClass, upTo, readAt: this.clock.now() });
      await this.notifications.signal(tx, [actor.personId]);
    });
    return this.countUnread(actor);
  }

  /** They have the page of this note or case before them. */
  async visit(actor: Actor, place: Place): Promise<void> {
    await this.markPlace(actor, place, readByVisit);
  }

  /** They have the effect matrix of this case before them. What is asked of them stays until it is done. */
  async visitEffects(actor: Actor, caseId: string): Promise<void> {
    await this.markPlace(actor, { caseId }, ['matrix-revealed']);
  }

  private async markPlace(actor: Actor, place: Place, kinds: readonly NotificationKind[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      const marking = { kinds, readAt: this.clock.now() };
      const count = await this.lists.markPlace(tx, actor.personId, place, marking);
      if (count > 0) await this.notifications.signal(tx, [actor.personId]);
    });
  }

  private async toNotifications(rows: readonly NotificationRow[]): Promise<Notification[]> {
    const texts = await this.texts.read(rows.flatMap(({ commentIds }) => commentIds.slice(0, 1)));
    return rows.map(({ commentIds, at, readAt, ...row }) => ({
      ...row,
      text: texts.get(commentIds[0] ?? '') ?? null,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
  }
}

function personOf({ principal }: Actor): PersonPrincipal {
  if (principal.kind !== 'person') throw new Error('An actor is a person');
  return principal;
}

function toCursor({ at, id }: NotificationRow): string {
  return `${at.toISOString()}_${id}`;
}

function fromCursor(cursor: string): { at: Date; id: string } {
  const [at = '', id = ''] = cursor.split('_', 2);
  return { at: new Date(at), id };
}
