import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SearchWordsRepository } from './search-words.repository.ts';

/** For other features: what must go is not to be found in a list of words either. */
@Injectable()
export class SearchWords {
  constructor(private readonly words: SearchWordsRepository) {}

  /** Forgets at once the words of these texts that stand nowhere any more. */
  async forget(tx: EntityManager, texts: readonly string[]): Promise<void> {
    await this.words.forget(tx, texts);
  }
}
