import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotificationsService } from '../notifications/notifications.service.ts';
import type { DemoContent, DemoTelling } from './demo-content.ts';
import type { DemoIds } from './demo-loader.ts';

const hourMs = 3_600_000;

/** What the people of a demo programme follow and have been told. */
@Injectable()
export class DemoNoticesLoader {
  constructor(private readonly notifications: NotificationsService) {}

  async load(
    tx: EntityManager,
    { follows, tellings }: Pick<DemoContent, 'follows' | 'tellings'>,
    ids: DemoIds,
  ): Promise<void> {
    for (const { personKey, of } of follows) {
      const people = [ids.person(personKey)];
      if ('copSlug' in of) await this.notifications.beginFollowing(tx, people, 'cop', ids.cop(of.copSlug));
      else await this.notifications.beginFollowing(tx, people, 'case', ids.case(of.caseKey));
    }
    for (const telling of tellings) await this.tell(tx, telling, ids);
  }

  private async tell(tx: EntityManager, telling: DemoTelling, ids: DemoIds): Promise<void> {
    const { kind, byKey, toKeys, about, hoursAgo } = telling;
    const { caseKey, noteTitle } = about;
    await this.notifications.tell(tx, {
      kind,
      actor: { personId: ids.person(byKey) },
      recipients: toKeys === 'followers' ? toKeys : toKeys.map((key) => ids.person(key)),
      about:
        noteTitle === undefined ? { caseId: ids.case(caseKey) } : { noteId: ids.note(caseKey, noteTitle) },
      happenedAt: new Date(Date.now() - hoursAgo * hourMs),
    });
  }
}
