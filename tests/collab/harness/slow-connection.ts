import { connect, type Socket } from 'node:net';

/** A connection on which somebody writes what they like, and then nothing more. */
export class SlowConnection {
  readonly #socket: Socket;
  isClosed = false;
  /** What the server answered. */
  heard = '';

  constructor(port: number, beginning: string) {
    this.#socket = connect(port, '127.0.0.1', () => this.write(beginning));
    this.#socket.on('data', (chunk) => (this.heard += chunk.toString('latin1')));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => (this.isClosed = true));
  }

  write(text: string): void {
    if (text !== '') this.#socket.write(text);
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** The head of a request for the live server; without its last line when it `stops` halfway. */
export function requestHead(
  method: 'GET' | 'POST',
  query: string,
  headers: Readonly<Record<string, string>>,
  stops = false,
): string {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} /api/live/?EIO=4&${query} HTTP/1.1`, ...lines].join('\r\n');
  return stops ? head : `${head}\r\n\r\n`;
}

export const upgradeHeaders = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};
