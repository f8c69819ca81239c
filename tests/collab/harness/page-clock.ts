import { type ClientClock, systemClock } from '@kring/collab-client';

const day = 24 * 60 * 60 * 1_000;
const mostDays = 30;

/** The clock of a device on which somebody sets the time. Timers go on as they did: they know no time of day. */
export class PageClock implements ClientClock {
  #shift = 0;

  now(): number {
    return systemClock.now();
  }

  date(): number {
    return systemClock.date() + this.#shift;
  }

  after(delay: number, work: () => void): () => void {
    return systemClock.after(delay, work);
  }

  /** By days, to the past or to the future. */
  set(random: () => number): void {
    this.#shift = Math.round((random() * 2 - 1) * mostDays * day);
  }
}
