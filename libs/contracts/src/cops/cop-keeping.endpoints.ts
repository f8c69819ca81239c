import { z } from 'zod';
import { doneSchema, idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import * as keeping from './cop-keeping.schema.ts';
import { copSchema } from './cop.schema.ts';

const copParams = z.strictObject({ copId: idSchema });

/** What a CoP says of itself: starting it, writing its texts, and putting its welcome away. */
export const copKeepingEndpoints = {
  createCop: endpoint({
    method: 'POST',
    path: '/cops',
    access: 'cop.create',
    summary: 'Starts a CoP with its first facilitator.',
    body: keeping.createCopInputSchema,
    response: copSchema,
    errors: ['slug-taken'],
  }),
  updateCop: endpoint({
    method: 'PATCH',
    path: '/cops/:copId',
    access: 'cop.update',
    summary: 'Changes name, question, coordinator, charter, welcome or house rules.',
    params: copParams,
    body: keeping.updateCopInputSchema,
    response: copSchema,
    errors: ['changed-meanwhile'],
  }),
  dismissWelcome: endpoint({
    method: 'POST',
    path: '/cops/:copId/welcome/dismiss',
    access: 'cop.dismiss-welcome',
    summary: 'Puts the welcome of a CoP away for the person who asks; it stays for everybody else.',
    params: copParams,
    response: doneSchema,
  }),
} as const satisfies Record<string, Endpoint>;
