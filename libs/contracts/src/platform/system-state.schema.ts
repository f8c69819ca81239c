import { z } from 'zod';
import { idSchema, instantSchema } from '../common.ts';

/** What an API process measured of itself within a minute or so. */
export const processFiguresSchema = z.strictObject({
  /** Open live connections, and texts in memory. */
  connections: z.number().int(),
  rooms: z.number().int(),
  /** Edits that wait for the disk now, and how long the oldest has waited. */
  waiting: z.number().int(),
  waitingSeconds: z.number(),
  /** Edits put on disk, edits not taken, and batches that could not be stored, since the sample before. */
  edits: z.number().int(),
  refused: z.number().int(),
  failures: z.number().int(),
  /** Within so many milliseconds 99 of 100 edits were confirmed as saved; null without any. */
  savedWithinMs: z.number().nullable(),
  /** How late the process got to its work: of 100 times the latest but one, in milliseconds. */
  delayMs: z.number(),
  memoryBytes: z.number().int(),
  isBusUp: z.boolean(),
});
export type ProcessFigures = z.infer<typeof processFiguresSchema>;

export const systemStateSchema = z.strictObject({
  at: instantSchema,
  /** Of the last ten minutes, the longest there first. */
  processes: z.array(
    z.strictObject({
      id: idSchema,
      startedAt: instantSchema,
      sampledAt: instantSchema,
      ...processFiguresSchema.shape,
    }),
  ),
  /** Of all processes together in each five minutes of the last day, oldest first; those without any are left out. */
  spans: z.array(
    z.strictObject({
      at: instantSchema,
      connections: z.number().int(),
      edits: z.number().int(),
      refused: z.number().int(),
      savedWithinMs: z.number().nullable(),
      waitingSeconds: z.number(),
      memoryBytes: z.number().int(),
    }),
  ),
  databaseBytes: z.number().int(),
});
export type SystemState = z.infer<typeof systemStateSchema>;
