import { limits } from '@kring/collab-protocol';
import type { ClientClock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { PendingEdits } from './pending-edits.ts';

/** The first edit after a pause goes out at once; the next ones gather for so long. */
const gatherFor = 30;
const batchBytes = limits.frameBytes / 2;
const batchCount = 100;
const unansweredCount = 400;
/** Pongs come but no answer to an edit: something went wrong with this join. */
const answerTimeout = 30_000;

/** Sends what waits of one room, within the bounds that the server keeps. */
export class EditSender {
  readonly #pending: PendingEdits;
  readonly #connection: Connection;
  readonly #clock: ClientClock;
  readonly #stuck: () => void;
  #sentAt = -gatherFor;
  #cancelTurn: (() => void) | null = null;
  #cancelWatch: (() => void) | null = null;

  /** `stuck` is called when the server stays silent on edits. */
  constructor(pending: PendingEdits, connection: Connection, clock: ClientClock, stuck: () => void) {
    this.#pending = pending;
    this.#connection = connection;
    this.#clock = clock;
    this.#stuck = stuck;
  }

  pump(channel: number): void {
    if (this.#cancelTurn) return;
    while (this.#pending.sentCount < unansweredCount) {
      const updates = this.#pending.next(batchBytes, batchCount);
      if (updates.length === 0) return;
      const turn = this.#sentAt + gatherFor - this.#clock.now();
      if (turn > 0) return this.#later(turn, channel);
      const clientSeq = this.#pending.nextClientSeq;
      const wait = this.#connection.sendWithinBudget({ type: 'update', channel, clientSeq, updates });
      if (wait > 0) return this.#later(wait, channel);
      this.#pending.markSent(updates.length);
      this.#sentAt = this.#clock.now();
      this.#cancelWatch ??= this.#clock.after(answerTimeout, () => this.#timedOut());
    }
  }

  answered(): void {
    this.#cancelWatch?.();
    this.#cancelWatch =
      this.#pending.sentCount > 0 ? this.#clock.after(answerTimeout, () => this.#timedOut()) : null;
  }

  stop(): void {
    this.#cancelTurn?.();
    this.#cancelTurn = null;
    this.#cancelWatch?.();
    this.#cancelWatch = null;
  }

  #later(delay: number, channel: number): void {
    this.#cancelTurn = this.#clock.after(delay, () => {
      this.#cancelTurn = null;
      this.pump(channel);
    });
  }

  #timedOut(): void {
    this.#cancelWatch = null;
    this.#stuck();
  }
}
