import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { pageOf, pageQuerySchema } from '../paging.ts';
import * as outbox from './outbox.schema.ts';

export const outboxEndpoints = {
  listOutbox: endpoint({
    method: 'GET',
    path: '/outbox',
    access: 'outbox.read',
    summary: 'Mails, newest first, 50 at a time.',
    query: pageQuerySchema,
    response: pageOf(outbox.outboxMailSchema),
  }),
  retryMail: endpoint({
    method: 'POST',
    path: '/outbox/:mailId/retry',
    access: 'outbox.retry',
    summary: 'Puts a mail that did not go out back on its way. Once it is on its way, this changes nothing.',
    params: z.strictObject({ mailId: idSchema }),
    response: outbox.outboxMailSchema,
    errors: ['mail-outdated', 'no-mail-server'],
  }),
  retryMails: endpoint({
    method: 'POST',
    path: '/outbox/retry',
    access: 'outbox.retry',
    summary:
      'Puts all mails back on their way that did not go out, 500 at most; those with a dead link are left.',
    response: outbox.mailsRetriedSchema,
    errors: ['no-mail-server'],
  }),
} as const satisfies Record<string, Endpoint>;
