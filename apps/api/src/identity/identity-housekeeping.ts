import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

const everyMs = 3_600_000;

// What is over is of use for a while, to tell a person or an administrator what happened; then it is only a risk.
const removals = [
  `DELETE FROM sign_in_tokens WHERE expires_at < now() - interval '7 days'`,
  `DELETE FROM login_sessions WHERE coalesce(ended_at, expires_at) < now() - interval '30 days'`,
  `DELETE FROM attempt_limits WHERE expire < extract(epoch FROM now()) * 1000`,
] as const;

/** Removes what identity no longer needs: old tokens, ended sign-ins and counted attempts. */
@Injectable()
export class IdentityHousekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(IdentityHousekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.tidy().catch((error: unknown) =>
        this.logger.error({ err: error }, 'Old sign-ins could not be removed'),
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
