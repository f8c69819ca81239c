import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { ProcessFigures } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { Metrics, type Figures } from './metrics.service.ts';
import { ProcessSamplesRepository } from './process-samples.repository.ts';

const sampleEveryMs = 60_000;
const share = 0.99;

/** Writes down each minute how this process is doing, so that administrators see all of them, also of an hour ago. */
@Injectable()
export class ProcessSampler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ProcessSampler');
  private readonly processId = uuidv7();
  private readonly startedAt = performance.now();
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private before: Figures | null = null;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly metrics: Metrics,
    private readonly samples: ProcessSamplesRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.delay.enable();
    this.timer = setInterval(() => this.plan(), sampleEveryMs).unref();
    this.plan();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.delay.disable();
    await this.running;
  }

  /** Measures now. */
  async sample(): Promise<void> {
    const now = await this.metrics.figures();
    const figures = toFigures(now, this.before, this.delay.percentile(100 * share) / 1e6);
    await this.samples.add(this.processId, (performance.now() - this.startedAt) / 1_000, figures);
    this.before = now;
    this.delay.reset();
  }

  /** A minute that could not be written is a gap in the picture; what it counted comes with the next. */
  private plan(): void {
    this.running = this.sample().catch((error: unknown) =>
      this.logger.warn({ err: error }, 'What this process measured could not be kept'),
    );
  }
}

/** What was counted since the sample before, beside how it stands now. */
export function toFigures(now: Figures, before: Figures | null, delayMs: number): ProcessFigures {
  const { stored, savedWithin, ...standing } = now;
  return {
    ...standing,
    edits: stored - (before?.stored ?? 0),
    refused: now.refused - (before?.refused ?? 0),
    failures: now.failures - (before?.failures ?? 0),
    savedWithinMs: quantile(savedWithin, before?.savedWithin ?? new Map()),
    delayMs: Math.round(delayMs),
    memoryBytes: process.memoryUsage.rss(),
  };
}

/** The bound, in milliseconds, under which almost all of what came since stays; null when nothing came. */
function quantile(now: ReadonlyMap<number, number>, before: ReadonlyMap<number, number>): number | null {
  const bounds = [...now.keys()].sort((a, b) => a - b);
  const since = (bound: number) => (now.get(bound) ?? 0) - (before.get(bound) ?? 0);
  const total = since(Infinity);
  if (total === 0) return null;
  const found = bounds.find((bound) => since(bound) >= share * total) ?? Infinity;
  // Above the last bound all that is known is that it was more.
  return 1_000 * (Number.isFinite(found) ? found : (bounds.at(-2) ?? 0));
}
