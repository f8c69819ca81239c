import { Injectable } from '@nestjs/common';
import type { EndpointInput, EndpointResponse, endpoints } from '@kring/contracts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { quietMs } from './sign-news.service.ts';

type Mention = EndpointInput<typeof endpoints.mentionPerson>;
type Answer = EndpointResponse<typeof endpoints.mentionPerson>;

/** Telling people at once that their name stands in a note; `NoteNews` does it later where this did not come through. */
@Injectable()
export class MentionsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: NoteAccess,
    private readonly notifications: NotificationsService,
    private readonly limits: AttemptLimits,
  ) {}

  /** Once an hour for each author and note, however often the name is put in. */
  async mention(actor: Actor, { params, body }: Mention, origin: RequestOrigin): Promise<Answer> {
    const { noteId } = params;
    const { personId } = body;
    await this.limits.spend('mention', { address: origin.address, account: actor.personId });
    return this.transactions.run(async (tx) => {
      await this.access.requireNote(actor, noteId, 'note.write', tx);
      const about = { noteId };
      const readers = await this.notifications.listAllowed(tx, 'mention', about, [personId]);
      if (readers.length === 0) return { outcome: 'cannot-read' };
      await this.notifications.tell(tx, { kind: 'mention', actor, recipients: readers, about, quietMs });
      return { outcome: 'told' };
    });
  }
}
