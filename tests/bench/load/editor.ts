import * as Y from 'yjs';
import type { Connect, Seat, Wire } from '../protocols/protocol.ts';
import type { Pace } from './messages.ts';
import { Typing } from './typing.ts';

const words = 'We schrijven hier samen op wat wij in de regio zien. ';

/** When each edit of a room was sent, by client and clock; 0 for one that is not measured. */
export class SentEdits {
  readonly #byClient = new Map<number, number[]>();
  count = 0;

  add(clientId: number, clock: number, at: number): void {
    let times = this.#byClient.get(clientId);
    if (!times) this.#byClient.set(clientId, (times = []));
    times[clock] = at;
    if (at > 0) this.count += 1;
  }

  at(clientId: number, clock: number): number {
    return this.#byClient.get(clientId)?.[clock] ?? 0;
  }

  forget(): void {
    this.#byClient.clear();
    this.count = 0;
  }
}

export interface Samples {
  readonly deliveries: number[];
  readonly acks: number[];
  isMeasuring: boolean;
  closed: number;
}

/** Somebody who types and moves the caret; a sampled one also notes when what others typed arrives. */
export class Editor {
  readonly room: string;
  readonly #sent: SentEdits;
  readonly #samples: Samples;
  /** Client clocks that have arrived: an edit counts once, however often it comes. */
  readonly #seen = new Map<number, number>();
  readonly #unacked: number[] = [];
  #ackedCount = 0;
  #wire: Wire | null = null;
  #typing: Typing | null = null;
  #timers: NodeJS.Timeout[] = [];
  #letters = 0;
  /** Measured edits of others that came, and of its own that went. */
  arrived = 0;
  ownMeasured = 0;

  constructor(room: string, sent: SentEdits, samples: Samples) {
    this.room = room;
    this.#sent = sent;
    this.#samples = samples;
  }

  async open(connect: Connect, seat: Seat, isSampled: boolean): Promise<void> {
    const listener = {
      update: (bytes: Uint8Array) => this.#arrive(bytes),
      acked: (count: number) => this.#acked(count),
      closed: () => (this.#samples.closed += 1),
    };
    this.#wire = await connect(seat, isSampled ? listener : null);
    this.#typing = new Typing(this.#wire.clientId);
    this.#unacked.push(0);
    this.#wire.send([this.#typing.begin()]);
  }

  pace(pace: Pace): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#repeat((1_000 / pace.editsPerSecond) * pace.editsPerFrame, () => this.#type(pace.editsPerFrame));
    if (pace.movesPerSecond > 0) this.#repeat(1_000 / pace.movesPerSecond, () => this.#move());
  }

  /** From a random moment on, so that people do not type in step. */
  #repeat(every: number, act: () => void): void {
    if (!Number.isFinite(every)) return;
    const first = setTimeout(() => {
      act();
      this.#timers.push(setInterval(act, every));
    }, Math.random() * every);
    this.#timers.push(first);
  }

  #type(count: number): void {
    const typing = this.#typing;
    if (!typing || !this.#wire) return;
    const at = performance.now();
    const updates: Uint8Array[] = [];
    for (let edit = 0; edit < count; edit++) {
      this.#sent.add(this.#wire.clientId, typing.clock, this.#samples.isMeasuring ? at : 0);
      this.#unacked.push(this.#samples.isMeasuring ? at : 0);
      if (this.#samples.isMeasuring) this.ownMeasured += 1;
      updates.push(typing.letter(words[this.#letters++ % words.length] ?? ' '));
    }
    this.#wire.send(updates);
  }

  #move(): void {
    if (this.#typing && this.#wire) this.#wire.move(this.#typing.cursor());
  }

  #arrive(bytes: Uint8Array): void {
    const now = performance.now();
    const own = this.#wire?.clientId;
    const { from, to } = Y.parseUpdateMeta(bytes);
    for (const [client, end] of to) {
      if (client === own) continue;
      const begin = Math.max(from.get(client) ?? 0, this.#seen.get(client) ?? 0);
      for (let clock = begin; clock < end; clock++) {
        const at = this.#sent.at(client, clock);
        if (at === 0) continue;
        this.arrived += 1;
        this.#samples.deliveries.push(now - at);
      }
      if (end > begin) this.#seen.set(client, end);
    }
  }

  /** So many updates of this connection are acknowledged; servers differ in whether they say each or the last. */
  #acked(count: number): void {
    const now = performance.now();
    for (; this.#ackedCount < count; this.#ackedCount++) {
      const at = this.#unacked.shift();
      if (at !== undefined && at > 0) this.#samples.acks.push(now - at);
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  close(): void {
    this.stop();
    this.#wire?.close();
  }
}
