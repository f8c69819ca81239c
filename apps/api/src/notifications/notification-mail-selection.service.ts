import { Injectable } from '@nestjs/common';
import type { UnsubscribeTopic } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { NotificationAccess } from './notification-access.ts';
import { NotificationListsRepository, type NotificationRow } from './notification-lists.repository.ts';
import { NotificationPreferencesService } from './notification-preferences.service.ts';

export const mostInMail = 25;

/** What a mail is about: some notifications, or all of a period. */
export interface MailSelection {
  readonly personId: string;
  readonly topic: UnsubscribeTopic;
  readonly ids?: readonly string[];
  readonly since?: Date | null;
  readonly until?: Date;
}

/** What belongs in a mail at this moment: unread still, to be seen still, and wanted by mail still. */
@Injectable()
export class NotificationMailSelection {
  constructor(
    private readonly access: NotificationAccess,
    private readonly lists: NotificationListsRepository,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  /** Newest first; one more than goes into a mail when there is more. */
  async list({ personId, topic, ...period }: MailSelection, tx?: EntityManager): Promise<NotificationRow[]> {
    const principal = await this.access.findPrincipal(personId, tx);
    if (!principal) return [];
    const chosen = await this.preferences.get(personId, tx);
    const kinds = chosen.kinds.filter(({ mail }) => mail === topic).map(({ kind }) => kind);
    const filter = { kinds, isUnreadOnly: true, includesUnlisted: true, limit: mostInMail + 1, ...period };
    return this.lists.list(principal, filter, tx);
  }
}
