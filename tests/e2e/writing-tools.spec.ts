import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Case, type CaseSummary, type Cop, type Note } from '@kring/contracts';
import type { Browser, Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody wrote.');
const stories = found === null ? describe.skip : describe;

/** What stands on the keys and in the menus, for each language. */
const says = {
  nl: {
    heading: '/kop 1',
    callout: '/insight',
    table: '/tabel',
    footnote: '/voetnoot',
    insight: 'Inzicht',
    movedUp: 'Blok omhoog verplaatst',
    merge: 'Voeg cellen samen',
    headerColumn: 'Kopkolom aan of uit',
    tableMenu: 'Tabel',
    duplicate: 'Dupliceer',
    find: 'Zoek',
    replacement: 'Vervang door',
    replaceAll: 'Vervang alles',
    replaced: '2 keer vervangen',
    read: 'Leesweergave',
    write: 'Terug naar schrijven',
    outline: 'Inhoud',
    copyLink: 'Kopieer link naar deze plek',
  },
  en: {
    heading: '/heading 1',
    callout: '/vraag',
    table: '/table',
    insight: 'Question',
    movedUp: 'Block moved up',
  },
} as const;

stories('the tools around the text, by keyboard alone', () => {
  let product: Product;
  let browser: Browser;
  let writer: Person;
  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(found as FoundBrowser);
    writer = await newPerson(browser, product, { language: 'nl' });
    await writer.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await writer.signIn(product.signInLinks()[0] ?? '', 'nl');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function exampleCase(person: Person): Promise<Case> {
    const cop = await person.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const { items } = await person.ask<{ items: CaseSummary[] }>(
      endpoints.listCases.path.replace(':copId', cop.id),
    );
    const chosen = items.find(({ isExample }) => isExample) ?? items[0];
    if (chosen === undefined) throw new Error('The demo programme has no case.');
    return person.ask<Case>(endpoints.getCase.path.replace(':caseId', chosen.id));
  }

  /** A new empty note, opened, with the caret in it. */
  async function openNewNote(person: Person, title: string): Promise<string> {
    const openCase = await exampleCase(person);
    const answer = await person.context.request.post(`${product.url}/api/cases/${openCase.id}/notes`, {
      data: { title },
      headers: { origin: product.url },
    });
    const note = (await answer.json()) as Note;
    const path = `/cases/${openCase.id}/notes/${note.id}`;
    await person.open(path);
    await toolsOf(person).waitFor();
    await person.editor.focus();
    return path;
  }

  const toolsOf = ({ page }: Person) => page.locator('[data-note-toolbar]');
  const type = ({ page }: Person, text: string) => page.keyboard.type(text, { delay: 5 });
  const press = async ({ page }: Person, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const list = ({ page }: Person) => page.getByRole('listbox');
  const focused = ({ page }: Person, target: Locator) => target.and(page.locator(':focus')).waitFor();
  /** Told to screen readers. */
  const told = ({ page }: Person, text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });

  /** Types in the menu and chooses the first that it offers. */
  async function choose(person: Person, typed: string): Promise<void> {
    await type(person, typed);
    await list(person).getByRole('option', { selected: true }).waitFor();
    await press(person, 'Enter');
    await list(person).waitFor({ state: 'detached' });
  }

  it('puts in a heading, a callout by its word in the other language, a footnote and a mention', async () => {
    await openNewNote(writer, 'Met het toetsenbord');
    await choose(writer, says.nl.heading);
    await type(writer, 'Wat we zien');
    await press(writer, 'Enter');
    await choose(writer, says.nl.callout);
    await type(writer, 'Brede welvaart en welvaart');
    await press(writer, 'Enter', 'Enter');
    await type(writer, 'Een cijfer ');
    await choose(writer, says.nl.footnote);
    const dialog = writer.page.getByRole('dialog');
    await dialog.waitFor();
    await type(writer, 'CBS, monitor 2024');
    await press(writer, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await focused(writer, writer.editor);
    await type(writer, ' van ');
    await type(writer, '@Joo');
    await list(writer).getByRole('option', { name: /Joost/ }).waitFor();
    await press(writer, 'Enter');
    await writer.editor.getByRole('heading', { name: 'Wat we zien' }).waitFor();
    await writer.editor.locator('.note-callout', { hasText: says.nl.insight }).waitFor();
    await writer.editor.locator('.note-mention', { hasText: '@Joost' }).waitFor();
    await writer.editor.locator('.note-footnotes', { hasText: 'CBS, monitor 2024' }).waitFor();
    await writer.untilSays(writer.words.saved);
  });

  it('offers the list by name and number to a screen reader, and closes it by Escape', async () => {
    await press(writer, 'Control+End', 'Enter');
    await type(writer, '/');
    await told(writer, /mogelijkheden/);
    const pointed = await writer.editor.getAttribute('aria-activedescendant');
    expect(await writer.page.locator(`[id="${pointed}"]`).getAttribute('aria-selected')).toBe('true');
    expect(await seriousFindings(writer.page)).toEqual([]);
    await press(writer, 'Escape');
    await list(writer).waitFor({ state: 'detached' });
    expect(await writer.editor.getAttribute('aria-activedescendant')).toBeNull();
    await press(writer, 'Backspace');
    await type(writer, 'en/of');
    expect(await list(writer).count()).toBe(0);
  });

  it('moves a block, and does and tells the rest from its menu', async () => {
    await press(writer, 'Alt+Shift+ArrowUp');
    await told(writer, says.nl.movedUp);
    const last = writer.editor.locator('p', { hasText: 'en/of' });
    expect(await last.evaluate((element) => element.nextElementSibling?.textContent)).toMatch(/Een cijfer/);
    await press(writer, 'Shift+F10');
    const menu = writer.page.getByRole('menu');
    await menu.waitFor();
    await press(writer, 'ArrowDown', 'ArrowDown');
    await focused(writer, menu.getByRole('menuitem', { name: says.nl.duplicate }));
    await press(writer, 'Enter');
    await menu.waitFor({ state: 'detached' });
    await focused(writer, writer.editor);
    await expectCount(last, 2);
    await press(writer, 'Control+z');
    await expectCount(last, 1);
  });

  async function expectCount(target: Locator, count: number): Promise<void> {
    await target.nth(count).waitFor({ state: 'detached' });
    if (count > 0) await target.nth(count - 1).waitFor();
  }

  it('makes a table, selects cells by Shift and arrows, joins them, and makes the first column a header', async () => {
    await press(writer, 'Control+End', 'Enter');
    await choose(writer, says.nl.table);
    await type(writer, 'een');
    await press(writer, 'Tab');
    await type(writer, 'twee');
    const table = writer.editor.locator('table');
    await table.locator('th', { hasText: 'twee' }).waitFor();
    // Letter by letter to the edge of the cell, and over it.
    for (let presses = 0; presses < 10 && (await table.locator('.selectedCell').count()) < 2; presses += 1)
      await press(writer, 'Shift+ArrowLeft');
    await table.locator('.selectedCell').nth(1).waitFor();
    await press(writer, 'Alt+F10');
    await focused(writer, writer.page.getByRole('button', { name: says.nl.merge }));
    await press(writer, 'Enter');
    await table.locator('th[colspan="2"]').waitFor();
    await press(writer, 'Escape');
    await focused(writer, writer.editor);
    await press(writer, 'ArrowDown', 'Alt+F10');
    const button = toolsOf(writer).getByRole('button', { name: says.nl.tableMenu });
    for (let steps = 0; steps < 30; steps += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await press(writer, 'ArrowRight');
    }
    await press(writer, 'Enter');
    const item = writer.page.getByRole('menuitem', { name: says.nl.headerColumn });
    await item.waitFor();
    await type(writer, 'Kopk');
    await focused(writer, item);
    await press(writer, 'Enter');
    await table.locator('tr').nth(1).locator('th').first().waitFor();
    await writer.page.getByRole('menu').waitFor({ state: 'detached' });
    await focused(writer, writer.editor);
  });

  it('finds, replaces all at once and takes it back at once', async () => {
    await press(writer, 'Control+Home', 'Control+h');
    const bar = writer.page.locator('[data-note-find]');
    const words = bar.getByLabel(says.nl.find, { exact: true });
    await focused(writer, words);
    await type(writer, 'WELVAART');
    await bar.getByText('1 van 2').waitFor();
    expect(await seriousFindings(writer.page)).toEqual([]);
    const replacement = bar.getByLabel(says.nl.replacement);
    const all = bar.getByRole('button', { name: says.nl.replaceAll });
    await tabTo(writer, replacement);
    await type(writer, 'rijkdom');
    await tabTo(writer, all);
    await press(writer, 'Enter');
    await told(writer, says.nl.replaced);
    const callout = writer.editor.locator('.note-callout');
    await callout.getByText('Brede rijkdom en rijkdom').waitFor();
    await press(writer, 'Escape');
    await focused(writer, writer.editor);
    await press(writer, 'Control+z');
    await callout.getByText('Brede welvaart en welvaart').waitFor();
    await press(writer, 'Control+f');
    await focused(writer, words);
    await press(writer, 'Escape');
  });

  async function tabTo(person: Person, target: Locator): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(person, 'Tab');
    }
    throw new Error(`Tab never came to ${target.toString()}`);
  }

  it('shows the outline, and a page to read that stays one after a reload', async () => {
    const { page } = writer;
    await page.getByRole('button', { name: says.nl.outline }).press('Enter');
    const heading = page.getByRole('complementary').getByRole('button', { name: 'Wat we zien' });
    await heading.press('Enter');
    await focused(writer, writer.editor);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: says.nl.read }).press('Enter');
    await toolsOf(writer).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('article', { name: writer.words.noteText }).waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('read');
    expect(await toolsOf(writer).count()).toBe(0);
    expect(await page.locator('[data-block-handle]').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: says.nl.write }).press('Enter');
    await toolsOf(writer).waitFor();
  });

  it('copies a link to words, which marks them for an observer who can read and find but not replace', async () => {
    const { page } = writer;
    await writer.editor.focus();
    await press(writer, 'Control+Home', 'Shift+End');
    await page.locator('[data-note-bubble]').waitFor();
    // Put away, it comes back when the same words are chosen again.
    const copy = page.getByRole('button', { name: says.nl.copyLink });
    // The first closes the name of the button.
    await copy.press('Escape');
    await copy.press('Escape');
    await page.locator('[data-note-bubble]').waitFor({ state: 'detached' });
    await press(writer, 'Control+Home', 'Shift+End');
    await page.locator('[data-note-bubble]').waitFor();
    await copy.press('Enter');
    const address = await page.evaluate(() => navigator.clipboard.readText());
    const reader = await newPerson(browser, product, { language: 'nl' });
    await reader.signIn(product.signInLinks()[4] ?? '', 'nl');
    await reader.page.goto(address);
    await reader.page.locator('.note-shown', { hasText: 'Wat we zien' }).waitFor();
    await reader.text.focus();
    await press(reader, 'Control+f');
    await type(reader, 'welvaart');
    await reader.page.getByRole('search').getByText('1 van 2').waitFor();
    expect(await reader.page.getByRole('button', { name: says.nl.replaceAll }).count()).toBe(0);
    expect(await reader.page.locator('[data-block-handle]').count()).toBe(0);
    expect(await seriousFindings(reader.page)).toEqual([]);
    expect(reader.troubles).toEqual([]);
    await reader.context.close();
  });

  it('does so in English too', async () => {
    await writer.speak('en');
    await writer.page.reload();
    const english = await newPerson(browser, product, { language: 'en' });
    await english.context.addCookies(await writer.context.cookies());
    await openNewNote(english, 'By keyboard');
    await choose(english, says.en.heading);
    await type(english, 'What we see');
    await press(english, 'Enter');
    await choose(english, says.en.callout);
    await type(english, 'Why?');
    await english.editor.locator('.note-callout', { hasText: says.en.insight }).waitFor();
    await press(english, 'Alt+Shift+ArrowUp');
    await told(english, says.en.movedUp);
    expect(await seriousFindings(english.page)).toEqual([]);
    expect(english.troubles).toEqual([]);
    expect(writer.troubles).toEqual([]);
  });
});
