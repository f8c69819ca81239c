import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../common/domain-events.ts';
import { WorkerFailedError } from '../common/worker-queue.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { NoteThread } from './note-thread.ts';
import { SettlingRepository, type Claim } from './settling.repository.ts';
import { readStoredBytes } from './stored-bytes.ts';

const pollMs = 2_000;
/** So often all texts are compared, so that what no event told of is found. */
const sweepEvery = 30;

/**
 * Reads a live text once it has come to rest, keeps what it says, and tells the features. What is to be done is always
 * worked out from numbers in the database: a restart or a lost event makes it later, never undone.
 */
@Injectable()
export class SettlingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Settling');
  private readonly written = new Set<string>();
  private stopListening: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private round = 0;
  private isStopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: TransactionRunner,
    private readonly events: DomainEvents,
    private readonly settling: SettlingRepository,
    private readonly thread: NoteThread,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.events.on('documents-written', ({ documentIds }) => {
      for (const id of documentIds) this.written.add(id);
    });
    this.plan();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.stopListening();
    clearTimeout(this.timer);
    await this.running;
  }

  /** Reads every text that is due now, of those that were written in or, in a sweep, of all. */
  async settleDue(isSweep = true): Promise<void> {
    const ids = isSweep ? null : [...this.written];
    if (ids?.length === 0) return;
    const behind = await this.settling.listBehind(ids);
    if (isSweep) this.written.clear();
    else for (const id of ids ?? []) this.written.delete(id);
    for (const { documentId } of behind) this.written.add(documentId);
    for (const { documentId, isDue } of behind) {
      if (this.isStopped) return;
      if (!isDue) continue;
      // Before it is read: what is written meanwhile counts for the next time.
      this.written.delete(documentId);
      await this.settle(documentId);
    }
  }

  /**
   * Reads one text without waiting for quiet. Does nothing when it has been read, or is being read elsewhere and is not
   * taken over.
   */
  async settleNow(documentId: string, isTakenOver = false): Promise<void> {
    const claim = await this.settling.claim(documentId, isTakenOver);
    if (claim) await this.read(claim);
  }

  private plan(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.settleDue(this.round++ % sweepEvery === 0)
        .catch((error: unknown) => this.logger.error({ err: error }, 'Texts at rest could not be listed'))
        .finally(() => this.plan());
    }, pollMs);
    this.timer.unref();
  }

  private async settle(documentId: string): Promise<void> {
    try {
      const claim = await this.settling.claim(documentId);
      if (claim) await this.read(claim);
    } catch (error) {
      // The next sweep finds it again; the others go on.
      this.logger.error({ err: error, documentId }, 'A text at rest could not be kept');
      await this.settling.release(documentId).catch(() => undefined);
    }
  }

  private async read(claim: Claim): Promise<void> {
    const { documentId, noteId } = claim;
    const stored = await readStoredBytes(this.dataSource.manager, documentId);
    if (!stored) return;
    try {
      const note = await this.thread.read(stored.updates, claim.stateVector);
      await this.transactions.run(async (tx, after) => {
        await this.settling.storeText(tx, claim, stored, note);
        const personIds = await this.settling.storeWriters(tx, claim, stored.headSeq, note.clientIds);
        after({ type: 'document-settled', documentId, noteId, seq: stored.headSeq, personIds });
      });
    } catch (error) {
      if (!(error instanceof WorkerFailedError)) throw error;
      this.logger.error({ err: error, documentId }, 'A note cannot be read');
      await this.settling.storeFailure(claim, stored);
    }
  }
}
