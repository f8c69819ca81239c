import type { OutboxMail } from '@kring/contracts';
import type { OutboxMailEntity } from './outbox-mail.entity.ts';

export function toOutboxMail(
  mail: OutboxMailEntity,
  { isOutdated, hasServer }: { isOutdated: boolean; hasServer: boolean },
): OutboxMail {
  return {
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.body,
    state: mail.state,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    attempts: mail.attempts,
    failure: mail.failureReason && { reason: mail.failureReason, answer: mail.failureAnswer },
    isOutdated,
    canRetry: hasServer && !isOutdated && isStuck(mail),
  };
}

/** A waiting mail without a failure has not been tried, or is on its way at this moment. */
function isStuck({ state, failureReason }: OutboxMailEntity): boolean {
  return state === 'failed' || state === 'kept' || (state === 'waiting' && failureReason !== null);
}
