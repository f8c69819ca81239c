import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Client } from 'pg';
import { errorCodeOf } from '../common/error-code.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { NOTIFICATIONS_CHANNEL } from './notifications.repository.ts';

const retryMs = 2_000;

type Listener = (personIds: readonly string[] | 'everybody') => void;

/**
 * Hears whose notifications have changed, whichever process changed them, over a connection of its own. Rows are the
 * truth and a signal only says "look": after a break everybody looks.
 */
@Injectable()
export class NotificationSignals implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationSignals.name);
  private listener: Listener = () => undefined;
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  onSignal(listener: Listener): void {
    this.listener = listener;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.isStopped) return;
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'kring notifications',
      keepAlive: true,
    });
    let isOver = false;
    const again = (error: unknown): void => {
      if (isOver || this.isStopped) return;
      isOver = true;
      this.logger.warn({ code: errorCodeOf(error) }, 'Signals about notifications are interrupted');
      void client.end().catch(() => undefined);
      this.timer = setTimeout(() => void this.connect(), retryMs);
      this.timer.unref();
    };
    client.on('error', again);
    client.on('end', () => again(undefined));
    client.on('notification', ({ payload = '' }) => this.listener(payload.split(',')));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${NOTIFICATIONS_CHANNEL}`);
      this.listener('everybody');
    } catch (error) {
      again(error);
    }
  }
}
