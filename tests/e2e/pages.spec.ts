import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser, launch } from './support/browser.ts';
import { type PageToSee, administratorPages, memberPages, publicPages } from './support/pages.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';
import type { StoryLanguage } from './support/words.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no page was looked at.');
const views = found === null ? describe.skip : describe;

/** Keys of texts begin with the name of their feature, which is the name of its folder. */
const features = readdirSync(path.join(import.meta.dirname, '../../apps/web/src/features')).join('|');
const keys = String.raw`\{\{\w+\}\}|\b(?:common|frame|${features})[.:]\w[\w.-]*\b`;

const sizes: { width: number; language: StoryLanguage }[] = [
  { width: 1280, language: 'nl' },
  { width: 390, language: 'en' },
];

views('every page', () => {
  let product: Product;
  let browser: Browser;
  let links: readonly string[] = [];
  beforeAll(async () => {
    if (found === null) return;
    product = await startProduct();
    browser = await launch(found);
    links = product.signInLinks();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const signedIn = new Map<string, Person>();
  /** A link works once: the second size goes on with the sign-in of the first. */
  async function somebody(link: string, { language, width }: (typeof sizes)[number]): Promise<Person> {
    const first = signedIn.get(link) ?? (await newPerson(browser, product, { language }));
    if (!signedIn.has(link)) await first.signIn(link, language);
    signedIn.set(link, first);
    await first.speak(language);
    const person = await newPerson(browser, product, { language, width });
    await person.context.addCookies(await first.context.cookies());
    person.me = await person.loadMe();
    return person;
  }

  it.each(sizes)(
    'fits on $width px, in $language, and axe finds nothing serious',
    async ({ width, language }) => {
      const stranger = await newPerson(browser, product, { language, width });
      // The facilitator sees the most buttons.
      const member = await somebody(links[0] ?? '', { language, width });
      const manager = await somebody(links.at(-1) ?? '', { language, width });
      const findings = await Promise.all([
        walk(stranger, publicPages, language),
        walk(member, await memberPages(member), language),
        walk(manager, administratorPages, language),
      ]);
      expect(findings.flat()).toEqual([]);
      const note = (await memberPages(member)).find(({ name }) => name === 'note');
      await member.open(note?.path ?? '');
      const text = await member.text.boundingBox();
      // It begins in the first screen, of a phone too.
      expect(text?.y).toBeLessThan(600);
    },
  );

  it('shows what has the focus above the bar at the bottom, at 400% zoom too', async () => {
    const phone = await newPerson(browser, product, { language: 'nl', width: 390 });
    await phone.signIn(links[1] ?? '', 'nl');
    const { page } = phone;
    await page.setViewportSize({ width: 320, height: 256 });
    await phone.open('/me');
    await page.locator('#main').focus();
    const covered = new Set<string>();
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab');
      covered.add(await page.evaluate(coveredFocus));
    }
    expect([...covered]).toEqual(['']);
  });
});

async function walk(person: Person, pages: readonly PageToSee[], language: StoryLanguage): Promise<string[]> {
  const findings: string[] = [];
  for (const { path: where } of pages) {
    await person.open(where);
    findings.push(...(await seriousFindings(person.page)), ...(await person.page.evaluate(strayWords, keys)));
    findings.push(...(await tooWide(person, where)));
    const spoken = await person.page.evaluate(() => document.documentElement.lang);
    if (spoken !== language) findings.push(`${where} says that it speaks ${spoken}`);
    if ((await person.page.getByRole('heading', { level: 1 }).count()) !== 1)
      findings.push(`${where}: not one h1`);
  }
  findings.push(...person.troubles);
  return findings;
}

/** On a phone also as a phone half its size, or a laptop at 400% zoom, shows it. */
async function tooWide({ page }: Person, where: string): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const findings: string[] = [];
  for (const width of size.width < 720 ? [320, size.width] : [size.width]) {
    await page.setViewportSize({ ...size, width });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (excess > 0) findings.push(`${where} is ${excess} px too wide on ${width} px`);
  }
  return findings;
}

/** What has the focus while something else stands over all of it; else nothing. */
function coveredFocus(): string {
  const focus = document.activeElement;
  if (focus === null || focus === document.body) return '';
  const { left, top, bottom } = focus.getBoundingClientRect();
  const isSeen = [top + 2, (top + bottom) / 2, bottom - 2].some((y) => {
    const there = document.elementFromPoint(left + 8, y);
    // A checkbox lies invisible on what it looks like.
    return there !== null && (focus.contains(there) || there.closest('label')?.contains(focus));
  });
  return isSeen ? '' : `${focus.tagName} ${focus.getAttribute('aria-label') ?? focus.textContent}`;
}

/** Keys of texts that nobody translated look like `cases.form.title` or `{{name}}`. */
function strayWords(pattern: string): string[] {
  const text = document.body.innerText;
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(
    ([match]) => `${location.pathname} shows "${match}"`,
  );
}
