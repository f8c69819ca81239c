/** Time as the client sees it, so that tests can move it. */
export interface ClientClock {
  /** Milliseconds since some moment, for what lies between two moments: people can set the date of their device. */
  now(): number;
  /** Milliseconds since 1970, as the device has it, to be shown. */
  date(): number;
  /** Runs `work` once after `delay` milliseconds; the answer cancels it. */
  after(delay: number, work: () => void): () => void;
}

export const systemClock: ClientClock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(delay, work) {
    const timer = setTimeout(work, delay);
    return () => clearTimeout(timer);
  },
};

/** After so many attempts it is no restart any more. */
const patientAttempts = 12;

/**
 * Grows from `first` milliseconds, soon to a few seconds and later to many. Spread over half to whole of that, so
 * that many clients that lost the same server do not come back in the same instant.
 */
export function backoffDelay(attempt: number, random: () => number, first = 400): number {
  const most = attempt < patientAttempts ? Math.max(first, 4_000) : 20_000;
  const ceiling = Math.min(most, first * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
