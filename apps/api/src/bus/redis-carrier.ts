import { createHmac } from 'node:crypto';
import { createClient } from '@redis/client';
import type { BusCarrier, BusCarrierEvents } from './bus-carrier.ts';

const LAST_RETRY = 2_000;
const CONNECT_TIMEOUT = 5_000;

/** Messages by publish and subscribe of Redis or Valkey, which keeps none of them. */
export class RedisCarrier implements BusCarrier {
  readonly maxBytes = 256 * 1024;
  readonly #channel: string;
  readonly #sender: ReturnType<typeof createClient>;
  readonly #receiver: ReturnType<typeof createClient>;
  #isUp = false;

  /** Installations with different secrets do not hear each other, on the same server either. */
  constructor(url: string, secret: string) {
    this.#channel = `kring:${createHmac('sha256', secret).update('bus').digest('hex').slice(0, 32)}`;
    this.#sender = createClient({
      url,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: CONNECT_TIMEOUT,
        reconnectStrategy: (attempt) => Math.min(LAST_RETRY, 50 * 2 ** attempt),
      },
    });
    this.#receiver = this.#sender.duplicate();
  }

  async start(events: BusCarrierEvents): Promise<void> {
    const change = (): void => {
      const isUp = this.#sender.isReady && this.#receiver.isReady;
      if (isUp === this.#isUp) return;
      this.#isUp = isUp;
      if (isUp) events.up();
      else events.down();
    };
    for (const client of [this.#sender, this.#receiver])
      for (const event of ['ready', 'error', 'reconnecting', 'end']) client.on(event, change);
    const connected = Promise.all([
      this.#sender.connect(),
      this.#receiver
        .connect()
        .then(() => this.#receiver.subscribe(this.#channel, (payload) => events.message(payload))),
    ]);
    // It goes on trying by itself; Kring starts without it.
    await Promise.race([
      connected.catch(() => undefined),
      new Promise((resolve) => void setTimeout(resolve, CONNECT_TIMEOUT).unref()),
    ]);
  }

  async send(payload: string): Promise<void> {
    await this.#sender.publish(this.#channel, payload);
  }

  stop(): Promise<void> {
    this.#sender.destroy();
    this.#receiver.destroy();
    return Promise.resolve();
  }
}
