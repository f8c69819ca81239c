import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import * as keeping from './organisation-keeping.schema.ts';
import * as organisations from './organisation.schema.ts';

const organisationParams = z.strictObject({ organisationId: idSchema });

/** What administrators do with organisations, and the page of one. */
export const organisationKeepingEndpoints = {
  createOrganisation: endpoint({
    method: 'POST',
    path: '/organisations',
    access: 'organisation.create',
    summary: 'Adds an organisation.',
    body: keeping.createOrganisationInputSchema,
    response: organisations.organisationSchema,
  }),
  updateOrganisation: endpoint({
    method: 'PATCH',
    path: '/organisations/:organisationId',
    access: 'organisation.update',
    summary: 'Changes an organisation; a new name keeps the old one in its history.',
    params: organisationParams,
    body: keeping.updateOrganisationInputSchema,
    response: organisations.organisationSchema,
    errors: ['organisation-cycle', 'organisation-ended'],
  }),
  getOrganisation: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId',
    access: 'organisation.list',
    summary: 'An organisation with its names, its parts, and what went up in what.',
    params: organisationParams,
    response: keeping.organisationPageSchema,
  }),
  getOrganisationUse: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/use',
    access: 'organisation.merge',
    summary: 'How much refers to an organisation: what a merge would move.',
    params: organisationParams,
    response: keeping.organisationUseSchema,
  }),
  mergeOrganisation: endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/merge',
    access: 'organisation.merge',
    summary: 'Lets an organisation go up in another one: it ends, and what refers to it moves. For good.',
    params: organisationParams,
    body: keeping.mergeOrganisationInputSchema,
    response: organisations.organisationSchema,
    errors: ['organisation-ended', 'organisation-cycle'],
  }),
  endOrganisation: endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/end',
    access: 'organisation.end',
    summary: 'Ends an organisation: who is part of it stays, nobody new can be.',
    params: organisationParams,
    body: keeping.endOrganisationInputSchema,
    response: organisations.organisationSchema,
    errors: ['organisation-ended'],
  }),
  reopenOrganisation: endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/reopen',
    access: 'organisation.end',
    summary: 'Takes back that an organisation ended, unless it went up in another one.',
    params: organisationParams,
    response: organisations.organisationSchema,
    errors: ['organisation-ended'],
  }),
} as const satisfies Record<string, Endpoint>;
