import { z } from 'zod';
import { copSummarySchema } from './cops/cop.schema.ts';
import { caseSummarySchema } from './cases/case.schema.ts';
import { notificationSchema } from './notifications/notification.schema.ts';
import { timelineDateSchema } from './timeline/timeline.schema.ts';
import { idSchema, slugSchema, instantSchema } from './common.ts';

/** *Mijn werk*: what is asked of me, my CoPs, the cases that moved last. */
export const homeSchema = z.strictObject({
  /** People who ask to join a CoP that I facilitate. */
  joinRequests: z.array(
    z.strictObject({
      id: idSchema,
      personName: z.string(),
      cop: z.strictObject({ slug: slugSchema, name: z.string() }),
    }),
  ),
  /** What else is asked of me and not read yet, newest first. */
  asked: z.array(notificationSchema),
  /** What changed in what I follow since I last looked there, newest first. */
  changed: z.array(notificationSchema),
  /** The next dates of my CoPs, soonest first. */
  nextDates: z.array(timelineDateSchema),
  cops: z.array(copSummarySchema),
  myCases: z.array(caseSummarySchema),
  recentCases: z.array(caseSummarySchema),
  /** Notes in which I wrote last, newest first. */
  recentNotes: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string(),
      caseId: idSchema,
      caseTitle: z.string(),
      changedAt: instantSchema,
    }),
  ),
});
export type Home = z.infer<typeof homeSchema>;
