import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InboundOrder } from './inbound-order.ts';
import { FakeClock } from './testing/fake-clock.ts';

const bytes = (seq: number) => new Uint8Array([seq]);
const frame = (from: number, to: number) => ({
  seq: to,
  updates: Array.from({ length: to - from + 1 }, (_, index) => bytes(from + index)),
});
const numbers = (updates: readonly Uint8Array[]) => updates.map((update) => update[0] ?? 0);

describe('InboundOrder', () => {
  it('asks for what is missing, hands nothing on beyond the gap, and repeats the question', async () => {
    const clock = new FakeClock();
    const asked: number[] = [];
    const order = new InboundOrder(clock, (seq) => asked.push(seq));
    expect(numbers(order.offer(frame(1, 2)))).toEqual([1, 2]);
    expect(numbers(order.offer(frame(5, 5)))).toEqual([]);
    expect(asked).toEqual([2]);
    await clock.advance(5_000);
    expect(asked).toEqual([2, 2]);
    expect(numbers(order.offer(frame(3, 4)))).toEqual([3, 4, 5]);
    await clock.advance(20_000);
    expect(asked).toEqual([2, 2]);
  });

  it('[Q8] asks when nothing came for long, as long as it follows', async () => {
    const clock = new FakeClock();
    const asked: number[] = [];
    const order = new InboundOrder(clock, (seq) => asked.push(seq));
    order.restart(4);
    await clock.advance(60_000);
    expect(asked).toEqual([]);
    order.follow(4);
    await clock.advance(15_000);
    order.offer(frame(5, 5));
    await clock.advance(19_000);
    expect(asked).toEqual([]);
    await clock.advance(1_000);
    expect(asked).toEqual([5]);
    await clock.advance(20_000);
    expect(asked).toEqual([5, 5]);
    order.restart();
    await clock.advance(60_000);
    expect(asked).toEqual([5, 5]);
  });

  it('goes on over what is known here, and asks for all of it where something before is missing', () => {
    const asked: number[] = [];
    const order = new InboundOrder(new FakeClock(), (seq) => asked.push(seq));
    order.offer(frame(1, 2));
    expect(numbers(order.offer(frame(5, 5)))).toEqual([]);
    expect([numbers(order.skip(4, 2)), order.seq]).toEqual([[5], 5]);
    expect([numbers(order.skip(8, 2)), order.seq, asked]).toEqual([[], 5, [2, 5]]);
    expect([numbers(order.offer(frame(6, 8))), order.seq]).toEqual([[6, 7, 8], 8]);
    expect([numbers(order.skip(9, 0)), order.seq, asked]).toEqual([[], 8, [2, 5, 8]]);
  });

  it('hands on each number once and in order, however frames are cut, repeated and mixed', () => {
    const cut = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 6 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(cut, (cuts) => {
        const order = new InboundOrder(new FakeClock(), () => undefined);
        const given = cuts.flatMap(([from, more]) => numbers(order.offer(frame(from, from + more))));
        given.push(...numbers(order.offer(frame(1, 60))));
        expect(given).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      }),
    );
  });
});
