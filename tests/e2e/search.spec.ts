import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, type Cop, endpoints, type Me } from '@kring/contracts';
import type { Browser, Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody searched.');
const stories = found === null ? describe.skip : describe;

const words = {
  nl: {
    field: 'Ga naar, doe of zoek',
    bar: 'Zoeken',
    count: /mogelijkhe/,
    dark: 'donker',
    results: 'Gevonden',
    none: /^Niets gevonden/,
    shortcuts: 'Sneltoetsen',
    meant: 'Zoek op “zeeuws vlaanderen”',
  },
  en: {
    field: 'Go to, do or find',
    bar: 'Search',
    count: /option/,
    dark: 'dark',
    results: 'Results',
    none: /^Nothing found/,
    shortcuts: 'Keyboard shortcuts',
    meant: 'Search for “zeeuws vlaanderen”',
  },
} as const;

stories.each(['nl', 'en'] as const)('finding one’s way in %s', (language) => {
  const say = words[language];
  let product: Product;
  let browser: Browser;
  let facilitator: Person;
  let holder: Person;
  let observer: Person;
  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(found as FoundBrowser);
    const person = (options = {}) => newPerson(browser, product, { language, ...options });
    facilitator = await person();
    holder = await person({ hasShell: false });
    observer = await person({ width: 390 });
    const links = product.signInLinks();
    await facilitator.signIn(links[0] ?? '', language);
    await holder.signIn(links[1] ?? '', language);
    await observer.signIn(links[3] ?? '', language);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function act<T>(person: Person, method: 'POST' | 'DELETE', path: string, data?: object): Promise<T> {
    const answer = await person.context.request.fetch(`${product.url}/api${path}`, {
      method,
      headers: { origin: product.url },
      ...(data && { data }),
    });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return (await answer.json()) as T;
  }

  /** What the palette asks for while somebody types. */
  const titles = '**/api/search/titles?*';
  const field = (person: Person) => person.page.getByRole('combobox', { name: say.field });
  const option = (person: Person, name: string | RegExp) => person.page.getByRole('option', { name });

  /** By arrow keys, as many as it takes. */
  async function choose(wanted: Locator): Promise<void> {
    await wanted.waitFor();
    while ((await wanted.getAttribute('aria-selected')) !== 'true')
      await wanted.page().keyboard.press('ArrowDown');
    await wanted.page().keyboard.press('Enter');
    await wanted.page().getByRole('combobox', { name: say.field }).waitFor({ state: 'detached' });
  }

  async function openPalette(person: Person): Promise<void> {
    await person.page.keyboard.press('Control+k');
    await field(person).waitFor();
  }

  it('goes to a case and changes the colours by keyboard alone', async () => {
    const { page } = facilitator;
    await facilitator.open('/');
    await openPalette(facilitator);
    expect(await field(facilitator).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type('zeeuws-vl');
    const wanted = option(facilitator, /Brede welvaart in Zeeuws-Vlaanderen/).first();
    await wanted.waitFor();
    await page.getByRole('status').filter({ hasText: say.count }).first().waitFor({ state: 'attached' });
    await choose(wanted);
    await page.waitForURL(/\/cases\/[\w-]+$/);
    await openPalette(facilitator);
    await page.keyboard.type(say.dark);
    await choose(option(facilitator, new RegExp(`: ${say.dark}`)));
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await openPalette(facilitator);
    await page.keyboard.press('Escape');
    await field(facilitator).waitFor({ state: 'detached' });
    expect(facilitator.troubles).toEqual([]);
  });

  it('lists the shortcuts with ?, but not for somebody who is typing', async () => {
    const { page } = holder;
    await holder.open('/search');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('wat?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: say.shortcuts }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('leads to a learning question, and to what is in a library', async () => {
    const { page } = holder;
    await holder.open('/');
    await openPalette(holder);
    await page.keyboard.type('lasten die een regio');
    const found = option(holder, /Hoe wegen we lasten die een regio draagt/);
    await found.waitFor();
    await found.click();
    await page.waitForURL(/\/agenda#leervraag-[A-Z]$/);
    await page.waitForFunction(() => document.activeElement?.id === location.hash.slice(1));
    await holder.open('/search?q=lasten+regio&kind=learning-question');
    await page.getByRole('list', { name: say.results }).getByRole('link').first().click();
    await page.waitForFunction(() => document.activeElement?.id === location.hash.slice(1));
    await holder.open('/search?q=werkbezoek&kind=library-item');
    const item = page.getByRole('list', { name: say.results }).getByRole('link').first();
    const title = await item.innerText();
    await item.click();
    await page.waitForURL(/\/library\?q=/);
    await page.getByRole('main').getByRole('link', { name: title }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('opens a note where the words stand that one looked for, in a folded section too', async () => {
    const { page } = holder;
    const results = page.getByRole('list', { name: say.results });
    const shown = holder.text.locator('.note-shown');
    const isSeen = () =>
      page.waitForFunction((mark) => {
        const box = document.querySelector(mark)?.getBoundingClientRect();
        return box !== undefined && box.height > 0 && box.top > 60 && box.bottom < window.innerHeight - 20;
      }, '.note-shown');
    await holder.open('/search?q=Vlaamse+buren&kind=note');
    const where = new URL(page.url());
    await results.getByRole('link').first().click();
    await shown.filter({ hasText: 'Vlaamse' }).waitFor();
    await isSeen();
    expect(await shown.allInnerTexts()).toEqual(['Vlaamse', 'buren']);
    // Far from the head of the sheet one sees whether the text is safe, and near it that is said once.
    const atHand = page.locator('[data-saving-at-hand]');
    await atHand.getByText(holder.words.saved, { exact: true }).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await atHand.waitFor({ state: 'detached' });
    // The section is folded away, and opened again for whoever comes for what stands in it.
    await holder.text
      .locator('.note-section', { has: page.locator('.note-shown') })
      .locator('.note-section-fold')
      .click();
    await shown.first().waitFor({ state: 'hidden' });
    await holder.open(`${where.pathname}${where.search}`);
    await results.getByRole('link').first().click();
    await isSeen();
    expect(holder.troubles).toEqual([]);
  });

  it('forgives a typing error, and keeps the search in the address', async () => {
    const { page } = holder;
    await holder.open('/');
    await openPalette(holder);
    const letGo = await holder.hold(titles);
    await page.keyboard.type('Zeeuws Vlaandern');
    await page.keyboard.press('ArrowUp');
    letGo();
    // What is found comes above what was chosen.
    await option(holder, /Brede welvaart in Zeeuws-Vlaanderen/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=Zeeuws/);
    await page
      .getByRole('link', { name: /Brede welvaart in Zeeuws-Vlaanderen/ })
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: say.meant }).click();
    await page.waitForURL(/q=zeeuws\+vlaanderen/);
    await page.reload();
    await page.getByRole('list', { name: say.results }).locator('mark').first().waitFor();
    expect(holder.troubles).toEqual([]);
  });

  it('answers what is typed and pressed while something still loads', async () => {
    const { page } = holder;
    const [palette, answers] = [
      await holder.hold('**/assets/palette-window-*.js'),
      await holder.hold(titles),
    ];
    await holder.open('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zeeuws-vlx');
    await page.keyboard.press('Backspace');
    const paletteCode = palette();
    await field(holder).waitFor();
    expect(paletteCode).not.toEqual([]);
    expect(await field(holder).inputValue()).toBe('zeeuws-vl');

    // Enter opens what stands first once that is known, and Mod+K in the moment of going opens a new palette.
    await page.evaluate(() => {
      const push = history.pushState.bind(history);
      history.pushState = (...state) => {
        history.pushState = push;
        push(...state);
        dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
      };
    });
    await page.keyboard.press('Enter');
    const code = await holder.hold('**/assets/case-*.js');
    answers();
    await page.waitForURL(/\/cases\/[\w-]+$/);

    // The palette stays when the page from before comes at last.
    await field(holder).waitFor();
    await page.keyboard.type('don');
    const pageCode = code();
    await page.locator('main h1').filter({ hasText: 'Zeeuws-Vlaanderen' }).waitFor();
    expect(pageCode).not.toEqual([]);
    await page.keyboard.type('ker');
    expect(await field(holder).inputValue()).toBe('donker');
    await page.keyboard.press('Escape');
    await field(holder).waitFor({ state: 'detached' });
    expect(holder.troubles).toEqual([]);
  });

  it('finds nothing of what somebody may not see, and nothing any more after they were removed', async () => {
    const me = await holder.ask<Me>(endpoints.getMe.path);
    const cop = await holder.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const path = endpoints.createCase.path.replace(':copId', cop.id);
    const title = (name: string) => `${name} ${language}`;
    await act<Case>(holder, 'POST', path, {
      title: title('Zilverreiger'),
      holderId: me.id,
      visibility: 'private',
    });
    await act<Case>(holder, 'POST', path, { title: title('Boomklever'), holderId: me.id, visibility: 'cop' });
    await holder.open('/search?q=zilverreiger');
    await holder.page
      .getByRole('link', { name: /Zilverreiger/ })
      .first()
      .waitFor();
    await facilitator.open('/search?q=zilverreiger');
    await facilitator.page.getByRole('status').filter({ hasText: say.none }).waitFor();

    await observer.open('/search?q=boomklever');
    await observer.page
      .getByRole('link', { name: /Boomklever/ })
      .first()
      .waitFor();
    const gone = await observer.ask<Me>(endpoints.getMe.path);
    const removal = endpoints.removeMember.path.replace(':copId', cop.id).replace(':personId', gone.id);
    await act(facilitator, 'DELETE', removal);
    await observer.page.reload();
    await observer.page.getByRole('status').filter({ hasText: say.none }).waitFor();
  });

  it('works on a phone, from the bar at the bottom', async () => {
    const { page } = observer;
    await observer.open('/');
    await page.getByRole('navigation').getByRole('button', { name: say.bar }).last().click();
    await field(observer).fill('impact');
    await option(observer, /“impact”/).click();
    await page.waitForURL(/\/search\?q=impact/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(isWithin).toBe(true);
  });
});
