import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SearchWordsRepository } from './search-words.repository.ts';

const everyMs = 6 * 3_600_000;

/** Forgets words that were taken out of every text: what was removed must not live on in a list of words. */
@Injectable()
export class SearchHousekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SearchHousekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly words: SearchWordsRepository) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.words
        .prune()
        .catch((error: unknown) => this.logger.error({ err: error }, 'Old words could not be forgotten'));
    }, everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
