import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser } from './support/browser.ts';
import { type Cast, gather } from './support/cast.ts';
import { memberPages } from './support/pages.ts';
import { newPerson } from './support/person.ts';
import type { StoryLanguage } from './support/words.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody looked back.');
const stories = found === null ? describe.skip : describe;

/** What people read while they look back. */
const words = {
  nl: {
    history: 'Geschiedenis',
    since: /wijziging(en)? sinds je laatste bezoek/,
    view: 'Bekijk',
    sinceVisit: 'Sinds mijn laatste bezoek',
    next: 'Volgende wijziging',
    place: /^Wijziging 1 van \d+: /,
    sinceMyVisit: 'Sinds mijn laatste bezoek',
    secondPlace: /^Wijziging 2 van \d+: /,
    back: 'Terug naar de notitie',
    whoWrote: 'Wie schreef wat',
    compareWith: 'Vergelijk met',
    now: 'De tekst zoals die nu is',
    restore: 'Zet deze versie terug',
    confirm: 'Zet terug',
    restored: /staat terug\.$/,
    told: /heeft de tekst van “Voor het werkbezoek” teruggezet/,
    before: 'Vóór het terugzetten',
    keepTitle: 'Bewaar deze versie',
    name: 'Naam',
    kept: /is bewaard\.$/,
    shownOf: /^Een eerdere versie bekijken$/,
  },
  en: {
    history: 'History',
    since: /changes? since your last visit/,
    view: 'View',
    sinceVisit: 'Since my last visit',
    next: 'Next change',
    place: /^Change 1 of \d+: /,
    sinceMyVisit: 'Since my last visit',
    secondPlace: /^Change 2 of \d+: /,
    back: 'Back to the note',
    whoWrote: 'Who wrote what',
    compareWith: 'Compare with',
    now: 'The text as it is now',
    restore: 'Put this version back',
    confirm: 'Put back',
    restored: /is back\.$/,
    told: /put the text of “Voor het werkbezoek” back/,
    before: 'Before putting back',
    keepTitle: 'Keep this version',
    name: 'Name',
    kept: /has been kept\.$/,
    shownOf: /^Looking at an earlier version$/,
  },
} as const;

