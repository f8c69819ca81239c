import { Refusal } from './refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** More bytes than this no safe integer takes; without a bound the arithmetic ends in NaN, which no comparison refuses. */
const MAX_FACTOR = 128 ** 7;

/** Reads the encodings of Yjs V1 updates out of hostile bytes, building as little as possible. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw new Refusal('malformed');
    return value;
  }

  uint(): number {
    let value = this.byte();
    if (value < 128) return value;
    value &= 127;
    for (let factor = 128; ; factor *= 128) {
      const next = this.byte();
      value += (next & 127) * factor;
      if (factor > MAX_FACTOR || value > Number.MAX_SAFE_INTEGER) throw new Refusal('malformed');
      if (next < 128) return value;
    }
  }

  skipSignedInt(): void {
    let next = this.byte();
    let value = next & 63;
    for (let factor = 64; next >= 128; factor *= 128) {
      next = this.byte();
      value += (next & 127) * factor;
      if (factor > MAX_FACTOR || value > Number.MAX_SAFE_INTEGER) throw new Refusal('malformed');
    }
  }

  skip(count: number): void {
    if (count > this.bytes.length - this.position) throw new Refusal('malformed');
    this.position += count;
  }

  string(): string {
    const length = this.uint();
    const start = this.position;
    this.skip(length);
    return this.decode(start);
  }

  /** Reads over a string; its length in UTF-16 units, as Yjs counts. */
  stringLength(): number {
    const length = this.uint();
    const start = this.position;
    this.skip(length);
    for (let i = start; i < this.position; i++)
      if ((this.bytes[i] ?? 0) > 127) return this.decode(start).length;
    return length;
  }

  private decode(start: number): string {
    try {
      return utf8.decode(this.bytes.subarray(start, this.position));
    } catch {
      throw new Refusal('malformed');
    }
  }
}
