import { Controller, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { OpenRoute } from '../common/open-route.ts';
import { isMigrated } from '../database/migrate.ts';

const readyBudgetMs = 2_000;

/** Tells an orchestrator whether the process lives and whether it can serve. */
@Controller('health')
export class HealthController implements OnModuleDestroy {
  private isEnding = false;

  constructor(private readonly dataSource: DataSource) {}

  /** The first thing that happens when the process is told to stop: people are to be sent elsewhere. */
  onModuleDestroy(): void {
    this.isEnding = true;
  }

  /** Touches nothing: a database that is away is no reason to restart this process. */
  @OpenRoute('live')
  live() {
    return { status: 'live' };
  }

  @OpenRoute('ready')
  async ready() {
    const canServe = !this.isEnding && (await within(readyBudgetMs, isMigrated(this.dataSource)));
    if (!canServe) throw new AppError('unavailable');
    return { status: 'ready' };
  }
}

/** The answer, or false when it fails or takes longer. */
async function within(budgetMs: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, budgetMs, false);
  });
  try {
    return await Promise.race([answer.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
