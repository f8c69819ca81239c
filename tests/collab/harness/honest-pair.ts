import type { Community } from './community.ts';
import { Page } from './page.ts';
import { contentHash, tokenOf, typeToken } from './text.ts';
import { until } from './until.ts';

/** Two people who write in one note while somebody else attacks it. */
export class HonestPair {
  readonly anna: Page;
  readonly bram: Page;
  #number = 0;

  private constructor(anna: Page, bram: Page) {
    this.anna = anna;
    this.bram = bram;
  }

  static async open(community: Community, room: string): Promise<HonestPair> {
    const anna = new Page(await community.invite('participant'), room);
    const bram = new Page(await community.invite('participant'), room);
    await Promise.all([anna.untilReady(), bram.untilReady()]);
    return new HonestPair(anna, bram);
  }

  /** Both type now, are told that it is saved, and have each other's words; the two tokens. */
  async typeAndAgree(): Promise<string[]> {
    const pages = [this.anna, this.bram];
    const tokens = pages.map((page) => this.type(page));
    await Promise.all(pages.map((page) => page.untilSaved(10_000)));
    await until(
      () => 'the words of both with both',
      () => contentHash(this.anna.room.doc) === contentHash(this.bram.room.doc),
      10_000,
    );
    return tokens;
  }

  type(page: Page): string {
    const token = tokenOf('honest', ++this.#number);
    typeToken(page.room.doc, token, Math.random);
    return token;
  }

  async close(): Promise<void> {
    await Promise.all([this.anna.close(), this.bram.close()]);
  }
}
