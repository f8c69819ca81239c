import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Direction, NetworkFault, Weather } from './network-faults.ts';
import { OneWay } from './one-way.ts';

interface Link {
  readonly sockets: readonly Socket[];
  readonly ways: readonly OneWay[];
}

/** What lies between pages and the API: a wire that does what a bad network does, and later is a good one again. */
export class FaultProxy {
  readonly #server: Server;
  readonly #targetPort: number;
  readonly #random: () => number;
  readonly #links = new Set<Link>();
  #weather: Weather | null = null;
  /** How often each fault has done something to a connection. */
  readonly harms = new Map<NetworkFault, number>();

  private constructor(targetPort: number, random: () => number) {
    this.#targetPort = targetPort;
    this.#random = random;
    this.#server = createServer({ allowHalfOpen: true }, (page) => this.#accept(page));
  }

  /** On a free port of 127.0.0.1. */
  static async start(targetPort: number, random: () => number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort, random);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** For all connections, and for those that come, until `clear`. */
  begin(fault: NetworkFault, direction: Direction = this.#random() < 0.5 ? 'up' : 'down'): void {
    this.#change({ fault, direction });
  }

  clear(): void {
    this.#change(null);
  }

  async stop(): Promise<void> {
    for (const link of [...this.#links]) this.#end(link);
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #change(weather: Weather | null): void {
    this.#weather = weather;
    for (const { ways } of this.#links) for (const way of ways) way.weather = weather;
  }

  #accept(page: Socket): void {
    const server = connect({ port: this.#targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const sockets = [page, server];
    const toWay = (source: Socket, target: Socket, direction: Direction) =>
      new OneWay({
        source,
        target,
        direction,
        random: this.#random,
        harmed: () => this.#count(),
        end: (how) => this.#end(link, how),
      });
    const link: Link = { sockets, ways: [toWay(page, server, 'up'), toWay(server, page, 'down')] };
    this.#links.add(link);
    for (const socket of sockets) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#end(link));
    }
    for (const way of link.ways) way.weather = this.#weather;
  }

  #end(link: Link, how: 'reset' | 'hang-up' = 'reset'): void {
    if (!this.#links.delete(link)) return;
    for (const way of link.ways) way.stop();
    for (const socket of link.sockets) {
      if (how === 'reset') socket.resetAndDestroy();
      else socket.end(() => socket.destroy());
    }
  }

  #count(): void {
    const { fault } = this.#weather ?? {};
    if (fault) this.harms.set(fault, (this.harms.get(fault) ?? 0) + 1);
  }
}
