import type { PageOf } from '@kring/contracts';
import { z } from 'zod';
import { AppError } from './app-error.ts';

/** What a cursor can hold: values that PostgreSQL takes as they are, so that a forged one finds rows or none. */
export const cursorParts = {
  id: z.uuid(),
  /** Microseconds since 1970: more exact than a `Date`, and always a date that exists. */
  instant: z.string().regex(/^\d{1,16}$/),
  text: z
    .string()
    .max(300)
    .regex(/^\P{Cc}*$/u),
  place: z.int().min(0).max(100),
};

export function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Null without a cursor; throws `invalid-input` for one that no list wrote. */
export function readCursor<S extends z.ZodType>(cursor: string | undefined, schema: S): z.output<S> | null {
  if (cursor === undefined) return null;
  const parsed = schema.safeParse(parseJson(cursor));
  if (!parsed.success) throw new AppError('invalid-input', { errors: [{ path: 'cursor', code: 'custom' }] });
  return parsed.data;
}

/** Makes a page of rows of which one more was asked than fits: that one tells whether there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  size: number,
  { item, cursor }: { item: (row: Row) => Item; cursor: (row: Row) => readonly unknown[] },
): PageOf<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: rows.length > size && last !== undefined ? writeCursor(cursor(last)) : null,
  };
}

/** SQL for the exact time of a column, as `cursorParts.instant` has it. */
export const toInstantSql = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;
/** SQL that reads it again. */
export const fromInstantSql = (parameter: string) =>
  `(timestamptz 'epoch' + ${parameter}::bigint * interval '1 microsecond')`;

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
