import { Injectable } from '@nestjs/common';
import { defaultDigestPlan, type FollowTarget, type NotificationKind } from '@kring/contracts';
import {
  defaultPreference,
  hearsAsFollower,
  mayBeTold,
  nextDigestAt,
  notificationRules,
} from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { FollowsRepository } from './follows.repository.ts';
import { NotificationAccess, type NotificationObject } from './notification-access.ts';
import { NotificationClock } from './notification-clock.ts';
import type { NotificationAbout, Telling } from './notification.types.ts';
import { NotificationsRepository, type NotificationRecipient } from './notifications.repository.ts';

/** Long enough to have read it in Kring first. */
const mailDelayMs = 2 * 60_000;

/** Tells people what happened, in the transaction in which it happens. What other features call. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly access: NotificationAccess,
    private readonly clock: NotificationClock,
    private readonly notifications: NotificationsRepository,
    private readonly follows: FollowsRepository,
  ) {}

  /**
   * Tells whoever is meant, may know of it and wants to, and returns their ids. Never whoever did it, nobody twice of
   * one event. What somebody has not read yet about one object becomes one.
   */
  async tell(tx: EntityManager, telling: Telling): Promise<string[]> {
    const { kind, about } = telling;
    requireKindFitsPlace(kind, about);
    const object = await this.access.findObject(tx, about);
    if (!object) return [];
    const eventKey = `${kind}:${telling.eventKey ?? uuidv7()}`;
    const now = telling.happenedAt ?? this.clock.now();
    const meant = await this.listMeant(tx, telling, object);
    const told = await this.listTold(tx, telling, { eventKey, now, personIds: meant });
    const fresh = meant.filter((id) => !told.includes(id));
    const allowed = await this.keepAllowed(tx, kind, object, fresh);
    const mailAfter = telling.happenedAt ? null : new Date(now.getTime() + mailDelayMs);
    const recipients = await this.toRecipients(tx, kind, allowed, mailAfter);
    if (recipients.length > 0) {
      const place = { copId: object.copId, caseId: object.caseId, noteId: object.noteId };
      await this.notifications.beginMailings(tx, idsOf(recipients), {
        ...defaultDigestPlan,
        nextAt: nextDigestAt(this.clock.now(), defaultDigestPlan),
      });
      const given = {
        kind,
        ...place,
        ...detailsOf(telling),
        objectKey: objectKeyOf(about),
        eventKey,
        at: now,
      };
      await this.notifications.add(tx, given, recipients);
    }
    return allowed;
  }

  /** Those of the people who may know of this kind there now. */
  async listAllowed(
    tx: EntityManager,
    kind: NotificationKind,
    about: NotificationAbout,
    personIds: readonly string[],
  ): Promise<string[]> {
    const object = await this.access.findObject(tx, about);
    return object ? this.keepAllowed(tx, kind, object, personIds) : [];
  }

  /** What was asked has been done, perhaps by somebody else: nobody, or none of these people, is asked it any more. */
  async settle(
    tx: EntityManager,
    kind: NotificationKind,
    about: NotificationAbout,
    personIds: readonly string[] | null = null,
  ): Promise<void> {
    await this.notifications.settle(tx, kind, { objectKey: objectKeyOf(about), personIds }, this.clock.now());
  }

  /** These people work on it, so they follow it from now on, unless they said before that they do not want to. */
  async beginFollowing(
    tx: EntityManager,
    personIds: readonly string[],
    target: FollowTarget,
    id: string,
  ): Promise<void> {
    await this.follows.begin(tx, personIds, target, id);
  }

  private async listMeant(
    tx: EntityManager,
    telling: Telling,
    object: NotificationObject,
  ): Promise<string[]> {
    const { kind, recipients, actor, except = [] } = telling;
    const meant = recipients === 'followers' ? await this.listFollowers(tx, kind, object) : recipients;
    const left = new Set(meant);
    for (const id of except) left.delete(id);
    if (actor) left.delete(actor.personId);
    return [...left];
  }

  private async listTold(
    tx: EntityManager,
    { kind, about, actor, eventKey: key, quietMs }: Telling,
    { eventKey, now, personIds }: { eventKey: string; now: Date; personIds: readonly string[] },
  ): Promise<string[]> {
    if (actor && quietMs !== undefined) {
      const since = new Date(now.getTime() - quietMs);
      const same = { kind, objectKey: objectKeyOf(about), actorId: actor.personId, since };
      return this.notifications.listToldSince(tx, same, personIds);
    }
    return key === undefined ? [] : this.notifications.listTold(tx, eventKey, personIds);
  }

  private async listFollowers(
    tx: EntityManager,
    kind: NotificationKind,
    object: NotificationObject,
  ): Promise<string[]> {
    const choices = await this.follows.listChoices(tx, object);
    return [...choices].filter(([, said]) => hearsAsFollower(kind, said)).map(([personId]) => personId);
  }

  private async keepAllowed(
    tx: EntityManager,
    kind: NotificationKind,
    { facts }: NotificationObject,
    personIds: readonly string[],
  ): Promise<string[]> {
    const principals = await this.access.listPrincipals(tx, personIds);
    return principals
      .filter((principal) => mayBeTold(principal, kind, facts))
      .map(({ personId }) => personId);
  }

  private async toRecipients(
    tx: EntityManager,
    kind: NotificationKind,
    personIds: readonly string[],
    mailAfter: Date | null,
  ): Promise<NotificationRecipient[]> {
    if (personIds.length === 0) return [];
    const chosen = await this.notifications.listPreferences(tx, kind, personIds);
    return personIds.flatMap((personId) => {
      const { inApp, mail } = chosen.get(personId) ?? defaultPreference(kind);
      if (!inApp && mail === 'off') return [];
      return [{ personId, isListed: inApp, mailAfter: mail === 'now' ? mailAfter : null }];
    });
  }
}

const idsOf = (recipients: readonly NotificationRecipient[]) => recipients.map(({ personId }) => personId);

function detailsOf({ about, actor, commentId }: Telling) {
  const inNote = 'noteId' in about ? about : null;
  return {
    threadId: inNote?.threadId ?? null,
    sectionId: inNote?.sectionId ?? null,
    actorId: actor?.personId ?? null,
    commentId: commentId ?? null,
  };
}

/** What is one as long as it is unread: a thread, a section, else the note, the case, the CoP. */
function objectKeyOf(about: NotificationAbout): string {
  if ('copId' in about) return `cop:${about.copId}`;
  if ('caseId' in about) return `case:${about.caseId}`;
  if (about.threadId !== undefined) return `thread:${about.threadId}`;
  if (about.sectionId !== undefined) return `section:${about.noteId}/${about.sectionId}`;
  return `note:${about.noteId}`;
}

function requireKindFitsPlace(kind: NotificationKind, about: NotificationAbout): void {
  const { on } = notificationRules[kind];
  if (!(`${on}Id` in about)) throw new Error(`"${kind}" is told about a ${on}`);
}
