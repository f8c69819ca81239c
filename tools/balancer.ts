import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const host = '127.0.0.1';

/**
 * Spreads people over several processes on this machine, as a proxy does in front of a real installation: whoever is
 * signed in stays with one process while it runs, and goes to the next when it does not take connections.
 */
export class Balancer {
  readonly #targets: readonly number[];
  readonly #server: Server;
  /** Which of the targets each person is with. */
  readonly #homes = new Map<string, number>();
  readonly #sockets = new Set<Socket>();
  /** Connections to processes, by the person that they are for. */
  readonly #passing = new Map<Socket, string>();

  private constructor(targets: readonly number[]) {
    this.#targets = targets;
    this.#server = createServer((incoming, outgoing) => {
      this.#pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
    this.#server.on('upgrade', (incoming, socket, head) => {
      this.#passOn(incoming, socket, head).catch(() => socket.destroy());
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }

  static async start(port: number, targets: readonly number[]): Promise<Balancer> {
    const balancer = new Balancer(targets);
    balancer.#server.listen(port, host);
    await once(balancer.#server, 'listening');
    return balancer;
  }

  /** Sends everybody back to the process that is theirs when all run, and cuts those who are with another one. */
  spread(): void {
    for (const [socket, person] of this.#passing)
      if (this.#homes.get(person) !== homeOf(person)) socket.destroy();
    this.#homes.clear();
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  async #connect({ headers }: IncomingMessage): Promise<Socket> {
    const person = String(headers.cookie ?? headers['x-forwarded-for'] ?? '');
    const first = this.#homes.get(person) ?? homeOf(person);
    for (let home = first; home < first + this.#targets.length; home++) {
      const port = this.#targets[home % this.#targets.length] ?? 0;
      const socket = connect(port, host);
      const isOpen = await Promise.race([
        once(socket, 'connect').then(() => true),
        once(socket, 'close').then(() => false),
      ]).catch(() => false);
      if (!isOpen) continue;
      this.#homes.set(person, home);
      this.#passing.set(socket, person);
      socket.on('close', () => this.#passing.delete(socket));
      return socket;
    }
    throw new Error('no process takes connections');
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method, url: path, headers } = incoming;
    const target = await this.#connect(incoming).catch(() => null);
    if (target === null) return void outgoing.writeHead(502).end();
    const passed = request({ method, path, headers, createConnection: () => target });
    passed.on('error', () => outgoing.destroy());
    passed.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    outgoing.on('close', () => target.destroy());
    incoming.pipe(passed);
  }

  async #passOn(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const target = await this.#connect(incoming);
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let at = 0; at < incoming.rawHeaders.length; at += 2)
      lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
    target.write(`${lines.join('\r\n')}\r\n\r\n`);
    target.write(head);
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    target.on('close', () => socket.destroy());
    socket.on('close', () => target.destroy());
    target.pipe(socket).pipe(target);
  }
}

function homeOf(person: string): number {
  return createHash('sha256').update(person).digest()[0] ?? 0;
}
