import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Connect, Seat, Wire } from '../protocols/protocol.ts';
import { ROOT } from './typing.ts';

const UPDATE_BYTES = 16 * 1_024;
/** Between two updates of one writer: within what Kring takes from one person. */
const EVERY = 80;
const LAST_WITHIN = 5_000;

/** When each writer's edits were sent, by the Yjs clock after them. */
type SentAt = Map<number, Map<number, number>>;

/** Somebody who puts one long paragraph in the place of the last, and notes when those of others come. */
class Writer {
  readonly #doc = new Y.Doc();
  readonly #sent: SentAt;
  readonly #delays: number[];
  #wire: Wire | null = null;
  #letter = 0;

  constructor(sent: SentAt, delays: number[]) {
    this.#sent = sent;
    this.#delays = delays;
  }

  async open(connect: Connect, seat: Seat): Promise<void> {
    const wire = await connect(seat, {
      update: (bytes) => this.#arrive(bytes),
      acked: () => undefined,
      closed: () => undefined,
    });
    this.#wire = wire;
    this.#doc.clientID = wire.clientId;
    this.#sent.set(wire.clientId, new Map());
    this.#doc.on('update', (update: Uint8Array) => {
      this.#sent.get(wire.clientId)?.set(this.clock, performance.now());
      wire.send([update]);
    });
  }

  get clock(): number {
    return Y.getState(this.#doc.store, this.#doc.clientID);
  }

  write(): void {
    const body = this.#doc.getXmlFragment(ROOT);
    this.#doc.transact(() => {
      if (body.length > 0) body.delete(0, body.length);
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('abcd'.charAt(this.#letter++ % 4).repeat(UPDATE_BYTES))]);
      body.insert(0, [paragraph]);
    });
  }

  #arrive(bytes: Uint8Array): void {
    const now = performance.now();
    const { from, to } = Y.parseUpdateMeta(bytes);
    for (const [client, end] of to) {
      if (client === this.#wire?.clientId) continue;
      for (const [clock, at] of this.#sent.get(client) ?? [])
        if (clock > (from.get(client) ?? 0) && clock <= end) this.#delays.push(now - at);
    }
  }

  close(): void {
    this.#wire?.close();
  }
}

/** Milliseconds from an edit to another writer. */
export interface SlowReading {
  readonly sent: number;
  readonly arrived: number;
  readonly delays: Float64Array;
}

/** Writers in one document, and people beside them who may stop reading. */
export class SlowReaders {
  readonly #sent: SentAt = new Map();
  readonly #delays: number[] = [];
  readonly #writers: Writer[] = [];
  readonly #readers: Wire[] = [];

  async open(connect: Connect, writers: readonly Seat[], readers: readonly Seat[]): Promise<void> {
    for (const seat of writers) {
      const writer = new Writer(this.#sent, this.#delays);
      await writer.open(connect, seat);
      this.#writers.push(writer);
    }
    for (const seat of readers) this.#readers.push(await connect(seat, null));
  }

  stopReading(): void {
    for (const reader of this.#readers) reader.pause();
  }

  /** Writes so many bytes in all. */
  async write(bytes: number): Promise<SlowReading> {
    this.#delays.length = 0;
    for (const times of this.#sent.values()) times.clear();
    const rounds = Math.ceil(bytes / UPDATE_BYTES / this.#writers.length);
    for (let round = 0; round < rounds; round++) {
      for (const writer of this.#writers) {
        writer.write();
        await delay(EVERY / this.#writers.length);
      }
    }
    const sent = rounds * this.#writers.length;
    const all = sent * (this.#writers.length - 1);
    for (const end = Date.now() + LAST_WITHIN; this.#delays.length < all && Date.now() < end;)
      await delay(20);
    return { sent: all, arrived: this.#delays.length, delays: Float64Array.from(this.#delays).sort() };
  }

  close(): void {
    for (const writer of this.#writers) writer.close();
    for (const reader of this.#readers) reader.close();
  }
}
