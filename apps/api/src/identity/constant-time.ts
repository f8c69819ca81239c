import { setTimeout as wait } from 'node:timers/promises';

const leastMs = 150;

/**
 * Answers no sooner than a fixed time after the question, whether there was much to do or nothing: how long an answer
 * takes must not tell whether an address is known.
 */
export async function inConstantTime<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), wait(leastMs)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
