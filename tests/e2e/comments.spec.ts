import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type CommentThreadPage, type ThreadFilter } from '@kring/contracts';
import type { Browser, Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser, launch } from './support/browser.ts';
import { memberPages } from './support/pages.ts';
import { newPerson, type Person } from './support/person.ts';
import { startProduct, type Product } from './support/product.ts';
import type { StoryLanguage } from './support/words.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody talked about a text.');
const stories = found === null ? describe.skip : describe;

const words = {
  nl: {
    panel: 'Reacties',
    field: 'Je reactie',
    about: 'Gaat over',
    reply: 'Antwoord',
    replyField: 'Je antwoord',
    resolve: 'Handel af',
    gone: 'De tekst is weg. Dit stond er.',
    filter: 'Toon',
    resolvedBy: /^Afgehandeld door /,
    readOnly: /^Je kunt hier reageren, niet meeschrijven/,
    kept: /Wat je typte, staat er nog\.$/,
    at: /^Gesprek \d+ van \d+$/,
    edit: 'Wijzig',
    remove: 'Verwijder',
    undo: 'Maak ongedaan',
    more: /^Meer over de reactie van /,
    editField: 'Wijzig je reactie',
    reload: 'Laad opnieuw',
  },
  en: {
    panel: 'Comments',
    field: 'Your comment',
    about: 'About',
    reply: 'Reply',
    replyField: 'Your reply',
    resolve: 'Resolve',
    gone: 'The text is gone. It said this.',
    filter: 'Show',
    resolvedBy: /^Resolved by /,
    readOnly: /^You can comment here, but not write/,
    kept: /What you typed is still here\.$/,
    at: /^Conversation \d+ of \d+$/,
    edit: 'Edit',
    remove: 'Remove',
    undo: 'Undo',
    more: /^More about the comment by /,
    editField: 'Edit your comment',
    reload: 'Reload',
  },
} as const;

