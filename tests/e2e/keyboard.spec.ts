import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody worked by keyboard.');
const stories = found === null ? describe.skip : describe;
const MOST_TABS = 120;

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(person: Person, target: Locator, key = 'Tab'): Promise<void> {
  await target.first().waitFor();
  const hasFocus = () => target.first().evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await hasFocus()) return;
    await person.page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${target.toString()}`);
}

/** What has the focus is seen to have it: an outline, a shadow or a border of its own. */
async function showsFocus(person: Person): Promise<boolean> {
  return person.page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
}

stories('somebody without a mouse', () => {
  let product: Product;
  let person: Person;
  let facilitator: Person;
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    product = await startProduct();
    const browser = await launch(found as FoundBrowser);
    close = () => browser.close();
    person = await newPerson(browser, product, { language: 'nl' });
    facilitator = await newPerson(browser, product, { language: 'nl' });
    await facilitator.signIn(product.signInLinks()[0] ?? '', 'nl');
    await person.signIn(product.signInLinks()[1] ?? '', 'nl');
  });
  afterAll(async () => {
    await close();
    await product?.stop();
  });

  it('opens a case in their CoP', async () => {
    const { page, words } = person;
    await tabTo(person, page.getByRole('link', { name: words.copTitle }));
    expect(await showsFocus(person)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: words.copTitle }).waitFor();
    await tabTo(person, page.getByRole('tab', { selected: true }));
    await tabTo(person, page.getByRole('tab', { name: words.membersTab }), 'ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: words.membersTab, selected: true }).waitFor();
    const open = page
      .getByRole('link', { name: words.openCase })
      .or(page.getByRole('button', { name: words.openCase }));
    await tabTo(person, open, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(person, page.getByLabel(words.caseTitle, { exact: true }));
    await page.keyboard.type('Zonder muis');
    await tabTo(person, page.getByLabel(words.caseQuestion));
    await page.keyboard.type('Kan alles met het toetsenbord?');
    // From the template, which is chosen beforehand, to a blank sheet.
    await tabTo(person, page.getByRole('radio', { name: words.caseTemplate }));
    while (!(await page.getByRole('radio', { name: words.beginEmpty }).isChecked())) {
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(person, page.getByRole('button', { name: words.caseSubmit }));
    await page.keyboard.press('Enter');
    await person.editor.waitFor();
  });

  it('writes with headings, lists and bold, undoes, and leaves the text again', async () => {
    const { page } = person;
    await tabTo(person, person.editor);
    await page.keyboard.type('## Wat we zien');
    await page.keyboard.press('Enter');
    await page.keyboard.type('[ ] eerste punt');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('Belangrijk');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' en gewoon');
    await person.editor.getByRole('heading', { name: 'Wat we zien' }).waitFor();
    await person.editor.getByRole('checkbox').waitFor();
    await person.editor.locator('strong', { hasText: 'Belangrijk' }).waitFor();
    await person.untilSays(person.words.saved);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    const isInText = () => person.editor.evaluate((element) => element.contains(document.activeElement));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    // The box of the one checklist item can be reached too; after it the text ends.
    if (await isInText()) await page.keyboard.press('Tab');
    expect(await isInText()).toBe(false);
  });

  it('reaches the toolbar also when it is asked for before its code is there', async () => {
    const early = await newPerson(person.context.browser() as Browser, product, {
      language: 'nl',
      hasShell: false,
    });
    await early.context.addCookies(await person.context.cookies());
    const letGo = await early.hold('**/assets/writing-tools-*.js');
    await early.page.goto(person.page.url());
    await early.editor.focus();
    await early.page.keyboard.press('Alt+F10');
    expect(letGo()).toHaveLength(1);
    await early.page.locator('[data-note-toolbar] :focus').waitFor();
    expect(early.troubles).toEqual([]);
    await early.context.close();
  });

  it('reaches the toolbar from the text and goes through it with arrows', async () => {
    const { page, words } = person;
    await tabTo(person, person.editor, 'Shift+Tab');
    await page.keyboard.press('Alt+F10');
    const toolbar = page.getByRole('toolbar', { name: words.toolbar });
    const isInToolbar = () => toolbar.evaluate((element) => element.contains(document.activeElement));
    expect(await isInToolbar()).toBe(true);
    expect(await showsFocus(person)).toBe(true);
    const name = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    const first = await name();
    await page.keyboard.press('ArrowRight');
    expect(await isInToolbar()).toBe(true);
    expect(await name()).not.toBe(first);
    await page.keyboard.press('Escape');
    await person.editor.waitFor();
    expect(person.troubles).toEqual([]);
  });

  it('invites somebody with a role, as the facilitator', async () => {
    const { page, words } = facilitator;
    const email = 'zonder.muis@voorbeeld.nl';
    await tabTo(facilitator, page.getByRole('link', { name: words.copTitle }));
    await page.keyboard.press('Enter');
    await tabTo(facilitator, page.getByRole('tab', { selected: true }));
    await tabTo(facilitator, page.getByRole('tab', { name: words.membersTab }), 'ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: words.membersTab, selected: true }).waitFor();
    const invite = page.getByRole('button', { name: words.invite });
    await tabTo(facilitator, invite);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(facilitator, dialog.getByLabel(words.inviteEmail));
    await page.keyboard.type(email);
    await tabTo(facilitator, dialog.getByRole('button', { name: words.inviteSend, exact: true }));
    expect(await showsFocus(facilitator)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: words.openInvites }).getByText(email).waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  it('removes somebody who is writing: their sheet closes', async () => {
    const { page, words } = facilitator;
    const name = (await person.loadMe()).name;
    await tabTo(facilitator, page.getByRole('button', { name: words.actionsFor(name) }));
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('menuitem', { name: words.remove }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    const confirm = page.getByRole('button', { name: words.removeConfirm(name) });
    await tabTo(facilitator, confirm);
    await page.keyboard.press('Enter');
    await person.page.getByText(words.lostAccess).waitFor();
    expect(facilitator.troubles).toEqual([]);
  });
});
