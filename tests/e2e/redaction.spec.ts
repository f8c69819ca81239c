import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, type CaseSummary, type Cop, endpoints, type Note } from '@kring/contracts';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser } from './support/browser.ts';
import { type Cast, gather } from './support/cast.ts';
import type { Person } from './support/person.ts';
import type { StoryLanguage } from './support/words.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nothing was redacted.');
const stories = found === null ? describe.skip : describe;

const says = {
  nl: {
    acts: 'Acties voor deze notitie',
    act: 'Wis woorden voorgoed…',
    words: 'Woorden',
    look: 'Kijk waar ze staan',
    twice: '2 keer in de tekst',
    redact: 'Wis voorgoed',
    told: /^Uit deze notitie zijn woorden voorgoed gewist/,
    tooShort: /minstens 3/i,
    refused: 'Een deel van je tekst kon niet worden opgeslagen',
  },
  en: {
    acts: 'Actions for this note',
    act: 'Redact words for good…',
    words: 'Words',
    look: 'See where they are',
    twice: '2 times in the text',
    redact: 'Redact for good',
    told: /^Words were redacted from this note for good/,
    tooShort: /at least 3/i,
    refused: 'Part of your text could not be saved',
  },
} as const;

stories.each(['nl', 'en'] as const)('words that must go from a note, in %s', (language: StoryLanguage) => {
  const words = says[language];
  let cast: Cast;
  let path = '';

  beforeAll(async () => {
    if (found === null) return;
    cast = await gather(found, language);
    path = await newNote(cast);
  });
  afterAll(async () => {
    await cast?.close();
  });

  async function newNote({ facilitator, product }: Cast): Promise<string> {
    const cop = await facilitator.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const list = endpoints.listCases.path.replace(':copId', cop.id);
    const { items } = await facilitator.ask<{ items: CaseSummary[] }>(list);
    for (const { id } of items) {
      const opened = await facilitator.ask<Case>(endpoints.getCase.path.replace(':caseId', id));
      if (!opened.abilities.includes('note.create')) continue;
      const answer = await facilitator.context.request.post(`${product.url}/api/cases/${id}/notes`, {
        data: { title: 'Gesprek' },
        headers: { origin: product.url },
      });
      const note = (await answer.json()) as Note;
      return `/cases/${id}/notes/${note.id}`;
    }
    throw new Error('The demo programme has no case for a note.');
  }

  /** By keyboard alone, up to what would go. */
  async function look(person: Person, secret: string): Promise<void> {
    const { page } = person;
    await page.getByRole('button', { name: words.acts }).press('Enter');
    await page.getByRole('menuitem', { name: words.act }).press('Enter');
    const field = page.getByRole('dialog').getByLabel(words.words, { exact: true });
    await field.waitFor();
    await page.keyboard.type('ab');
    await page.getByRole('button', { name: words.look }).press('Enter');
    await page.getByText(words.tooShort).waitFor();
    await field.fill(secret);
    await page.getByRole('button', { name: words.look }).press('Enter');
    await page.getByText(words.twice).waitFor();
  }

  it('go for everybody who has it open, and what somebody wrote meanwhile without network is offered to them', async () => {
    const { facilitator, writer, road } = cast;
    await facilitator.go(path);
    await writer.go(path);
    await Promise.all([facilitator.editor.waitFor(), writer.editor.waitFor()]);
    await writer.write('Over mevrouw Zebravink en Zebravinks huis. ');
    await facilitator.untilReads('Zebravinks huis');
    await Promise.all([facilitator, writer].map((person) => person.untilSays(person.words.saved)));

    road.cut();
    await writer.write('Zonder netwerk. ');
    await writer.untilSays(writer.words.kept);

    await look(facilitator, 'zebravink');
    expect(await seriousFindings(facilitator.page)).toEqual([]);
    await facilitator.page.getByRole('button', { name: words.redact }).press('Enter');
    await facilitator.page.getByText(words.told).waitFor();
    await facilitator.untilReads('Over mevrouw […] en […] huis.');
    expect(await facilitator.readText()).not.toContain('Zebravink');
    await facilitator.write('En verder.');
    await facilitator.untilSays(facilitator.words.saved);

    road.mend();
    await writer.untilReads('En verder.');
    expect(await writer.readText()).not.toContain('Zebravink');
    await writer.page.getByText(words.refused).waitFor();
    expect([...facilitator.troubles, ...writer.troubles]).toEqual([]);
  });

  it('are not offered to whoever only takes part', async () => {
    const { writer } = cast;
    await writer.page.getByRole('button', { name: words.acts }).press('Enter');
    await writer.page.getByRole('menuitem').first().waitFor();
    expect(await writer.page.getByRole('menuitem', { name: words.act }).count()).toBe(0);
    await writer.page.keyboard.press('Escape');
  });
});
