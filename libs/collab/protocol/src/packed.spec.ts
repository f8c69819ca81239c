import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { encodeServerFrame, MalformedFrameError } from './codec.ts';
import { FrameReader } from './frame-reader.ts';
import type { ServerFrame } from './frames.ts';
import { packUpdates, unpackUpdates } from './packed.ts';

const sentence = 'Bewoners zien dat wonen, werk en zorg dicht bij elkaar liggen. ';
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const long = [bytesOf(sentence.repeat(400)), bytesOf('daarna')];
const noBytes = new Uint8Array();
const pack = (updates: Uint8Array[]) => packUpdates(updates, promisify(deflateRaw));

function joined(sent: { packed: Uint8Array; updates: Uint8Array[] }): ServerFrame {
  return {
    type: 'joined',
    room: 'note:1',
    channel: 1,
    generation: 1,
    seq: 2,
    clientId: 9,
    spareClientIds: [],
    access: 'write',
    reason: '',
    isSnapshot: true,
    clock: 0,
    people: [],
    ...sent,
  };
}

function reader() {
  const read: ServerFrame[] = [];
  const failures: Error[] = [];
  const frames = new FrameReader(
    (frame) => read.push(frame),
    (error) => failures.push(error),
  );
  const receive = (frame: ServerFrame) => frames.received(encodeServerFrame(frame));
  return { read, failures, frames, receive };
}

const types = (frames: readonly ServerFrame[]) => frames.map(({ type }) => type);
/** What was being unpacked is done when the same, begun now, is; twice, since one may wait for another. */
async function unpacked(): Promise<void> {
  for (let round = 0; round < 2; round++) await unpackUpdates(await pack(long));
}

describe('updates on their way', () => {
  it('are much shorter where they are long, and the same at the other end', async () => {
    const sent = await pack(long);
    expect(sent.updates).toEqual([]);
    expect(sent.packed.length).toBeLessThan((long[0]?.length ?? 0) / 2);
    expect(await unpackUpdates({ ...sent, updates: [bytesOf('later')] })).toEqual([
      ...long,
      bytesOf('later'),
    ]);
  });

  it('stay as they are where they are short', async () => {
    const short = [bytesOf('kort'), bytesOf('en goed')];
    expect(await pack(short)).toEqual({ packed: noBytes, updates: short });
    expect(await unpackUpdates({ packed: noBytes, updates: short })).toEqual(short);
  });

  it('are refused where the packed bytes are damaged or go on too long', async () => {
    const { packed } = await pack(long);
    const flipped = packed.map((byte, at) => (at === 40 ? byte ^ 0xff : byte));
    for (const bad of [
      flipped,
      packed.slice(0, -3),
      new Uint8Array([...packed, 7]),
      bytesOf('nothing of it'),
    ])
      await expect(unpackUpdates({ packed: bad, updates: [] })).rejects.toThrow(MalformedFrameError);
  });
});

describe('reading what a server sends', () => {
  it('[O6] keeps the order: what follows something packed waits for it', async () => {
    const { read, receive } = reader();
    receive({ type: 'pong' });
    receive(joined(await pack(long)));
    receive({ type: 'updates', channel: 1, seq: 3, updates: [bytesOf('a')] });
    receive(joined(await pack(long)));
    receive({ type: 'access', channel: 1, access: 'read', reason: '' });
    expect(types(read)).toEqual(['pong']);
    await unpacked();
    expect(types(read)).toEqual(['pong', 'joined', 'updates', 'joined', 'access']);
    expect(read[1]).toEqual(joined({ packed: noBytes, updates: long }));
  });

  it('reads at once where nothing is packed', () => {
    const { read, receive } = reader();
    receive(joined({ packed: noBytes, updates: [bytesOf('a')] }));
    receive({ type: 'pong' });
    expect(types(read)).toEqual(['joined', 'pong']);
  });

  it('reads nothing more once it is closed, also what was being unpacked', async () => {
    const { read, failures, frames, receive } = reader();
    receive(joined(await pack(long)));
    receive({ type: 'pong' });
    frames.close();
    receive({ type: 'pong' });
    await unpacked();
    expect([read, failures]).toEqual([[], []]);
  });

  it('says once that a frame cannot be read, and reads nothing after it', async () => {
    const plain = reader();
    plain.frames.received(bytesOf('x'));
    plain.frames.received(bytesOf('x'));
    plain.receive({ type: 'pong' });
    expect([plain.read, plain.failures]).toEqual([[], [expect.any(MalformedFrameError)]]);
    const packed = reader();
    packed.receive(joined({ packed: bytesOf('nothing of it'), updates: [] }));
    packed.receive({ type: 'pong' });
    await unpacked();
    expect([packed.read, packed.failures]).toEqual([[], [expect.any(MalformedFrameError)]]);
  });
});
