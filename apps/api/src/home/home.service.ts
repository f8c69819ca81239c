import { Injectable } from '@nestjs/common';
import { notificationKindsOf, type Home } from '@kring/contracts';
import { CasesService } from '../cases/cases.service.ts';
import { CopJoinRequestsService } from '../cops/cop-join-requests.service.ts';
import { CopsService } from '../cops/cops.service.ts';
import type { Actor } from '../identity/actor.ts';
import { NotificationLists } from '../notifications/notification-lists.service.ts';
import { NotesService } from '../notes/notes.service.ts';
import { TimelineService } from '../timeline/timeline.service.ts';

const mostTold = 12;
const mostDates = 4;
// Requests to join are listed by themselves.
const askedKinds = notificationKindsOf('for-me').filter((kind) => kind !== 'join-request');

/** *Mijn werk*: what waits for somebody, and where they were. */
@Injectable()
export class HomeService {
  constructor(
    private readonly cops: CopsService,
    private readonly cases: CasesService,
    private readonly notes: NotesService,
    private readonly joinRequests: CopJoinRequestsService,
    private readonly notifications: NotificationLists,
    private readonly timeline: TimelineService,
  ) {}

  async get(actor: Actor): Promise<Home> {
    const [joinRequests, asked, changed, cops, myCases, recentCases, recentNotes] = await Promise.all([
      this.joinRequests.listForMe(actor),
      this.notifications.listUnread(actor, askedKinds, mostTold),
      this.notifications.listUnread(actor, notificationKindsOf('following'), mostTold),
      this.cops.listMine(actor),
      this.cases.listMine(actor),
      this.cases.listRecent(actor),
      this.notes.listRecent(actor),
    ]);
    const dated = cops.filter(({ abilities }) => abilities.includes('date.list'));
    const nextDates = await this.timeline.listNext(
      dated.map(({ id }) => id),
      mostDates,
    );
    return { joinRequests, asked, changed, nextDates, cops, myCases, recentCases, recentNotes };
  }
}
