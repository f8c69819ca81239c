import { endpoints, type Me } from '@kring/contracts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { watch } from './evidence.ts';
import type { Product } from './product.ts';
import { type StoryLanguage, type Words, words } from './words.ts';

export interface PersonOptions {
  readonly language: StoryLanguage;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Without the service worker that keeps the shell: `hold` only sees what the page itself asks. */
  readonly hasShell?: boolean;
}

/** Somebody with a browser window of their own. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly words: Words;
  /** What went wrong in their browser without them seeing it. */
  readonly troubles: string[] = [];
  readonly #product: Product;
  me: Me | null = null;

  constructor(product: Product, context: BrowserContext, page: Page, language: StoryLanguage) {
    this.#product = product;
    this.context = context;
    this.page = page;
    this.words = words[language];
    page.on('pageerror', (error) => this.troubles.push(`error on ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy|Minified React|missingKey/i.test(text)) this.troubles.push(text);
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const isOurs = host === new URL(product.url).host || protocol === 'data:' || protocol === 'blob:';
      if (!isOurs) this.troubles.push(`asked another host: ${request.url()}`);
    });
  }

  /** Name as everybody sees it. */
  get name(): string {
    if (this.me === null) throw new Error('Nobody is signed in here.');
    return this.me.name;
  }

  get sheet(): Locator {
    return this.page.locator('[data-note-sheet]');
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: this.words.noteText });
  }

  /** The text of the note as this person sees it, whether they may write or not. */
  get text(): Locator {
    return this.page.getByLabel(this.words.noteText);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.#product.url}${path}`);
  }

  /** Uses a printed link as a person would: by opening it. */
  async signIn(link: string, language: StoryLanguage): Promise<void> {
    await this.page.goto(link);
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    this.me = await this.loadMe();
    if (this.me.language === language) return;
    await this.speak(language);
    await this.page.reload();
  }

  loadMe(): Promise<Me> {
    return this.ask<Me>(endpoints.getMe.path);
  }

  /** What the API tells this person. */
  async ask<T>(path: string): Promise<T> {
    const answer = await this.context.request.get(`${this.#product.url}/api${path}`);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return (await answer.json()) as T;
  }

  /** Keeps back each answer to what this page asks from now on and fits. The answer lets go, and names what was held. */
  async hold(pattern: string): Promise<() => string[]> {
    const held: string[] = [];
    let letGo: () => void = () => undefined;
    const isOver = new Promise<void>((resolve) => (letGo = resolve));
    await this.page.route(pattern, async (route) => {
      held.push(route.request().url());
      await isOver;
      // What was given up meanwhile needs no answer.
      await route.continue().catch(() => undefined);
    });
    return () => {
      letGo();
      return held;
    };
  }

  /** Opens a page and waits until it stands there: a heading, and nothing that still loads but on the page of components. */
  async open(path: string): Promise<void> {
    await this.go(path);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page
      .locator('[class*="_skeleton_"]:not([data-scheme] *), [data-phase="opening"]')
      .first()
      .waitFor({ state: 'detached' });
  }

  async speak(language: StoryLanguage): Promise<void> {
    await this.context.request.patch(`${this.#product.url}/api${endpoints.updateMe.path}`, {
      data: { language },
      headers: { origin: this.#product.url },
    });
  }

  /** Writes at the end of the note, key by key. */
  async write(text: string): Promise<void> {
    await this.editor.press('Control+End');
    await this.page.keyboard.type(text, { delay: 5 });
  }

  async untilSays(state: string | RegExp): Promise<void> {
    await this.sheet
      .getByText(state, typeof state === 'string' ? { exact: true } : {})
      .first()
      .waitFor();
  }

  async untilReads(text: string): Promise<void> {
    await this.text.getByText(text).first().waitFor();
  }

  /** The text without the names at carets, and without the heads of sections, which call their owner "you". */
  async readText(): Promise<string> {
    return this.text.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[data-client], [role="toolbar"]').forEach((aside) => aside.remove());
      return [...copy.children].map((line) => line.textContent).join('\n');
    });
  }

  /** How many rows of this browser's IndexedDB belong to a note. */
  async localRows(room: string): Promise<number> {
    return this.page.evaluate(async (name) => {
      let count = 0;
      for (const { name: database = '' } of await indexedDB.databases()) {
        const opened = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(database);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('IndexedDB does not open'));
        });
        for (const store of opened.objectStoreNames) {
          await new Promise<void>((resolve) => {
            const cursor = opened.transaction(store).objectStore(store).openCursor();
            cursor.onerror = () => resolve();
            cursor.onsuccess = () => {
              const row = cursor.result;
              if (row === null) return resolve();
              if (JSON.stringify([row.key, row.value]).includes(name)) count += 1;
              row.continue();
            };
          });
        }
        opened.close();
      }
      return count;
    }, room);
  }
}

export async function newPerson(browser: Browser, product: Product, options: PersonOptions): Promise<Person> {
  const width = options.width ?? 1280;
  const context = await browser.newContext({
    locale: options.language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width, height: width < 600 ? 844 : 800 },
    hasTouch: width < 600,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    serviceWorkers: options.hasShell === false ? 'block' : 'allow',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  watch(page);
  return new Person(product, context, page, options.language);
}
