import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';
import { sectionWords } from './support/section-words.ts';
import { expectSoon } from './support/soon.ts';
import { untilStill } from './support/still.ts';
import type { StoryLanguage } from './support/words.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody wrote in sections.');
const stories = found === null ? describe.skip : describe;

const languages: StoryLanguage[] = ['nl', 'en'];

stories.each(languages)('a case analysis that has a shape (%s)', (language) => {
  const say = sectionWords[language];
  let product: Product;
  let facilitator: Person;
  let holder: Person;
  let writer: Person;
  let close: () => Promise<void> = () => Promise.resolve();
  let noteUrl = '';
  beforeAll(async () => {
    product = await startProduct();
    const browser = await launch(found as FoundBrowser);
    close = () => browser.close();
    const people = [];
    for (const at of [0, 1, 2]) {
      const person = await newPerson(browser, product, { language });
      await person.signIn(product.signInLinks()[at] ?? '', language);
      people.push(person);
    }
    [facilitator, holder, writer] = people as [Person, Person, Person];
  });
  afterAll(async () => {
    await close();
    await product?.stop();
  });

  const section = (person: Person, title: string): Locator =>
    person.editor.getByRole('region', { name: title, exact: true });
  const textOf = (person: Person, title: string): Locator =>
    section(person, title).locator('.note-section-text');
  /** The words of a section without the names at carets. */
  const read = (person: Person, title: string): Promise<string> =>
    textOf(person, title).evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('[data-client]').forEach((caret) => caret.remove());
      return copy.textContent;
    });
  const listOf = (person: Person): Locator =>
    person.page.getByRole('navigation', { name: say.sections, exact: true });
  const titles = (person: Person): Promise<string[]> =>
    person.editor.getByRole('heading', { level: 2 }).allInnerTexts();
  const look = async (...people: Person[]) => {
    for (const person of people) {
      expect([...(await seriousFindings(person.page)), ...person.troubles.splice(0)]).toEqual([]);
    }
  };
  /** Goes by arrows from the title of a section to one of its buttons, and opens its menu. */
  async function openMenu(person: Person, button: Locator): Promise<void> {
    const { page } = person;
    for (let presses = 0; presses < 8; presses += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowRight');
    }
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('menu').locator(':focus').waitFor();
  }
  async function pick(person: Person, item: string | RegExp): Promise<void> {
    const wanted = person.page.getByRole('menuitem', { name: item });
    for (let presses = 0; presses < 30; presses += 1) {
      if (await wanted.first().evaluate((element) => element === document.activeElement)) break;
      await person.page.keyboard.press('ArrowDown');
    }
    await person.page.keyboard.press('Enter');
    await person.page.getByRole('menu').waitFor({ state: 'detached' });
  }

  it('a new case begins with the sections of the template, each with its guidance', async () => {
    const { page } = holder;
    await holder.open('/cops/gebiedsgericht-werken/cases/new');
    await page.getByRole('radio', { name: say.template, checked: true }).waitFor();
    await page.getByLabel(holder.words.caseTitle, { exact: true }).fill('Polder met hoofdstukken');
    await page.getByRole('button', { name: holder.words.caseSubmit }).click();
    await section(holder, say.first).waitFor();
    noteUrl = new URL(page.url()).pathname;
    expect(await titles(holder)).toHaveLength(12);
    await section(holder, say.first).getByText(say.guidance).waitFor();
    await listOf(holder).getByText(say.progress(0)).waitFor();
    await look(holder);
  });

  it('the section on the lens of brede welvaart leads to the effect matrix of the case', async () => {
    const { page } = holder;
    await holder.editor.getByRole('link', { name: say.matrix }).press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/effects'));
    expect(new URL(page.url()).pathname.split('/')[2]).toBe(noteUrl.split('/')[2]);
    await page.getByRole('button', { name: say.noMatrix }).waitFor();
    await page.goBack();
    await section(holder, say.first).waitFor();
  });

  it('who writes makes it a draft; the guidance then waits behind its button', async () => {
    await textOf(holder, say.first).click();
    await holder.page.keyboard.type('De polder verzilt.');
    await section(holder, say.first)
      .getByRole('button', { name: say.statusOf(say.first) })
      .getByText(say.draft)
      .waitFor();
    const guidance = section(holder, say.first).getByText(say.guidance);
    expect(await guidance.isVisible()).toBe(false);
    await section(holder, say.first).getByRole('button', { name: say.guidanceButton, exact: true }).click();
    expect(await guidance.isVisible()).toBe(true);
    await holder.untilSays(holder.words.saved);
  });

  it('status and owner are set by keyboard alone', async () => {
    const { page } = holder;
    await textOf(holder, say.first).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    const head = section(holder, say.first).getByRole('toolbar');
    expect(await head.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await openMenu(holder, head.getByRole('button', { name: say.statusOf(say.first) }));
    await pick(holder, new RegExp(`^${say.ready}`));
    await listOf(holder).getByText(say.progress(1)).waitFor();
    await head
      .getByRole('button', { name: say.statusOf(say.first) })
      .and(page.locator(':focus'))
      .waitFor();
    await openMenu(holder, head.getByRole('button', { name: say.ownerOf(say.first) }));
    await look(holder);
    await pick(holder, say.me);
    await head
      .getByRole('button', { name: say.ownerOf(say.first) })
      .getByText(say.mine)
      .waitFor();
  });

  it('no accident removes a section: not deleting, cutting, dragging, or pasting over everything', async () => {
    const { page, editor } = holder;
    const all = await titles(holder);
    await textOf(holder, say.second).click();
    await page.keyboard.type('Wat leren we?');
    const isWhole = async () => {
      expect(await titles(holder)).toEqual(all);
      expect(await editor.locator('.note-section').count()).toBe(12);
    };
    const takeBack = async () => {
      await page.keyboard.press('Control+z');
      await expectSoon(
        () => read(holder, say.second),
        (text) => text.includes('Wat leren we?'),
      );
    };
    // At the edges, in both directions.
    await page.keyboard.press('Home');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Backspace');
    await page.keyboard.press('End');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Delete');
    await isWhole();
    expect(await read(holder, say.second)).toBe('Wat leren we?');
    // A key that comes before the browser has told where the caret went acts where it stands now.
    const isHandled = await textOf(holder, say.second).evaluate((element) => {
      getSelection()?.collapse(element.querySelector('p'), 0);
      const key = { key: 'Backspace', keyCode: 8, bubbles: true, cancelable: true };
      return !element.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    expect(isHandled).toBe(true);
    // A selection over two of them, typed over.
    await textOf(holder, say.first).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+Shift+End');
    await page.keyboard.press('n');
    await isWhole();
    await takeBack();
    for (const key of ['Delete', 'Backspace', 'Control+x', 'Enter']) {
      await textOf(holder, say.first).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.press(key);
      await isWhole();
      // Enter finds nothing that it can split there.
      if (key === 'Enter') continue;
      await expectSoon(
        () => read(holder, say.second),
        (text) => !text.includes('Wat leren we?'),
      );
      await takeBack();
    }
    // Pasted over all of it, sections and all; and dragged across.
    await page.keyboard.press('Control+a');
    await holder.context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await isWhole();
    await page.keyboard.press('Control+z');
    await textOf(holder, say.second).click({ clickCount: 3 });
    await expectSoon(
      () => page.evaluate(() => String(getSelection()).trim()),
      (text) => text === 'Wat leren we?',
    );
    const dragged = textOf(holder, say.second).getByText('Wat leren we?');
    await holder.untilSays(holder.words.saved);
    await untilStill(dragged);
    const box = await dragged.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    // As a hand does: who moves within 150 ms selects, says Chromium, and drags nothing.
    await page.waitForTimeout(400);
    // It drags what lies at the place that was pressed. Had the text moved, that would be something else.
    expect(await dragged.boundingBox()).toEqual(box);
    await page.mouse.move(x + 8, y, { steps: 2 });
    await page.locator('.note-drop').waitFor();
    await textOf(holder, say.third).hover();
    // What one can do with the selection does not come in the way meanwhile.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    expect(await page.locator('[data-note-bubble]').count()).toBe(0);
    await page.mouse.up();
    await expectSoon(
      () => read(holder, say.third),
      (text) => text.includes('Wat leren we?'),
    );
    await isWhole();
    await page.keyboard.press('Control+z');
    await expectSoon(
      () => read(holder, say.third),
      (text) => text === '',
    );
    await holder.untilSays(holder.words.saved);
    expect(holder.troubles).toEqual([]);
  });

  it('others see who is in which section, and go there', async () => {
    await writer.open(noteUrl);
    await section(writer, say.third).waitFor();
    await textOf(writer, say.third).click();
    await writer.page.keyboard.type('Cijfers van Fenna.');
    const row = listOf(holder).getByRole('button', { name: new RegExp(say.third) });
    await row.getByText(`${say.hereNow}${writer.name}`).waitFor();
    await look(holder, writer);
    await row.press('Enter');
    const isThere = () =>
      textOf(holder, say.third).evaluate((element) => element.contains(getSelection()?.anchorNode ?? null));
    await expectSoon(isThere, (is) => is);
    await listOf(writer).getByText(`${say.hereNow}${holder.name}`).waitFor();
  });

  it('the holder moves a section while somebody writes in it, removes it, and takes that back; a writer cannot', async () => {
    const { page } = holder;
    await section(holder, say.third)
      .getByRole('button', { name: say.more(say.third) })
      .click();
    await page.getByRole('menuitem', { name: say.moveDown }).click();
    await writer.page.keyboard.type(' En meer.');
    await expectSoon(
      () => titles(writer),
      (all) => all[3] === say.third,
    );
    await expectSoon(
      () => read(holder, say.third),
      (text) => text === 'Cijfers van Fenna. En meer.',
    );

    await section(holder, say.third)
      .getByRole('button', { name: say.more(say.third) })
      .click();
    await page.getByRole('menuitem', { name: say.remove }).click();
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByText(writer.name).waitFor();
    await page.getByRole('button', { name: say.removeConfirm(say.third) }).click();
    await expectSoon(
      () => titles(writer),
      (all) => all.length === 11,
    );
    await page.getByRole('button', { name: say.undo, exact: true }).click();
    await expectSoon(
      () => titles(writer),
      (all) => all.length === 12 && all[3] === say.third,
    );
    await expectSoon(
      () => read(writer, say.third),
      (text) => text === 'Cijfers van Fenna. En meer.',
    );

    await section(writer, say.third)
      .getByRole('button', { name: say.more(say.third) })
      .click();
    await writer.page.getByRole('menu').waitFor();
    expect(await writer.page.getByRole('menuitem', { name: say.remove }).count()).toBe(0);
    await writer.page.keyboard.press('Escape');
  });

  it('what is folded stays folded after a reload, for me alone, and opens for who goes there', async () => {
    const fold = (person: Person) =>
      section(person, say.first).getByRole('button', { name: say.first, exact: true });
    await fold(holder).press('Enter');
    expect(await fold(holder).getAttribute('aria-expanded')).toBe('false');
    expect(await fold(writer).getAttribute('aria-expanded')).toBe('true');
    await holder.page.reload();
    await fold(holder).waitFor();
    expect(await fold(holder).getAttribute('aria-expanded')).toBe('false');
    expect(await textOf(holder, say.first).isVisible()).toBe(false);
    await look(holder);
    await listOf(holder)
      .getByRole('button', { name: new RegExp(`^${say.first}`) })
      .click();
    await expectSoon(
      () => fold(holder).getAttribute('aria-expanded'),
      (state) => state === 'true',
    );
  });

  it('a page to read shows no signs of the work on them', async () => {
    const sections = holder.page.locator('.note-section');
    await holder.open(`${noteUrl}?view=read`);
    await sections.first().waitFor();
    // What is left to press folds a section.
    expect(await sections.getByRole('button').count()).toBe(await sections.getByRole('heading').count());
  });

  it('a facilitator makes a template of the CoP; a case opened then begins with it', async () => {
    const { page } = facilitator;
    await facilitator.open('/cops/gebiedsgericht-werken');
    await page.getByRole('tab', { name: say.templatesTab }).click();
    await page.getByRole('button', { name: say.actionsFor(say.networkName) }).click();
    await page.getByRole('menuitem', { name: say.copy, exact: true }).click();
    await page.getByRole('button', { name: say.actionsFor(say.copyName) }).click();
    await look(facilitator);
    await page.getByRole('menuitem', { name: say.edit, exact: true }).click();
    await page.getByRole('button', { name: say.sectionUp(2) }).press('Enter');
    await page.getByLabel(say.sectionTitle(1), { exact: true }).fill('Onze vraag');
    await look(facilitator);
    await page.getByRole('button', { name: say.saveTemplate }).click();
    await page.getByRole('button', { name: say.actionsFor(say.copyName) }).click();
    await page.getByRole('menuitem', { name: say.choose }).click();
    await holder.open('/cops/gebiedsgericht-werken/cases/new');
    await holder.page.getByRole('radio', { name: say.copyName, checked: true }).waitFor();
    await holder.page.getByLabel(holder.words.caseTitle, { exact: true }).fill('Met ons eigen sjabloon');
    await holder.page.getByRole('button', { name: holder.words.caseSubmit }).click();
    await section(holder, 'Onze vraag').waitFor();
    expect((await titles(holder)).slice(0, 2)).toEqual(['Onze vraag', say.first]);
    await holder.open(noteUrl);
    await section(holder, say.second).waitFor();
    expect([holder, writer, facilitator].flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
