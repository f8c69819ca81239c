import {
  encodeClientFrame,
  FrameReader,
  PROTOCOL_VERSION,
  type ClientFrame,
  type ServerFrame,
} from '@kring/collab-protocol';
import { SCHEMA_VERSION } from '@kring/live-documents';

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;
type Headers = Record<string, string>;

const CONNECT = '4{"type":0}';

/** A page without any client library: Engine.IO by hand, so that tests set every header themselves. */
export class RawPage {
  readonly frames: ServerFrame[] = [];
  readonly #address: string;
  readonly #headers: Headers;
  readonly #connected: Promise<boolean>;
  readonly #waiting: (() => void)[] = [];
  readonly #reader = new FrameReader(
    (frame) => {
      this.frames.push(frame);
      for (const wake of this.#waiting.splice(0)) wake();
    },
    (error) => {
      throw error;
    },
  );
  #isClosed = false;
  #send: (message: string | Uint8Array) => void = () => undefined;

  constructor(port: number, transport: string, headers: Headers) {
    this.#address = `127.0.0.1:${port}/api/live/?EIO=4&transport=${transport}`;
    this.#headers = headers;
    this.#connected = transport === 'websocket' ? this.#openSocket() : this.#openPolling();
  }

  #openSocket(): Promise<boolean> {
    const socket = new WebSocket(`ws://${this.#address}`, { headers: this.#headers } as unknown as string[]);
    socket.binaryType = 'arraybuffer';
    this.#send = (message) => socket.send(typeof message === 'string' ? message : new Uint8Array(message));
    this.close = () => socket.close();
    return new Promise((resolve) => {
      socket.addEventListener('error', () => resolve(false));
      socket.addEventListener('message', (event) => {
        const data: string | ArrayBuffer = event.data;
        if (typeof data !== 'string') return this.#receive(new Uint8Array(data));
        if (data.startsWith('0')) this.#send(CONNECT);
        else if (data === '2') this.#send('3');
        else resolve(true);
      });
    });
  }

  async #openPolling(): Promise<boolean> {
    const answer = await this.#request('');
    if (!answer.startsWith('0')) return false;
    const { sid } = JSON.parse(answer.slice(1)) as { sid: string };
    let posted: Promise<unknown> = Promise.resolve();
    this.#send = (message) => {
      const body = typeof message === 'string' ? message : `b${Buffer.from(message).toString('base64')}`;
      posted = posted.then(() => this.#request(`&sid=${sid}`, body));
    };
    this.#send(CONNECT);
    return new Promise((resolve) => void this.#poll(sid, () => resolve(true)));
  }

  async #poll(sid: string, connected: () => void): Promise<void> {
    while (!this.#isClosed) {
      const answer = await this.#request(`&sid=${sid}`).catch(() => '');
      if (answer === '') return;
      for (const packet of answer.split('\x1e'))
        if (packet.startsWith('b')) this.#receive(Buffer.from(packet.slice(1), 'base64'));
        else if (packet === '2') this.#send('3');
        else connected();
    }
  }

  async #request(query: string, body?: string): Promise<string> {
    const method = body === undefined ? 'GET' : 'POST';
    const response = await fetch(`http://${this.#address}${query}`, { method, headers: this.#headers, body });
    return response.text();
  }

  #receive(bytes: Uint8Array): void {
    this.#reader.received(bytes);
  }

  /** Whether it was let in. */
  connected(): Promise<boolean> {
    return this.#connected;
  }

  send(frame: ClientFrame): void {
    this.#send(encodeClientFrame(frame));
  }

  /** The first frame of one of these types that has not been taken yet. */
  async next<T extends ServerFrame['type']>(...types: T[]): Promise<FrameOf<T>> {
    const isMeant = new Set<string>(types);
    for (;;) {
      const at = this.frames.findIndex((frame) => isMeant.has(frame.type));
      const frame = at < 0 ? undefined : this.frames.splice(at, 1)[0];
      if (frame) return frame as FrameOf<T>;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async greet(): Promise<void> {
    await this.#connected;
    this.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, schemaVersion: SCHEMA_VERSION });
  }

  /** What the server says to somebody who asks to be let into a room. */
  async ask(room: string): Promise<FrameOf<'joined' | 'closed'>> {
    this.send({ type: 'join', room, generation: 0, seq: 0, clientId: 0 });
    return this.next('joined', 'closed');
  }

  async join(room: string): Promise<FrameOf<'joined'>> {
    await this.greet();
    const answer = await this.ask(room);
    if (answer.type === 'closed') throw new Error(`Not let in: ${answer.code}`);
    return answer;
  }

  close(): void {
    this.#isClosed = true;
  }
}