stories.each<StoryLanguage>(['nl', 'en'])('people talk about a text beside it, in %s', (language) => {
  let product: Product;
  let browser: Browser;
  let holder: Person;
  let commenter: Person;
  let notePath = '';
  const w = words[language];
  /** What loads once the text is there. */
  const code = '**/assets/{note-comments,comments-panel}-*.js';
  const sentence = 'Deze zin gaat over bereikbaarheid.';

  beforeAll(async () => {
    if (found === null) return;
    product = await startProduct();
    browser = await launch(found);
    const links = product.signInLinks();
    holder = await newPerson(browser, product, { language, hasShell: false });
    commenter = await newPerson(browser, product, { language, hasShell: false });
    await holder.signIn(links[1] ?? '', language);
    await commenter.signIn(links[3] ?? '', language);
    const note = (await memberPages(holder)).find(({ name }) => name === 'note');
    notePath = note?.path ?? '';
    await holder.go(notePath);
    await holder.editor.waitFor();
    await holder.editor.press('Control+End');
    await holder.page.keyboard.press('Enter');
    await holder.page.keyboard.type(sentence, { delay: 5 });
    await holder.untilSays(holder.words.saved);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const panelOf = ({ page }: Person): Locator => page.locator('[data-comments-panel]');
  const cardOf = (person: Person, text: string): Locator =>
    person.page.locator('[data-thread-card]').filter({ hasText: text });
  const noteId = () => notePath.split('/').at(-1) ?? '';
  const list = async (person: Person, filter: ThreadFilter = 'open') =>
    person.ask<CommentThreadPage>(
      `${endpoints.listThreads.path.replace(':noteId', noteId())}?filter=${filter}`,
    );

  it('a commenter cannot write, and comments on a passage by keyboard alone, also before the code for it is there', async () => {
    const letGo = await commenter.hold(code);
    await commenter.go(notePath);
    await commenter.untilReads(sentence);
    await commenter.page.getByText(w.readOnly).waitFor();
    expect(await commenter.editor.count()).toBe(0);

    await commenter.page.keyboard.press('Control+Alt+m');
    const held = letGo();
    const field = commenter.page.getByLabel(w.field, { exact: true });
    await field.waitFor();
    expect(held.join()).toMatch(/note-comments/);
    const about = commenter.page.getByLabel(w.about, { exact: true });
    await about.focus();
    await commenter.page.keyboard.type(sentence.slice(0, 12));
    await commenter.page.locator('blockquote').filter({ hasText: sentence }).first().waitFor();
    await field.focus();
    await commenter.page.keyboard.type('Geldt dit ook voor de bus?');
    await commenter.page.keyboard.press('Control+Enter');
    await cardOf(commenter, 'Geldt dit ook voor de bus?').waitFor();
    const [thread] = (await list(holder)).threads;
    expect(thread?.anchor?.quote).toBe(sentence);
  });

  it('others see it within moments, marked in the text, and answer', async () => {
    await holder.page.locator('.note-thread').filter({ hasText: sentence }).first().waitFor();
    await holder.page.locator('.note-thread').filter({ hasText: sentence }).first().click();
    const card = cardOf(holder, 'Geldt dit ook voor de bus?');
    // By key: a card that comes into view moves under a pointer.
    await card.getByRole('button', { name: w.reply, exact: true }).press('Enter');
    await card.getByLabel(w.replyField).fill('Ja, ook voor de bus.');
    await holder.page.keyboard.press('Control+Enter');
    await cardOf(commenter, 'Ja, ook voor de bus.').waitFor();
    expect(await seriousFindings(holder.page)).toEqual([]);
  });

  it('what was typed survives a failed sending and a reload', async () => {
    const card = () => cardOf(commenter, 'Geldt dit ook voor de bus?');
    await card().getByRole('button', { name: w.reply, exact: true }).press('Enter');
    await card().getByLabel(w.replyField).fill('En voor de trein?');
    await commenter.page.route('**/api/threads/**', (route) => route.abort());
    await commenter.page.keyboard.press('Control+Enter');
    await card().getByText(w.kept).waitFor();
    await commenter.page.unroute('**/api/threads/**');
    await commenter.page.reload();
    await card().getByLabel(w.replyField).waitFor();
    expect(await card().getByLabel(w.replyField).inputValue()).toBe('En voor de trein?');
    await card().getByLabel(w.replyField).press('Control+Enter');
    await cardOf(holder, 'En voor de trein?').waitFor();
    expect((await list(holder)).threads[0]?.commentCount).toBe(3);
  });

  it('one changes and removes what one wrote, and can take that back', async () => {
    const mine = () => commenter.page.locator('[data-comment]').filter({ hasText: 'trein' });
    await mine().getByRole('button', { name: w.more }).click();
    await commenter.page.getByRole('menuitem', { name: w.edit }).click();
    await commenter.page.getByLabel(w.editField).fill('En voor de trein en de fiets?');
    await commenter.page.keyboard.press('Control+Enter');
    await cardOf(holder, 'de fiets?').waitFor();
    await mine().getByRole('button', { name: w.more }).click();
    await commenter.page.getByRole('menuitem', { name: w.remove }).click();
    await cardOf(holder, 'de fiets?').waitFor({ state: 'detached' });
    await commenter.page.getByRole('button', { name: w.undo }).click();
    await cardOf(holder, 'de fiets?').waitFor();
  });

  it('a thread whose text went keeps its quote and says so', async () => {
    await holder.editor.press('Control+End');
    for (let i = 0; i < sentence.length; i++) await holder.page.keyboard.press('Backspace');
    for (const person of [holder, commenter]) {
      const card = cardOf(person, 'Geldt dit ook voor de bus?');
      await card.getByText(w.gone).waitFor();
      expect(await card.locator('blockquote').textContent()).toBe(sentence);
    }
    expect(await seriousFindings(commenter.page)).toEqual([]);
  });

  it('keys go from one thread to the next, said aloud; a resolved one is found by the filter and by its link', async () => {
    const letGo = await holder.hold(code);
    await holder.page.reload();
    await holder.editor.waitFor();
    await holder.page.keyboard.press('Control+Alt+n');
    const held = letGo();
    await holder.page.getByText(w.at).first().waitFor();
    expect(held.join()).toMatch(/note-comments/);
    const card = cardOf(holder, 'Geldt dit ook voor de bus?');
    const threadId = (await card.getAttribute('data-thread-card')) ?? '';
    await card.getByRole('button', { name: w.resolve, exact: true }).press('Enter');
    await cardOf(commenter, 'Geldt dit ook voor de bus?').getByText(w.resolvedBy).waitFor();
    await panelOf(holder).getByLabel(w.filter, { exact: true }).selectOption('resolved');
    await cardOf(holder, 'Geldt dit ook voor de bus?').waitFor();

    await commenter.go(`${notePath}?panel=comments&thread=${threadId}`);
    await cardOf(commenter, 'Geldt dit ook voor de bus?').getByText(w.resolvedBy).waitFor();
    await commenter.page.waitForFunction(
      (id) => document.activeElement?.getAttribute('data-thread-card') === id,
      threadId,
    );
  });

  it('one writes on while the code of what stands beside the text does not come', async () => {
    const { page } = holder;
    const parts = '**/assets/{history-panel,history-watch,note-comments,section-menus}-*.js';
    await page.route(parts, (route) => route.abort());
    await holder.go(notePath);
    await holder.editor.waitFor();
    await page.locator('[data-panel-button="history"]').click();
    const reload = page.locator('[data-side-panel]').getByRole('button', { name: w.reload });
    await reload.waitFor();
    await holder.write('Het schrijven gaat door. ');
    await holder.untilSays(holder.words.saved);
    await commenter.untilReads('Het schrijven gaat door.');
    await page.unroute(parts);
    await reload.click();
    await page.locator('[data-side-panel]').getByRole('list').first().waitFor();
  });

  it('on a phone it is a sheet, and axe finds nothing', async () => {
    const phone = await newPerson(browser, product, { language, width: 390 });
    await phone.context.addCookies(await commenter.context.cookies());
    await phone.go(`${notePath}?panel=comments`);
    await phone.page.getByRole('dialog', { name: w.panel }).locator('[data-thread-card]').first().waitFor();
    expect(await seriousFindings(phone.page)).toEqual([]);
    expect([...holder.troubles, ...commenter.troubles, ...phone.troubles]).toEqual([]);
    await phone.context.close();
  });
});
