import { describe, expect, it } from '@jest/globals';
import { readLetter, type BusItem } from './bus-message.ts';
import { OutgoingLetters } from './outgoing-letters.ts';
import { TestCarrier } from './testing/test-carrier.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const moved = (seq: number): BusItem => ({ kind: 'room', message: { type: 'moved', room: 'note:1', seq } });

describe('what a process tells the others', () => {
  it('goes out in one letter for all of one turn, and in letters that fit', async () => {
    const carrier = new TestCarrier();
    const letters = new OutgoingLetters(carrier, 'me', () => undefined);
    for (let seq = 0; seq < 3; seq++) letters.add(moved(seq));
    await turn();
    await turn();
    expect(carrier.sent.map((payload) => readLetter(payload)?.items)).toEqual([[0, 1, 2].map(moved)]);
    for (let seq = 0; seq < 100; seq++) letters.add(moved(seq));
    await turn();
    await turn();
    const rest = carrier.sent.slice(1);
    expect(rest.every((payload) => Buffer.byteLength(payload) <= carrier.maxBytes)).toBe(true);
    expect(rest.length).toBeLessThan(12);
    expect(rest.flatMap((payload) => readLetter(payload)?.items)).toEqual(
      Array.from({ length: 100 }, (_, seq) => moved(seq)),
    );
  });

  it('gathers while a letter is under way', async () => {
    const carrier = new TestCarrier();
    let arrive = (): void => undefined;
    carrier.take = () => new Promise((resolve) => (arrive = resolve));
    const letters = new OutgoingLetters(carrier, 'me', () => undefined);
    letters.add(moved(1));
    await turn();
    await turn();
    letters.add(moved(2));
    await turn();
    letters.add(moved(3));
    arrive();
    await turn();
    arrive();
    await turn();
    expect(carrier.sent.map((payload) => readLetter(payload)?.items)).toEqual([
      [moved(1)],
      [moved(2), moved(3)],
    ]);
  });

  it('is dropped when it cannot be sent or grows too long, which is said', async () => {
    const carrier = new TestCarrier();
    let lost = 0;
    const letters = new OutgoingLetters(carrier, 'me', () => (lost += 1));
    carrier.take = () => Promise.reject(new Error('away'));
    letters.add(moved(1));
    await turn();
    await turn();
    expect([lost, carrier.sent.length]).toEqual([1, 0]);
    carrier.take = () => new Promise(() => undefined);
    for (let seq = 0; seq < 30_000; seq++) letters.add(moved(seq));
    expect(lost).toBe(2);
  });
});
