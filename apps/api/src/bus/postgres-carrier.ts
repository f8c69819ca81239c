import { Client } from 'pg';
import type { BusCarrier, BusCarrierEvents } from './bus-carrier.ts';

const CHANNEL = 'kring_bus';
const RETRY_AFTER = 1_000;
const TIMEOUT = 5_000;

/** Messages by `NOTIFY`, over a connection of their own: what is stored never waits for them. */
export class PostgresCarrier implements BusCarrier {
  /** PostgreSQL takes payloads shorter than 8,000 bytes. */
  readonly maxBytes = 7_900;
  readonly #databaseUrl: string;
  #events: BusCarrierEvents | null = null;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  async start(events: BusCarrierEvents): Promise<void> {
    this.#events = events;
    await this.#connect();
  }

  async send(payload: string): Promise<void> {
    await this.#client?.query({ name: 'bus', text: 'SELECT pg_notify($1, $2)', values: [CHANNEL, payload] });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#databaseUrl,
      application_name: 'kring-bus',
      connectionTimeoutMillis: TIMEOUT,
      query_timeout: TIMEOUT,
      keepAlive: true,
      // A message that is lost with the machine is not missed.
      options: '-c synchronous_commit=off',
    });
    let isOver = false;
    const lose = (): void => {
      if (isOver) return;
      isOver = true;
      if (this.#client === client) this.#client = null;
      void client.end().catch(() => undefined);
      if (this.#isStopped) return;
      this.#events?.down();
      this.#timer = setTimeout(() => void this.#connect(), RETRY_AFTER).unref();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload = '' }) => this.#events?.message(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      return lose();
    }
    this.#client = client;
    this.#events?.up();
  }
}
