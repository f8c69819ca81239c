import { decodeUpdates, encodeUpdates, MalformedFrameError } from './codec.ts';

/** In bytes: what is shorter is sent as it is, since packing it takes longer than it saves. */
const PACKED_FROM = 16 * 1024;

/** Updates as a `joined` frame carries them: `packed` first, then `updates`. */
export interface SentUpdates {
  readonly packed: Uint8Array;
  readonly updates: Uint8Array[];
}

/** Raw DEFLATE (RFC 1951), one way or back; back it rejects what is no such data, or not all of it. */
export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array>;

const nothing = new Uint8Array();

/** Packs updates that are long together; others stay as they are. */
export async function packUpdates(updates: Uint8Array[], deflate: Deflate): Promise<SentUpdates> {
  const length = updates.reduce((sum, update) => sum + update.length, 0);
  if (length < PACKED_FROM) return { packed: nothing, updates };
  return { packed: await deflate(encodeUpdates(updates)), updates: [] };
}

/**
 * The updates in the order in which they belong.
 * @throws {MalformedFrameError} for what `packUpdates` cannot have written
 */
export async function unpackUpdates(
  { packed, updates }: SentUpdates,
  inflate: Deflate = inflateByStream,
): Promise<Uint8Array[]> {
  if (packed.length === 0) return updates;
  const bytes = await inflate(packed).catch(() => {
    throw new MalformedFrameError();
  });
  return [...decodeUpdates(bytes), ...updates];
}

/** As browsers do it, beside the page. */
async function inflateByStream(bytes: Uint8Array): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // Where the bytes are no good, reading says so.
  writer.write(new Uint8Array(bytes)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}
