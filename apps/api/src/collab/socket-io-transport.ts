import type { OutgoingFrame, Transport } from '@kring/collab-engine';
import type { Socket } from 'socket.io';

/** How long a connection that was told goodbye may take to hear it. */
const GOODBYE = 2_000;

const BINARY_FRAME = 0x82;

/** From so many bytes on, a second write costs less than copying them. */
const WORTH_A_WRITE = 32_768;

/** The beginning of an unmasked WebSocket message, with place for so many bytes of what follows. */
function toHeader(length: number, place: number): Buffer {
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + place);
  frame[0] = BINARY_FRAME;
  if (headerLength === 2) frame[1] = length;
  else if (headerLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return frame;
}

/** A whole unmasked WebSocket message: made once, written to every reader as it is. */
function toWebSocketFrame(payload: Uint8Array): Buffer[] {
  const { length, buffer, byteOffset } = payload;
  if (length >= WORTH_A_WRITE) return [toHeader(length, 0), Buffer.from(buffer, byteOffset, length)];
  const frame = toHeader(length, length);
  frame.set(payload, frame.length - length);
  return [frame];
}

interface Wire {
  readonly payload: Buffer;
  /** Bytes that the network has to take for it. */
  readonly length: number;
  readonly options: { readonly wsPreEncodedFrame: readonly Buffer[]; readonly compress: false };
}

function toWire(frame: OutgoingFrame): Wire {
  if (frame.wire) return frame.wire as Wire;
  const encoded = toWebSocketFrame(frame.bytes);
  const whole = encoded.at(-1) ?? Buffer.alloc(0);
  const payload = whole.subarray(whole.length - frame.bytes.length);
  const wire: Wire = {
    payload,
    length: payload.length,
    options: { wsPreEncodedFrame: encoded, compress: false },
  };
  frame.wire = wire;
  return wire;
}

/** Several frames in one piece: writing costs more than what is written. */
function joined(wires: readonly Wire[]): Wire {
  const payload = Buffer.concat(wires.flatMap(({ options }) => options.wsPreEncodedFrame));
  const length = wires.reduce((sum, wire) => sum + wire.length, 0);
  return { payload, length, options: { wsPreEncodedFrame: [payload], compress: false } };
}

/** One connection of the engine over one socket.io connection, by WebSocket or by polling. */
export class SocketIoTransport implements Transport {
  readonly #socket: Socket;
  #buffered = 0;
  /** What this turn of the event loop has to say. */
  #turn: Wire[] = [];

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  send(frame: OutgoingFrame): void {
    if (this.#socket.conn.readyState !== 'open') return;
    const wire = toWire(frame);
    this.#buffered += wire.length;
    if (this.#turn.push(wire) === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const wires = this.#turn;
    this.#turn = [];
    // Polling carries each frame in an envelope of its own.
    const isJoining =
      wires.length > 1 &&
      this.#socket.conn.transport.name === 'websocket' &&
      wires.every(({ length }) => length < WORTH_A_WRITE);
    for (const wire of isJoining ? [joined(wires)] : wires) this.#write(wire);
  }

  /** Past socket.io's packets: one event carries everything, and its encoded form is the payload itself. */
  #write({ payload, length, options }: Wire): void {
    this.#socket.conn.write(payload, options, () => {
      this.#buffered -= length;
    });
  }

  bufferedBytes(): number {
    return this.#buffered;
  }

  close(): void {
    const { conn } = this.#socket;
    this.#flush();
    this.#socket.disconnect(true);
    setTimeout(() => conn.close(true), GOODBYE).unref();
  }
}
