/** A piece of one direction of a connection that is passed on, or harmed, as a whole. */
export interface Piece {
  readonly bytes: Buffer;
  /** A binary WebSocket message: one frame of ours. */
  readonly isFrame: boolean;
}

const headEnd = '\r\n\r\n';
const binaryMessage = 0x82;

/** Cuts what one side of a connection says into whole WebSocket messages, once it has become one. */
export class MessageReader {
  #kind: 'unknown' | 'raw' | 'messages' = 'unknown';
  #rest: Buffer = Buffer.alloc(0);

  read(chunk: Buffer): Piece[] {
    if (this.#kind === 'raw') return [{ bytes: chunk, isFrame: false }];
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const pieces: Piece[] = [];
    if (this.#kind === 'unknown') {
      const end = this.#rest.indexOf(headEnd);
      if (end < 0) return [];
      const isUpgrade = /^upgrade: *websocket/im.test(this.#rest.subarray(0, end).toString('latin1'));
      this.#kind = isUpgrade ? 'messages' : 'raw';
      pieces.push(this.#take(isUpgrade ? end + headEnd.length : this.#rest.length, false));
    }
    for (let piece = this.#next(); piece; piece = this.#next()) pieces.push(piece);
    return pieces;
  }

  #next(): Piece | null {
    const [first, second] = this.#rest;
    if (first === undefined || second === undefined) return null;
    const short = second & 0x7f;
    const lengthBytes = short < 126 ? 0 : short === 126 ? 2 : 8;
    const payloadAt = 2 + lengthBytes + ((second & 0x80) === 0 ? 0 : 4);
    if (this.#rest.length < payloadAt) return null;
    const length =
      lengthBytes === 0
        ? short
        : lengthBytes === 2
          ? this.#rest.readUInt16BE(2)
          : Number(this.#rest.readBigUInt64BE(2));
    if (this.#rest.length < payloadAt + length) return null;
    return this.#take(payloadAt + length, first === binaryMessage && length > 0);
  }

  #take(length: number, isFrame: boolean): Piece {
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return { bytes, isFrame };
  }
}
