import { z } from 'zod';

/** Where the next page of a list begins. Only the server knows what it means; what it did not write is refused. */
export const cursorSchema = z
  .string()
  .max(1200)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Query of a list that can grow: the first page, or the one that `next` of the page before it names. */
export const pageQueryShape = { cursor: cursorSchema.optional() };
export const pageQuerySchema = z.strictObject(pageQueryShape);

/** One page of a list. `next` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: cursorSchema.nullable() });

export interface PageOf<Item> {
  readonly items: Item[];
  readonly next: string | null;
}
