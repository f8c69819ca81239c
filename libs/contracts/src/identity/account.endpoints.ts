import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { pageOf, pageQuerySchema } from '../paging.ts';
import * as accounts from './account.schema.ts';

const personParams = z.strictObject({ personId: idSchema });

/** Accounts and the audit trail, as administrators see them. */
export const accountEndpoints = {
  listAccounts: endpoint({
    method: 'GET',
    path: '/people',
    access: 'person.list',
    summary: 'People with an account, by name, 100 at a time.',
    query: accounts.accountListQuerySchema,
    response: pageOf(accounts.accountSchema),
  }),
  updateAccount: endpoint({
    method: 'PATCH',
    path: '/people/:personId',
    access: 'person.update',
    summary: 'Changes a platform role, or disables a person.',
    params: personParams,
    body: accounts.updateAccountInputSchema,
    response: accounts.accountSchema,
    errors: ['last-administrator', 'not-yourself'],
  }),
  listAuditEvents: endpoint({
    method: 'GET',
    path: '/audit',
    access: 'audit.read',
    summary: 'Audit events, newest first, 100 at a time.',
    query: pageQuerySchema,
    response: pageOf(accounts.auditEventSchema),
  }),
} as const satisfies Record<string, Endpoint>;
