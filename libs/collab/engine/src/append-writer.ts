import { QueueBudget } from './pending-queue.ts';
import type { PendingUpdate } from './pending-queue.ts';
import type { AppendBatch, AppendOutcome, Clock, DocumentLog, Logger, Monitor } from './ports.ts';
import type { Room } from './room.ts';

/** Time from the start of one commit to the next: short enough not to be felt, long enough to find company. */
const COMMIT_INTERVAL = 8;
const MAX_QUEUED_UPDATES = 20_000;
const MAX_QUEUED_BYTES = 32 * 1024 * 1024;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;
const FIRST_RETRY = 50;
const LAST_RETRY = 2_000;

interface Job {
  room: Room;
  items: PendingUpdate[];
  batch: AppendBatch;
}

/** Stores what all rooms have gathered, one commit at a time; the next one collects meanwhile. SPEC S1 to S6. */
export class AppendWriter {
  readonly #log: DocumentLog;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #monitor: Monitor;
  readonly #rooms = new Set<Room>();
  #isRunning = false;
  #startedAt = -Infinity;
  #failures = 0;
  readonly budget = new QueueBudget();
  readonly #whenIdle: (() => void)[] = [];
  readonly counts = { commits: 0 };

  constructor(options: { log: DocumentLog; clock: Clock; logger: Logger; monitor: Monitor }) {
    this.#log = options.log;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#monitor = options.monitor;
  }

  get hasSpace(): boolean {
    return this.budget.updates < MAX_QUEUED_UPDATES && this.budget.bytes < MAX_QUEUED_BYTES;
  }

  get isFailing(): boolean {
    return this.#failures > 0;
  }

  schedule(room: Room): void {
    this.#rooms.add(room);
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#run();
  }

  /** Resolves once nothing is under way and nothing can be stored. */
  idle(): Promise<void> {
    if (!this.#isRunning) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  async #run(): Promise<void> {
    while (this.#rooms.size > 0) {
      await this.#sleep(this.#failures > 0 ? this.#backoff() : this.#nextAt() - this.#clock.now());
      await this.#commit();
    }
    this.#isRunning = false;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #nextAt(): number {
    let first = Infinity;
    for (const room of this.#rooms) first = Math.min(first, room.appendsFrom);
    return Math.max(first, this.#startedAt + COMMIT_INTERVAL);
  }

  #backoff(): number {
    return Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (this.#failures - 1));
  }

  #sleep(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return Promise.resolve();
    return new Promise((resolve) => this.#clock.after(milliseconds, resolve));
  }

  async #commit(): Promise<void> {
    const jobs = this.#collect();
    if (jobs.length === 0) return;
    this.#startedAt = this.#clock.now();
    const stored = jobs.filter((job) => job.batch.updates.length > 0);
    try {
      const outcomes = stored.length > 0 ? await this.#log.append(stored.map((job) => job.batch)) : [];
      this.#failures = 0;
      if (stored.length > 0) this.#committed(stored, outcomes);
      stored.forEach((job, i) => {
        job.room.queue.finish();
        job.room.settle(job.items, outcomes[i] ?? { status: 'moved' });
      });
    } catch (error) {
      this.#failures++;
      this.#monitor.commitFailed();
      this.#logger.error('updates could not be stored; they wait', { attempt: this.#failures, error });
      for (const job of stored) this.#return(job);
    }
    for (const job of jobs) {
      if (stored.includes(job)) continue;
      job.room.queue.finish();
      job.room.settle(job.items, { status: 'stored' });
    }
  }

  #committed(jobs: readonly Job[], outcomes: readonly AppendOutcome[]): void {
    this.counts.commits++;
    const now = this.#clock.now();
    const done = jobs.filter((_, i) => outcomes[i]?.status === 'stored');
    this.#monitor.committed(
      now - this.#startedAt,
      done.reduce((sum, { batch }) => sum + batch.updates.length, 0),
    );
    for (const { items } of done) if (items[0]) this.#monitor.acknowledged(now - items[0].at);
  }

  #return(job: Job): void {
    job.room.queue.finish();
    if (job.room.isClosed) return;
    job.room.queue.putBack(job.items);
    this.#rooms.add(job.room);
  }

  #collect(): Job[] {
    const jobs: Job[] = [];
    let bytes = 0;
    const now = this.#clock.now();
    for (const room of this.#rooms) {
      if (bytes > MAX_BATCH_BYTES) break;
      if (room.appendsFrom > now) continue;
      this.#rooms.delete(room);
      const taken = room.takeBatch();
      if (!taken) continue;
      jobs.push({ room, ...taken });
      for (const update of taken.batch.updates) bytes += update.bytes.length;
    }
    return jobs;
  }
}
