import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gathered } from './gathered.ts';

describe('questions that are answered together', () => {
  it('are those of one turn, each with its own answer', async () => {
    const answerAll = jest.fn((numbers: readonly number[]) => Promise.resolve(numbers.map((one) => one * 2)));
    const ask = gathered(answerAll);
    const first = [ask(1), Promise.resolve().then(() => ask(2)), ask(1)];
    expect(await Promise.all(first)).toEqual([2, 4, 2]);
    await nextTurn();
    expect(await ask(3)).toBe(6);
    expect(answerAll.mock.calls.map(([numbers]) => numbers)).toEqual([[1, 1, 2], [3]]);
  });

  describe('while an answer is on its way', () => {
    const waiting: (() => void)[] = [];
    const asked: string[][] = [];
    const answerAll = (names: readonly string[]) => {
      asked.push([...names]);
      return new Promise<string[]>((resolve) => waiting.push(() => resolve([...names])));
    };
    beforeEach(() => {
      waiting.length = 0;
      asked.length = 0;
      jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('gather, and go together once it has come', async () => {
      const ask = gathered(answerAll);
      const answers = [ask('anna')];
      await nextTurn();
      answers.push(ask('bram'));
      await nextTurn();
      answers.push(ask('carla'));
      await nextTurn();
      expect(asked).toEqual([['anna']]);
      waiting.shift()?.();
      await nextTurn();
      await nextTurn();
      expect(asked).toEqual([['anna'], ['bram', 'carla']]);
      waiting.shift()?.();
      expect(await Promise.all(answers)).toEqual(['anna', 'bram', 'carla']);
    });

    it('do not wait for one that takes too long', async () => {
      const ask = gathered(answerAll);
      const first = ask('anna');
      await nextTurn();
      const second = ask('bram');
      await jest.advanceTimersByTimeAsync(49);
      await nextTurn();
      expect(asked).toEqual([['anna']]);
      await jest.advanceTimersByTimeAsync(1);
      await nextTurn();
      expect(asked).toEqual([['anna'], ['bram']]);
      waiting.pop()?.();
      expect(await second).toBe('bram');
      const third = ask('carla');
      waiting.shift()?.();
      expect(await first).toBe('anna');
      await nextTurn();
      await nextTurn();
      expect(asked).toEqual([['anna'], ['bram'], ['carla']]);
      waiting.shift()?.();
      expect(await third).toBe('carla');
    });
  });

  it('are asked anew each time: nothing is remembered', async () => {
    let truth = 'may';
    const ask = gathered((names: readonly string[]) => Promise.resolve(names.map(() => truth)));
    expect(await ask('anna')).toBe('may');
    truth = 'may not';
    expect(await ask('anna')).toBe('may not');
  });

  it('all fail when the answer does, and the next are asked', async () => {
    let isAway = true;
    const ask = gathered((names: readonly string[]) =>
      isAway ? Promise.reject(new Error('away')) : Promise.resolve([...names]),
    );
    const answers = await Promise.allSettled([ask('anna'), ask('bram')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await ask('anna')).toBe('anna');
  });
});
