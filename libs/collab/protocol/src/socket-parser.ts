/**
 * A socket.io parser for a connection that knows one event only: `f` with one frame of bytes. An event travels as one
 * binary message without an envelope, where socket.io's own parser writes two and scans the payload. Runs in browsers.
 */
export const FRAME_EVENT = 'f';

const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;
const CONNECT_ERROR = 4;

/** Version of the socket.io protocol that both sides announce. */
export const protocol = 5;

interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
}

type Listener = (packet: Packet) => void;

export class Encoder {
  /** @throws {TypeError} for any event but a frame: nothing else may be sent over this connection. */
  encode(packet: Packet): (string | Uint8Array)[] {
    if (packet.type === CONNECT || packet.type === DISCONNECT || packet.type === CONNECT_ERROR)
      return [JSON.stringify({ type: packet.type, data: packet.data })];
    const data = packet.data;
    if (Array.isArray(data) && data.length === 2 && data[0] === FRAME_EVENT && data[1] instanceof Uint8Array)
      return [data[1]];
    throw new TypeError('this connection carries frames only');
  }
}

function readControl(text: string): Packet {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('type' in value))
    throw new TypeError('malformed packet');
  const { type } = value;
  if (type !== CONNECT && type !== DISCONNECT && type !== CONNECT_ERROR)
    throw new TypeError('malformed packet');
  return { type, nsp: '/', data: 'data' in value ? value.data : undefined };
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  throw new TypeError('malformed packet');
}

/** The part of an emitter that socket.io asks of a decoder. */
export class Decoder {
  #listeners: Listener[] = [];

  on(event: string, listener: Listener): this {
    if (event === 'decoded') this.#listeners.push(listener);
    return this;
  }

  off(_event?: string, listener?: Listener): this {
    this.#listeners = listener ? this.#listeners.filter((known) => known !== listener) : [];
    return this;
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }

  /** @throws {Error} for anything that is no packet; socket.io then closes the connection. */
  add(chunk: unknown): void {
    const packet =
      typeof chunk === 'string'
        ? readControl(chunk)
        : { type: EVENT, nsp: '/', data: [FRAME_EVENT, toBytes(chunk)] };
    for (const listener of this.#listeners) listener(packet);
  }

  destroy(): void {
    this.#listeners = [];
  }
}
