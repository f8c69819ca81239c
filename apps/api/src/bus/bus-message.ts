import type { RoomMessage } from '@kring/collab-engine';
import { z } from 'zod';
import type { TravellingEvent } from '../common/domain-events.ts';

/** One thing that a process tells the others. */
export type BusItem =
  | { readonly kind: 'room'; readonly message: RoomMessage }
  | { readonly kind: 'event'; readonly event: TravellingEvent };

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const whole = z.int().nonnegative();
const person = z.object({
  clientId: whole,
  personId: z.string(),
  name: z.string(),
  affiliation: z.string(),
  colour: whole,
  access: z.enum(['read', 'write']),
  cursor: bytes,
});
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('here'), person }),
  z.object({ kind: z.literal('cursor'), clientId: whole, cursor: bytes }),
  z.object({ kind: z.literal('gone'), clientId: whole }),
]);
const roomMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('moved'), room: z.string(), seq: whole }),
  z.object({ type: z.literal('presence'), room: z.string(), changes: z.array(change) }),
  z.object({ type: z.literal('who'), room: z.string() }),
]);
const id = z.string();
const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('access-changed'),
    scope: z.union([
      z.strictObject({ copId: id }),
      z.strictObject({ caseId: id }),
      z.strictObject({ noteId: id }),
      z.strictObject({ personId: id }),
    ]),
  }),
  z.object({ type: z.literal('login-session-ended'), loginSessionIds: z.array(id), personId: id }),
  z.object({ type: z.literal('person-changed'), personId: id }),
  z.object({ type: z.literal('note-touched'), noteId: id, topic: z.enum(['comments', 'versions']) }),
]);
const item = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room'), message: roomMessage }),
  z.object({ kind: z.literal('event'), event }),
]) satisfies z.ZodType<BusItem>;

/** What the sender is about: it came up, is still there, or goes. */
export type BusSign = 'hello' | 'here' | 'bye';

const envelope = z.object({
  from: z.string().min(1),
  sign: z.enum(['hello', 'here', 'bye']).default('here'),
  items: z.array(z.unknown()).default([]),
});

export interface BusLetter {
  readonly from: string;
  readonly sign: BusSign;
  readonly items: readonly BusItem[];
}

/** Null for what is no letter. An item that is not known, as from a newer version, is left out. */
export function readLetter(payload: string): BusLetter | null {
  const parsed = envelope.safeParse(parseJson(payload));
  if (!parsed.success) return null;
  const items = parsed.data.items.flatMap((one) => item.safeParse(one).data ?? []);
  return { ...parsed.data, items };
}

function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

/** The items as they travel, each in pieces of at most `maxBytes`; what cannot be made so small is left out. */
export function packItem(one: BusItem, maxBytes: number): string[] {
  const text = JSON.stringify(one, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  if (Buffer.byteLength(text) <= maxBytes) return [text];
  if (one.kind !== 'room' || one.message.type !== 'presence' || one.message.changes.length < 2) return [];
  const { message } = one;
  const half = Math.ceil(message.changes.length / 2);
  return [message.changes.slice(0, half), message.changes.slice(half)].flatMap((changes) =>
    packItem({ kind: 'room', message: { ...message, changes } }, maxBytes),
  );
}
