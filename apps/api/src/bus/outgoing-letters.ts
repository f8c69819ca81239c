import { packItem, type BusItem, type BusSign } from './bus-message.ts';
import type { BusCarrier } from './bus-carrier.ts';

/** What waits at most; above that all of it is dropped, and told anew. */
const MAX_WAITING = 20_000;

/**
 * Sends what this process tells: all of one turn of the event loop in as few letters as it fits into, one after
 * another. While one is under way the next ones gather.
 */
export class OutgoingLetters {
  readonly #carrier: BusCarrier;
  readonly #from: string;
  readonly #onLost: () => void;
  #waiting: string[] = [];
  #sending: Promise<void> | null = null;

  /** `onLost`: what waited could not be sent. */
  constructor(carrier: BusCarrier, from: string, onLost: () => void) {
    this.#carrier = carrier;
    this.#from = from;
    this.#onLost = onLost;
  }

  add(item: BusItem): void {
    const room = this.#carrier.maxBytes - this.#letter('hello', []).length;
    this.#waiting.push(...packItem(item, room));
    if (this.#waiting.length > MAX_WAITING) return this.#lose();
    this.#sending ??= this.#sendAll();
  }

  /** A letter without items. */
  async sign(sign: BusSign): Promise<void> {
    await this.#carrier.send(this.#letter(sign, [])).catch(() => undefined);
  }

  clear(): void {
    this.#waiting = [];
  }

  async #sendAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.#waiting.length > 0) await this.#carrier.send(this.#next());
    } catch {
      this.#lose();
    } finally {
      this.#sending = null;
    }
  }

  #lose(): void {
    this.clear();
    this.#onLost();
  }

  #next(): string {
    let bytes = this.#letter('here', []).length;
    let count = 0;
    for (const text of this.#waiting) {
      bytes += Buffer.byteLength(text) + 1;
      if (count > 0 && bytes > this.#carrier.maxBytes) break;
      count += 1;
    }
    return this.#letter('here', this.#waiting.splice(0, count));
  }

  #letter(sign: BusSign, items: readonly string[]): string {
    return `{"from":${JSON.stringify(this.#from)},"sign":"${sign}","items":[${items.join(',')}]}`;
  }
}
