import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again, for what has no event of its own. */
export async function until(
  what: () => string,
  isSo: () => boolean | Promise<boolean>,
  within = 30_000,
): Promise<void> {
  for (const end = Date.now() + within; !(await isSo()); await delay(10)) {
    if (Date.now() > end) throw new Error(`Not in ${within} ms: ${what()}`);
  }
}
