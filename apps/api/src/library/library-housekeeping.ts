import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

const everyMs = 3_600_000;
const old = `SELECT id FROM library_items WHERE removed_at < now() - interval '30 days'`;

/** Ends for good what was taken out of a library thirty days ago. */
@Injectable()
export class LibraryHousekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LibraryHousekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.tidy().catch((error: unknown) =>
        this.logger.error({ err: error }, 'Removed files and links could not be ended'),
      );
    }, everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async tidy(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`${old} FOR UPDATE`);
      await tx.query(`DELETE FROM library_item_bytes WHERE item_id IN (${old})`);
      await tx.query(`DELETE FROM library_items WHERE id IN (${old})`);
    });
  }
}
