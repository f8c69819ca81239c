import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser } from './support/browser.ts';
import { type Cast, gather } from './support/cast.ts';
import { type Person, newPerson } from './support/person.ts';
import { expectSoon } from './support/soon.ts';
import type { StoryLanguage } from './support/words.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no story was played.');
const stories = found === null ? describe.skip : describe;

const languages: StoryLanguage[] = ['nl', 'en'];

stories.each(languages)('people of two organisations write in one case (%s)', (language) => {
  let cast: Cast;
  let phone: Person;
  let noteUrl = '';
  const findings: string[] = [];
  /** Checks the page that these people have before them; what is found stands in the last test. */
  const look = async (...people: Person[]) => {
    for (const person of people)
      findings.push(...(await seriousFindings(person.page)), ...person.troubles.splice(0));
  };
  const room = () => noteUrl.split('/').at(-1) ?? '';

  beforeAll(async () => {
    if (found !== null) cast = await gather(found, language);
  });
  afterAll(async () => {
    await cast?.close();
  });

  it('1. everybody is let in by the printed link for their role', async () => {
    const { facilitator, holder, writer, observer, administrator } = cast;
    const organisations = [holder, writer].map((person) => person.me?.organisation?.name);
    expect(new Set(organisations).size).toBe(2);
    expect(administrator.me?.platformRole).toBe('administrator');
    for (const person of [facilitator, holder, writer, observer]) {
      await person.page.getByRole('heading', { level: 1 }).waitFor();
    }
    await look(facilitator, observer, administrator);
  });

  it('2. the facilitator invites somebody, whose link leads straight into the CoP', async () => {
    const { facilitator, administrator, browser, product } = cast;
    const { page, words } = facilitator;
    await page.getByRole('link', { name: words.copTitle }).first().click();
    await page.getByRole('heading', { level: 1, name: words.copTitle }).waitFor();
    for (const tab of [words.aboutTab, words.casesTab, words.membersTab]) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').waitFor();
      await look(facilitator);
    }
    const email = `nieuw.${language}@voorbeeld.nl`;
    await page.getByRole('button', { name: words.invite }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.inviteEmail).fill(email);
    await dialog.getByRole('radio', { name: words.inviteRole.participant }).check({ force: true });
    await look(facilitator);
    await dialog.getByRole('button', { name: words.inviteSend, exact: true }).click();
    await page.getByRole('list', { name: words.openInvites }).getByText(email).waitFor();

    await administrator.go('/admin/outbox');
    await administrator.page.getByText(email).first().click();
    const link = administrator.page.getByRole('link', { name: /\/invite#token=/ }).first();
    const href = await link.getAttribute('href');
    await look(administrator);

    phone = await newPerson(browser, product, { language, width: 390 });
    await phone.page.goto(href ?? '');
    await phone.page.getByLabel(words.acceptName, { exact: true }).fill('Noor Verbeek');
    await look(phone);
    await phone.page.getByRole('button', { name: words.accept, exact: true }).click();
    await phone.page.getByRole('heading', { level: 1, name: words.copTitle, exact: true }).waitFor();
    phone.me = await phone.loadMe();
  });

  it('3. a participant opens a case, and in it a note', async () => {
    const { page, words } = cast.holder;
    await page.getByRole('link', { name: words.copTitle }).first().click();
    await page
      .getByRole('link', { name: words.openCase })
      .or(page.getByRole('button', { name: words.openCase }))
      .first()
      .click();
    await page.getByLabel(words.caseTitle, { exact: true }).fill('Verziltende polder');
    await page
      .getByLabel(words.caseQuestion)
      .fill('Hoe blijft de polder leefbaar als het water zouter wordt?');
    await page.getByLabel(words.caseRegion).fill('Zeeland');
    await page.getByRole('radio', { name: words.caseVisibility }).check({ force: true });
    await look(cast.holder);
    await page.getByRole('button', { name: words.caseSubmit }).click();
    await cast.holder.editor.waitFor();
    await page.getByRole('button', { name: words.newNote }).click();
    await page.getByRole('dialog').getByLabel(words.noteTitle).fill('Wat we zien');
    await page.getByRole('dialog').getByRole('button', { name: words.noteCreate }).click();
    await page.getByRole('heading', { level: 1, name: 'Wat we zien' }).waitFor();
    await cast.holder.editor.waitFor();
    noteUrl = new URL(page.url()).pathname;
    await look(cast.holder);
  });

  it('4. two write at once, each undoes their own; a phone reads along; an observer sees why they cannot write', async () => {
    const { holder, writer, observer } = cast;
    for (const person of [writer, observer, phone]) await person.go(noteUrl);
    await Promise.all([writer.editor.waitFor(), phone.text.waitFor()]);
    await holder.write('Eerst van de holder. ');
    await writer.untilReads('Eerst van de holder.');
    await writer.write('Dan van de writer. ');
    await Promise.all(
      [holder, writer, phone, observer].map((person) => person.untilReads('Dan van de writer.')),
    );
    await Promise.all([holder.untilSays(holder.words.saved), writer.untilSays(writer.words.saved)]);
    await holder.sheet.locator('[data-client]').getByText(writer.name).first().waitFor();
    await holder.sheet
      .getByRole('group', { name: holder.words.whoIsHere })
      .getByRole('button', { name: writer.name })
      .waitFor();

    await holder.page.getByRole('button', { name: holder.words.undo }).click();
    await expectText(
      holder,
      (text) => !text.includes('Eerst van de holder.') && text.includes('Dan van de writer.'),
    );
    await expectText(
      phone,
      (text) => !text.includes('Eerst van de holder.') && text.includes('Dan van de writer.'),
    );
    await holder.write('Toch weer iets van de holder. ');
    await phone.untilReads('Toch weer iets van de holder.');

    await observer.page.getByText(observer.words.observerWhy).waitFor();
    expect(await observer.editor.count()).toBe(0);
    await observer.page.locator('[data-panel-button="comments"]').click();
    await observer.page.getByText(observer.words.observerComments).waitFor();
    await look(holder, observer, phone);
  });

  it('5. without network one writes on and reloads; all is there for both afterwards', async () => {
    const { holder, writer, road } = cast;
    // The page keeps its own code in the background, once.
    await writer.page.evaluate(() => navigator.serviceWorker.ready);
    await writer.page.reload();
    await writer.editor.waitFor();
    await writer.untilSays(writer.words.saved);
    road.cut();
    await writer.write('Zonder netwerk geschreven. ');
    await writer.untilSays(writer.words.kept);
    await holder.write('Intussen hier verder. ');
    await writer.page.reload();
    await writer.untilReads('Zonder netwerk geschreven.');
    await writer.write('En na herladen. ');
    await writer.untilReads('En na herladen.');
    await look(writer);
    road.mend();
    // The rest of the page comes around the sheet while one types: no key may fall beside it.
    await writer.editor.press('Control+Home');
    let keys = 0;
    const frame = writer.page.getByRole('navigation', { name: writer.words.notesOfCase });
    for (const end = Date.now() + 30_000; !(await frame.isVisible()); keys += 1) {
      if (Date.now() > end) throw new Error('The rest of the page never came back.');
      await writer.page.keyboard.type(`(t${keys})`, { delay: 10 });
    }
    await writer.page.keyboard.type('(t-end)', { delay: 10 });
    await holder.untilReads(`${Array.from({ length: keys }, (_, at) => `(t${at})`).join('')}(t-end)`);
    await holder.untilReads('En na herladen.');
    await writer.untilReads('Intussen hier verder.');
    await Promise.all([holder.untilSays(holder.words.saved), writer.untilSays(writer.words.saved)]);
    expect(await writer.readText()).toBe(await holder.readText());
  });

  it('5. the server is killed while both type: what was saved is there, the rest arrives once', async () => {
    const { holder, writer, product } = cast;
    // At both ends of the text, so that what each typed stays readable in one piece.
    await holder.editor.press('Control+Home');
    await writer.editor.press('Control+End');
    const typing = Promise.all([typeMarkers(holder, 'h', 30), typeMarkers(writer, 'w', 30)]);
    await holder.untilReads('(h5)');
    await product.killApi();
    await typing;
    await product.untilReady();
    await expectText(holder, (text) => text.includes('(w29)'), 45_000);
    await expectText(writer, (text) => text.includes('(h29)'), 45_000);
    await Promise.all([holder.untilSays(holder.words.saved), writer.untilSays(writer.words.saved)]);
    const text = await holder.readText();
    expect(await writer.readText()).toBe(text);
    for (const who of ['h', 'w']) {
      const counts = Array.from({ length: 30 }, (_, at) => text.split(`(${who}${at})`).length - 1);
      expect(counts).toEqual(counts.map(() => 1));
    }
  });

  it('6. who is removed while typing sees the sheet close within a second, and nothing more is stored', async () => {
    const { facilitator, holder, writer, product } = cast;
    const { page, words } = facilitator;
    expect(await writer.localRows(room())).toBeGreaterThan(0);
    await facilitator.go('/cops/gebiedsgericht-werken/members');
    await page.getByRole('button', { name: words.actionsFor(writer.name) }).click();
    await page.getByRole('menuitem', { name: words.remove }).click();
    await stampAlert(writer, writer.words.lostAccess);
    const typing = typeUntilClosed(writer);
    const removed = page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.ok());
    await page.getByRole('button', { name: words.removeConfirm(writer.name) }).click();
    await removed;
    const begin = Date.now();
    await writer.page.getByText(writer.words.lostAccess).waitFor();
    await typing;
    const closedAt = await writer.page.evaluate(() => Number(document.documentElement.dataset['alertAt']));
    // Wanted is a second, on a machine that is not busy; whoever were looked at again by the clock would stay far longer.
    console.log(`The sheet closed ${closedAt - begin} ms after the removal.`);
    expect(closedAt - begin).toBeLessThan(10_000);
    expect(await writer.editor.count()).toBe(0);
    await look(writer);
    await expectSoon(
      () => writer.localRows(room()),
      (count) => count === 0,
    );

    const answer = await writer.context.request.get(
      `${product.url}/api${endpoints.getNote.path.replace(':noteId', room())}`,
    );
    expect(answer.status()).toBe(404);
    await holder.untilSays(holder.words.saved);
    const live = await holder.readText();
    await holder.page.reload();
    await holder.editor.waitFor();
    await expectText(holder, (text) => text === live);
    const stored = [...live.matchAll(/\(x(\d+)\)/g)].map((match) => Number(match[1]));
    expect(stored).toEqual(stored.map((_, at) => at));
  });

  it('axe finds nothing serious on the pages of the story, light or dark, and no browser complained', () => {
    expect(findings).toEqual([]);
  });
});

/** Waits until the text is as wanted; shows it, with the state of saving, when it never is. */
async function expectText(
  person: Person,
  isSo: (text: string) => boolean,
  milliseconds = 30_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!isSo(await person.readText())) {
    if (Date.now() > end)
      throw new Error(`Still not so for ${person.name}:\n${await person.sheet.innerText()}`);
  }
}

async function typeMarkers(person: Person, mark: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await person.page.keyboard.type(`(${mark}${at})`, { delay: 10 });
}

/** Lets the page itself note when it says something: the clock of the test would count its own delays, too. */
async function stampAlert(person: Person, words: string): Promise<void> {
  await person.page.evaluate((text) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role="alert"]')?.textContent.includes(text)) return;
      document.documentElement.dataset['alertAt'] = String(Date.now());
      observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }, words);
}

async function typeUntilClosed(person: Person): Promise<void> {
  await person.editor.press('Control+End');
  for (let at = 0; (await person.editor.count()) > 0 && at < 500; at += 1) {
    await person.page.keyboard.type(`(x${at})`, { delay: 5 });
  }
}
