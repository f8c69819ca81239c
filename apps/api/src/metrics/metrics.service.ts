import { Injectable } from '@nestjs/common';
import type { CollabEngine, Monitor } from '@kring/collab-engine';
import type { ProcessFigures } from '@kring/contracts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const milliseconds = [1, 2, 5, 10, 15, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];
const seconds = milliseconds.map((value) => value / 1_000);

type Standing = Pick<
  ReturnType<CollabEngine['stats']>,
  'connections' | 'rooms' | 'queuedUpdates' | 'waitingMilliseconds'
>;
const nothing: Standing = { connections: 0, rooms: 0, queuedUpdates: 0, waitingMilliseconds: 0 };

export interface Figures extends Pick<
  ProcessFigures,
  'connections' | 'rooms' | 'waiting' | 'waitingSeconds' | 'refused' | 'failures' | 'isBusUp'
> {
  readonly stored: number;
  /** How many edits were confirmed within so many seconds. */
  readonly savedWithin: ReadonlyMap<number, number>;
}

/** What this process measures of itself, in the form in which Prometheus and what understands it read it. */
@Injectable()
export class Metrics implements Monitor {
  private readonly registry = new Registry();
  private readonly acknowledgements = this.histogram(
    'kring_acknowledgement_seconds',
    'From the arrival of an edit to the answer that it is on disk.',
  );
  private readonly commits = this.histogram(
    'kring_commit_seconds',
    'What storing a batch of edits takes, committed and on disk.',
  );
  private readonly stored = this.counter('kring_edits_stored_total', 'Edits put on disk.');
  private readonly failures = this.counter(
    'kring_commit_failures_total',
    'Batches that could not be stored.',
  );
  private readonly refusals = this.counter(
    'kring_edits_refused_total',
    'Edits not taken, by reason.',
    'code',
  );
  private readonly closings = this.counter(
    'kring_connections_closed_total',
    'Connections that the server ended, by reason.',
    'code',
  );

  private stats: () => Standing = () => nothing;
  private isBusUp: () => boolean = () => true;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** What the engine holds is looked up when somebody asks. */
  watch(engine: Pick<CollabEngine, 'stats'>): void {
    this.stats = () => engine.stats();
    this.gauge('kring_connections', 'Open live connections.', () => engine.stats().connections);
    this.gauge('kring_rooms', 'Texts in memory.', () => engine.stats().rooms);
    this.gauge('kring_edits_waiting', 'Edits that wait for the disk.', () => engine.stats().queuedUpdates);
    this.gauge(
      'kring_edits_waiting_seconds',
      'How long the oldest of them has waited.',
      () => engine.stats().waitingMilliseconds / 1_000,
    );
  }

  /** 1 or 0, by `isUp`, each time that somebody asks. */
  watchBus(isUp: () => boolean): void {
    this.isBusUp = isUp;
    this.gauge('kring_bus_up', 'Whether other processes can be heard.', () => (isUp() ? 1 : 0));
  }

  acknowledged(duration: number): void {
    this.acknowledgements.observe(duration / 1_000);
  }

  committed(duration: number, edits: number): void {
    this.commits.observe(duration / 1_000);
    this.stored.inc(edits);
  }

  commitFailed(): void {
    this.failures.inc();
  }

  refused(code: string): void {
    this.refusals.inc({ code });
  }

  closed(code: string): void {
    this.closings.inc({ code });
  }

  /** The same figures for administrators of Kring: how it stands now, and what was counted since the start. */
  async figures(): Promise<Figures> {
    const { connections, rooms, queuedUpdates, waitingMilliseconds } = this.stats();
    const [stored, refused, failures, acknowledged] = await Promise.all([
      sumOf(this.stored),
      sumOf(this.refusals),
      sumOf(this.failures),
      this.acknowledgements.get(),
    ]);
    const counts = new Map<number, number>();
    for (const { metricName, labels, value } of acknowledged.values)
      if (metricName?.endsWith('_bucket'))
        counts.set(Number(labels.le === '+Inf' ? Infinity : labels.le), value);
    return {
      connections,
      rooms,
      waiting: queuedUpdates,
      waitingSeconds: waitingMilliseconds / 1_000,
      isBusUp: this.isBusUp(),
      stored,
      refused,
      failures,
      savedWithin: counts,
    };
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  read(): Promise<string> {
    return this.registry.metrics();
  }

  private histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: seconds, registers: [this.registry] });
  }

  private counter<T extends string>(name: string, help: string, ...labelNames: T[]): Counter<T> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, read: () => number): void {
    const collect = function (this: Gauge): void {
      this.set(read());
    };
    this.registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
  }
}

async function sumOf(counter: Counter): Promise<number> {
  return (await counter.get()).values.reduce((sum, { value }) => sum + value, 0);
}
