import { Injectable } from '@nestjs/common';
import type { EndpointInput, EndpointResponse, endpoints } from '@kring/contracts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { quietMs } from './sign-news.service.ts';

type Made = EndpointInput<typeof endpoints.tellSectionOwner>;
type Answer = EndpointResponse<typeof endpoints.tellSectionOwner>;

/** Telling people at once that they were made owner of a section; `NoteNews` does it later where this did not come through. */
@Injectable()
export class SectionOwnersService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: NoteAccess,
    private readonly notifications: NotificationsService,
    private readonly limits: AttemptLimits,
  ) {}

  async tell(actor: Actor, { params, body }: Made, origin: RequestOrigin): Promise<Answer> {
    const about = { noteId: params.noteId, sectionId: body.sectionKey };
    await this.limits.spend('mention', { address: origin.address, account: actor.personId });
    return this.transactions.run(async (tx) => {
      await this.access.requireNote(actor, params.noteId, 'note.write', tx);
      const recipients = await this.notifications.listAllowed(tx, 'section-owner', about, [body.personId]);
      if (recipients.length === 0) return { outcome: 'cannot-read' };
      await this.notifications.tell(tx, { kind: 'section-owner', actor, recipients, about, quietMs });
      return { outcome: 'told' };
    });
  }
}
