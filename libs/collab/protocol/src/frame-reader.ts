import { decodeServerFrame, MalformedFrameError } from './codec.ts';
import type { ServerFrame } from './frames.ts';
import { type Deflate, unpackUpdates } from './packed.ts';

/** Reads what a server sends, in its order: what is packed takes a moment to read, and what follows waits for it. */
export class FrameReader {
  readonly #read: (frame: ServerFrame) => void;
  readonly #failed: (error: MalformedFrameError) => void;
  readonly #inflate: Deflate | undefined;
  readonly #following: ServerFrame[] = [];
  #isUnpacking = false;
  #isClosed = false;

  /** `read` gets frames of which nothing is packed any more; after `failed` nothing more is to be trusted. */
  constructor(
    read: (frame: ServerFrame) => void,
    failed: (error: MalformedFrameError) => void,
    inflate?: Deflate,
  ) {
    this.#read = read;
    this.#failed = failed;
    this.#inflate = inflate;
  }

  received(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    let frame: ServerFrame;
    try {
      frame = decodeServerFrame(bytes);
    } catch {
      return this.#fail();
    }
    if (this.#isUnpacking) this.#following.push(frame);
    else this.#take(frame);
  }

  /** Nothing is read after this. */
  close(): void {
    this.#isClosed = true;
  }

  #take(frame: ServerFrame): void {
    if (frame.type === 'joined' && frame.packed.length > 0) void this.#unpack(frame);
    else this.#read(frame);
  }

  async #unpack(frame: Extract<ServerFrame, { type: 'joined' }>): Promise<void> {
    this.#isUnpacking = true;
    const updates = await unpackUpdates(frame, this.#inflate).catch(() => null);
    this.#isUnpacking = false;
    if (updates === null) return this.#fail();
    if (this.#isClosed) return;
    this.#read({ ...frame, packed: new Uint8Array(), updates });
    while (this.#following.length > 0 && !this.#isUnpacking && !this.#isClosed) {
      const next = this.#following.shift();
      if (next) this.#take(next);
    }
  }

  #fail(): void {
    if (this.#isClosed) return;
    this.close();
    this.#failed(new MalformedFrameError());
  }
}
