import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

const everyMs = 3_600_000;

const removals = [
  `DELETE FROM notifications WHERE read_at < now() - interval '90 days'`,
  `DELETE FROM notifications WHERE last_at < now() - interval '365 days'`,
  `DELETE FROM unsubscribe_tokens WHERE expires_at < now()`,
] as const;

/** Removes what nobody looks back at: read notifications after a season, all of them after a year. */
@Injectable()
export class NotificationHousekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationHousekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.tidy().catch((error: unknown) =>
        this.logger.error({ err: error }, 'Old notifications could not be removed'),
      );
    }, everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async tidy(): Promise<void> {
    for (const removal of removals) await this.dataSource.query(removal);
  }
}