stories.each<StoryLanguage>(['nl', 'en'])('looking back in a note (%s)', (language) => {
  const say = words[language];
  let cast: Cast;
  let path = '';

  beforeAll(async () => {
    if (found === null) return;
    cast = await gather(found, language);
    path = (await memberPages(cast.holder)).find(({ name }) => name === 'note')?.path ?? '';
  });
  afterAll(async () => {
    await cast?.close();
  });

  const viewOf = ({ page }: Cast['holder']) => page.locator('[data-history-view]');

  it('shows what changed since the last visit, change by change, and who wrote what', async () => {
    const { holder } = cast;
    const { page } = holder;
    await holder.open(path);
    const line = page.locator('[data-since-visit]');
    await line.getByText(say.since).waitFor();
    await line.getByRole('button', { name: say.view }).press('Enter');
    await page.getByRole('heading', { name: say.sinceVisit }).waitFor();
    await page.getByRole('button', { name: say.next }).press('Enter');
    await page.getByRole('status').filter({ hasText: say.place }).waitFor();
    await viewOf(holder).locator('ins, .history-block').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await holder.editor.waitFor();

    // Whoever looks again sees the texts that are known, and stays at the change at which they are when those come anew.
    const letGo = await holder.hold('**/api/notes/*/text');
    const anew = page.waitForResponse((answer) => answer.url().endsWith('/text'));
    await page.getByRole('button', { name: say.history, exact: true }).press('Enter');
    await page.getByRole('button', { name: say.sinceMyVisit }).press('Enter');
    await page.getByRole('button', { name: say.next }).press('Enter');
    await page.getByRole('status').filter({ hasText: say.place }).waitFor();
    letGo();
    await anew;
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: say.secondPlace }).waitFor();
    await page.keyboard.press('Escape');
    await holder.editor.waitFor();

    await page.getByRole('button', { name: say.whoWrote }).press('Enter');
    await viewOf(holder)
      .getByRole('button', { name: /Anouk Dierickx: \d+ %/ })
      .press('Enter');
    await viewOf(holder).locator('.history-author[data-chosen]').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: say.back }).press('Enter');
    expect(holder.troubles).toEqual([]);
  });

  it('puts a version back while somebody else types and the server falls over, and can be undone', async () => {
    const { holder, writer, product } = cast;
    await Promise.all([holder.open(path), writer.open(path)]);
    await Promise.all([holder, writer].map((person) => person.untilSays(person.words.saved)));
    await writer.editor.waitFor();
    const { page } = holder;
    await page.getByRole('button', { name: say.history, exact: true }).click();
    await page.getByRole('button', { name: /^Voor het werkbezoek/ }).click();
    await page.getByLabel(say.compareWith).selectOption({ label: say.now });
    await viewOf(holder).locator('.history-block, ins').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await writer.editor.getByText('In Zeeuws-Vlaanderen staan de voorzieningen').click();
    await writer.editor.press('Home');
    await page.getByRole('button', { name: say.restore }).click();
    await page.getByRole('button', { name: say.confirm, exact: true }).click();
    await page.getByText(say.restored).first().waitFor();
    const typing = writer.page.keyboard.type('Ondertussen schrijf ik door. ', { delay: 60 });
    await product.killApi();
    await typing;
    await product.untilReady();
    await Promise.all([holder, writer].map((person) => person.untilSays(person.words.saved)));

    // The version has no lessons yet, and nobody's words are lost.
    await holder.untilReads('Ondertussen schrijf ik door.');
    await writer.page.locator('[data-restore-news]').getByText(say.told).waitFor();
    // To each their own name is "you" beside a section that is theirs.
    const texts = await Promise.all([holder.readText(), writer.readText()]);
    const both = texts.map((text) => text.replaceAll(new RegExp(`JV(${holder.name}|Jij|You)`, 'g'), ''));
    expect(both[0]).toBe(both[1]);
    expect(both[0]).not.toContain('Neem de grens als kans');
    expect(both[0]?.split('Ondertussen schrijf ik door.')).toHaveLength(2);
    await page
      .getByRole('button', { name: new RegExp(say.before) })
      .first()
      .waitFor();

    await holder.editor.press('Control+z');
    await writer.untilReads('Neem de grens als kans');
    expect(await writer.readText()).toContain('Ondertussen schrijf ik door.');
    expect([...holder.troubles, ...writer.troubles]).toEqual([]);
  });

  it('keeps a version under a name by the keyboard alone, also before the code for it is there', async () => {
    const { browser, product } = cast;
    const holder = await newPerson(browser, product, { language, hasShell: false });
    await holder.context.addCookies(await cast.holder.context.cookies());
    const { page } = holder;
    const letGo = await holder.hold('**/assets/history-watch-*.js');
    await holder.open(path);
    await holder.write('Klaar voor de raad. ');
    await page.keyboard.press('Control+s');
    await page.keyboard.type('Dit valt ernaast.');
    expect(letGo()).toHaveLength(1);
    await page.getByRole('dialog', { name: say.keepTitle }).waitFor();
    await page.getByLabel(say.name, { exact: true }).fill('Voor de raad');
    await page.keyboard.press('Enter');
    await page.getByText(say.kept).first().waitFor();
    await page.getByRole('button', { name: say.history, exact: true }).press('Enter');
    await page.getByRole('button', { name: /Voor de raad/ }).press('Enter');
    const kept = viewOf(holder).locator('.history-text');
    await kept.getByText('Klaar voor de raad.').first().waitFor();
    expect(await kept.textContent()).not.toContain('Dit valt ernaast.');
    expect(holder.troubles).toEqual([]);
    await holder.context.close();
  });

  it('lets an observer look on a phone, and change nothing', async () => {
    const { observer } = cast;
    const { page } = observer;
    await observer.open(path);
    await page.getByRole('button', { name: say.history, exact: true }).click();
    await page.getByRole('button', { name: /^Voor het werkbezoek/ }).click();
    await viewOf(observer).locator('.history-text').waitFor();
    expect(await page.getByRole('button', { name: say.restore }).count()).toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(observer.troubles).toEqual([]);
  });
});
