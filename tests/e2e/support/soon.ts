import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@jest/globals';

const LONGEST_WAIT_MS = 30_000;

/** Asks again and again until the answer is as wanted; says the last answer when it never is. */
export async function expectSoon<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<void> {
  const end = Date.now() + LONGEST_WAIT_MS;
  let answer = await ask();
  for (; !isWanted(answer) && Date.now() < end; answer = await ask()) await delay(20);
  expect([isWanted(answer), answer]).toEqual([true, answer]);
}
