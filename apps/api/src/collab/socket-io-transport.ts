import type { OutgoingFrame, Transport } from '@kring/collab-engine';
import type { Socket } from 'socket.io';

/** How long a connection that was told goodbye may take to hear it. */
const GOODBYE = 2_000;

const BINARY_FRAME = 0x82;

/** A whole unmasked WebSocket message: made once, written to every reader as it is. */
function toWebSocketFrame(payload: Uint8Array): Buffer {
  const { length } = payload;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + length);
  frame[0] = BINARY_FRAME;
  if (headerLength === 2) frame[1] = length;
  else if (headerLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, headerLength);
  return frame;
}

interface Wire {
  readonly payload: Buffer;
  readonly options: { readonly wsPreEncodedFrame: readonly Buffer[]; readonly compress: false };
}

function toWire(frame: OutgoingFrame): Wire {
  if (frame.wire) return frame.wire as Wire;
  const encoded = toWebSocketFrame(frame.bytes);
  const payload = encoded.subarray(encoded.length - frame.bytes.length);
  const wire: Wire = { payload, options: { wsPreEncodedFrame: [encoded], compress: false } };
  frame.wire = wire;
  return wire;
}

/** One connection of the engine over one socket.io connection, by WebSocket or by polling. */
export class SocketIoTransport implements Transport {
  readonly #socket: Socket;
  #buffered = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  send(frame: OutgoingFrame): void {
    const { conn } = this.#socket;
    if (conn.readyState !== 'open') return;
    const { payload, options } = toWire(frame);
    this.#buffered += payload.length;
    // Past socket.io's packets: one event carries everything, and its encoded form is the payload itself.
    conn.write(payload, options, () => {
      this.#buffered -= payload.length;
    });
  }

  bufferedBytes(): number {
    return this.#buffered;
  }

  close(): void {
    const { conn } = this.#socket;
    this.#socket.disconnect(true);
    setTimeout(() => conn.close(true), GOODBYE).unref();
  }
}
