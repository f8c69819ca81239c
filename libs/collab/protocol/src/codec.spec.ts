import { describe, expect, it } from '@jest/globals';
import { decodeClientFrame, encodeClientFrame, MalformedFrameError } from './codec.ts';

describe('codec', () => {
  it('reads back what it wrote', () => {
    const frame = { type: 'update', channel: 3, clientSeq: 9, updates: [new Uint8Array([1, 2])] } as const;
    expect(decodeClientFrame(encodeClientFrame({ ...frame, updates: [...frame.updates] }))).toEqual(frame);
  });

  it('refuses a number that is none', () => {
    const digits = Array.from({ length: 150 }, () => 0x80);
    expect(() => decodeClientFrame(new Uint8Array([5, 1, ...digits, 0]))).toThrow(MalformedFrameError);
  });

  it('refuses bytes left over', () => {
    const bytes = encodeClientFrame({ type: 'ping' });
    expect(() => decodeClientFrame(new Uint8Array([...bytes, 0]))).toThrow(MalformedFrameError);
  });
});
