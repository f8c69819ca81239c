import { z } from 'zod';
import { doneSchema, idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import * as timeline from './timeline.schema.ts';

const copParams = z.strictObject({ copId: idSchema });
const dateParams = z.strictObject({ copId: idSchema, dateId: idSchema });

export const timelineEndpoints = {
  getTimeline: endpoint({
    method: 'GET',
    path: '/timeline',
    access: 'public',
    summary: 'What CoPs show of their dates on the first page: the last few and the next few, oldest first.',
    response: z.array(timeline.timelineDateSchema),
  }),
  listCopDates: endpoint({
    method: 'GET',
    path: '/cops/:copId/dates',
    access: 'date.list',
    summary: 'The dates of a CoP, oldest first; the latest two hundred of them.',
    params: copParams,
    response: z.array(timeline.copDateSchema),
  }),
  createCopDate: endpoint({
    method: 'POST',
    path: '/cops/:copId/dates',
    access: 'date.manage',
    summary: 'Puts a date on the timeline of a CoP.',
    params: copParams,
    body: timeline.createCopDateInputSchema,
    response: timeline.copDateSchema,
  }),
  updateCopDate: endpoint({
    method: 'PATCH',
    path: '/cops/:copId/dates/:dateId',
    access: 'date.manage',
    summary: 'Changes a date.',
    params: dateParams,
    body: timeline.updateCopDateInputSchema,
    response: timeline.copDateSchema,
    errors: ['changed-meanwhile'],
  }),
  removeCopDate: endpoint({
    method: 'POST',
    path: '/cops/:copId/dates/:dateId/remove',
    access: 'date.manage',
    summary: 'Takes a date off the timeline for good.',
    params: dateParams,
    response: doneSchema,
  }),
} as const satisfies Record<string, Endpoint>;
