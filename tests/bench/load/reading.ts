import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Connect, Seat } from '../protocols/protocol.ts';
import { textLength, writeTrace } from './trace.ts';

const UPDATES_PER_FRAME = 50;
/** As fast as Kring lets one person write. */
const FRAME_EVERY = 40;

/** Where a server says nothing of what it has taken. */
const TAKEN_AFTER = 1_500;

/** Writes the long text into a document. Resolves once the server has said that it has all of it, or after a while. */
export async function fillWithTrace(connect: Connect, seat: Seat): Promise<number> {
  let acked = 0;
  const wire = await connect(seat, {
    update: () => undefined,
    acked: (count) => (acked = count),
    closed: () => undefined,
  });
  const { updates, length } = writeTrace(wire.clientId);
  for (let begin = 0; begin < updates.length; begin += UPDATES_PER_FRAME) {
    wire.send(updates.slice(begin, begin + UPDATES_PER_FRAME));
    await delay(FRAME_EVERY);
  }
  await delay(TAKEN_AFTER);
  while (acked > 0 && acked < updates.length) await delay(20);
  wire.close();
  return length;
}

export interface Reading {
  /** Milliseconds until the last of those who came had the whole text. */
  readonly milliseconds: number;
  /** Bytes that one of them received, in the middle. */
  readonly bytes: number;
}

/** Opens documents from nothing, all at once. The first to come reads the text out of a Yjs document, the others its bytes. */
export async function read(connect: Connect, seats: readonly Seat[], length: number): Promise<Reading> {
  const begin = performance.now();
  const received = await Promise.all(
    seats.map(async (seat, place) => {
      const doc = new Y.Doc();
      let bytes = 0;
      let finish: () => void = () => undefined;
      const isThere = new Promise<void>((resolve) => (finish = resolve));
      const wire = await connect(seat, {
        update: (update) => {
          bytes += update.length;
          if (place === 0) Y.applyUpdate(doc, update);
          // An empty answer comes first from servers that send before they have loaded.
          if (place === 0 ? textLength(doc) >= length : bytes >= length) finish();
        },
        acked: () => undefined,
        closed: () => undefined,
      });
      await isThere;
      const at = performance.now();
      const all = wire.received();
      wire.close();
      doc.destroy();
      return { at, all };
    }),
  );
  const sorted = received.map(({ all }) => all).sort((one, other) => one - other);
  return {
    milliseconds: Math.max(...received.map(({ at }) => at)) - begin,
    bytes: sorted[sorted.length >> 1] ?? 0,
  };
}
