import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { versionsToPrune } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import { HistoryRepository } from './history.repository.ts';
import { VersionKeeper } from './version-keeper.ts';
import { VersionUpkeepRepository } from './version-upkeep.repository.ts';

/** A burst of work has ended after so much quiet; a burst without end gets a version each hour. */
export const BURST = { quietMs: 5 * 60_000, longestMs: 60 * 60_000 } as const;

const lookEveryMs = 30_000;
const tidyEveryMs = 24 * 60 * 60_000;

/** Makes versions at the end of bursts of work, and thins out old ones. Works from numbers in the database alone. */
@Injectable()
export class AutomaticVersions implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('History');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  private tidiedAt = -Infinity;

  constructor(
    private readonly transactions: TransactionRunner,
    private readonly upkeep: VersionUpkeepRepository,
    private readonly history: HistoryRepository,
    private readonly keeper: VersionKeeper,
    private readonly settled: SettledTexts,
  ) {}

  onApplicationBootstrap(): void {
    this.plan();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Makes every version that is due at this moment. `since` leaves out notes that came to rest before it. */
  async makeDue(now: Date, since: Date | null = null): Promise<void> {
    for (;;) {
      const noteIds = await this.upkeep.listDue(now, since, BURST);
      for (const noteId of noteIds) {
        if (this.isStopped) return;
        await this.make(noteId, now);
      }
      if (noteIds.length === 0) return;
    }
  }

  /** Removes what the rules of retention let go, and contents that nothing refers to. */
  async tidy(now: Date): Promise<void> {
    for (const noteId of await this.upkeep.listPrunableNotes(now)) {
      if (this.isStopped) return;
      const gone = versionsToPrune(await this.upkeep.listUnnamed(noteId), now);
      await this.upkeep.remove(gone);
    }
    await this.upkeep.removeUnusedContents();
  }

  private async make(noteId: string, now: Date): Promise<void> {
    await this.transactions.run(async (tx, after) => {
      const title = await this.upkeep.lockNote(tx, noteId);
      if (title === null) return;
      const text = await this.settled.findOfNote(noteId, tx);
      const latest = await this.history.findLatest(tx, noteId);
      if (!text || (latest && latest.coversSeq >= text.seq)) return;
      if (latest?.sha256 === text.sha256) return this.history.extend(tx, latest.id, text.seq);
      const restoredFromId = latest?.kind === 'before-restore' ? latest.restoredFromId : null;
      const isRestored =
        restoredFromId !== null && (await this.history.findHash(tx, restoredFromId)) === text.sha256;
      const facts = { id: uuidv7(), noteId, title, createdAt: now };
      await this.keeper.keep(
        tx,
        isRestored ? { ...facts, kind: 'restored', restoredFromId } : { ...facts, kind: 'automatic' },
        text,
      );
      after(this.keeper.touched(noteId));
    });
  }

  private plan(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.look()
        .catch((error: unknown) => this.logger.error({ err: error }, 'Versions could not be made'))
        .finally(() => this.plan());
    }, lookEveryMs);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const now = new Date();
    const isTidyTime = +now - this.tidiedAt > tidyEveryMs;
    // What came to rest long ago was looked at then; once a day, and at the start, everything is compared.
    await this.makeDue(now, isTidyTime ? null : new Date(+now - 3 * BURST.longestMs));
    if (!isTidyTime) return;
    await this.tidy(now);
    this.tidiedAt = +now;
  }
}
