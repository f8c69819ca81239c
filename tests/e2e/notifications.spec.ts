import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, type CaseSummary, type Cop, endpoints, type PageOf } from '@kring/contracts';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser } from './support/browser.ts';
import { type Cast, gather } from './support/cast.ts';
import type { Person } from './support/person.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody was told anything.');
const stories = found === null ? describe.skip : describe;

/** Sends something as the page would. */
async function send(person: Person, method: string, path: string, body: unknown): Promise<unknown> {
  return person.page.evaluate(
    async ([verb, where, given]) => {
      const answer = await fetch(`/api${where}`, {
        method: verb ?? '',
        headers: { 'content-type': 'application/json' },
        body: given ?? '',
      });
      return (await answer.json()) as unknown;
    },
    [method, path, JSON.stringify(body)],
  );
}

stories('notifications', () => {
  let cast: Cast;
  let note = { path: '', id: '' };
  let facilitatorId = '';
  beforeAll(async () => {
    if (found === null) return;
    cast = await gather(found, 'nl');
    const { facilitator } = cast;
    const cop = await facilitator.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const list = endpoints.listCases.path.replace(':copId', cop.id);
    const { items } = await facilitator.ask<PageOf<CaseSummary>>(list);
    const chosen = items.find(({ isExample, status }) => isExample && status !== 'concluded') ?? items[0];
    const opened = await facilitator.ask<Case>(endpoints.getCase.path.replace(':caseId', chosen?.id ?? ''));
    const id = opened.notes.at(-1)?.id ?? '';
    note = { id, path: `/cases/${opened.id}/notes/${id}` };
    facilitatorId = (await facilitator.ask<{ id: string }>(endpoints.getMe.path)).id;
  });
  afterAll(async () => {
    await cast?.close();
  });

  const bell = ({ page }: Person) =>
    page
      .getByRole('navigation', { name: 'Hoofdmenu' })
      .getByRole('link', { name: /^Meldingen/ })
      .first();

  it('tell of a mention at once, open at the place, and are read then; choices are kept', async () => {
    const { facilitator, holder } = cast;
    await facilitator.open('/notifications');
    await facilitator.page.getByRole('button', { name: 'Markeer alles als gelezen' }).click();
    await facilitator.page.getByText('Je hebt alles gelezen.').waitFor();

    await holder.open(note.path);
    await send(holder, 'POST', endpoints.mentionPerson.path.replace(':noteId', note.id), {
      personId: facilitatorId,
    });
    await facilitator.page
      .getByRole('navigation', { name: 'Hoofdmenu' })
      .getByRole('link', { name: 'Meldingen , 1 nieuwe voor jou' })
      .or(bell(facilitator).filter({ hasText: '1 nieuwe voor jou' }))
      .first()
      .waitFor();
    await facilitator.page.getByText('Er is een nieuwe melding voor jou').waitFor();
    expect(await seriousFindings(facilitator.page)).toEqual([]);

    const line = facilitator.page.getByRole('link', { name: /^Nieuw: .* noemt je in de tekst/ });
    await line.focus();
    await facilitator.page.keyboard.press('Enter');
    await facilitator.page.waitForURL((url) => url.pathname === note.path);
    await bell(facilitator).filter({ hasNotText: 'nieuwe voor jou' }).waitFor();

    await facilitator.open('/me#notifications');
    const choice = facilitator.page.getByRole('combobox', { name: 'Iemand noemt je in een tekst: Per mail' });
    await choice.selectOption({ label: 'Niet' });
    await facilitator.page.getByText('Je keuze is bewaard').waitFor();
    await facilitator.open('/me#notifications');
    expect(await choice.inputValue()).toBe('off');
  });

  it('tell of a name that is chosen in the text itself, once, also when the text is worked on further', async () => {
    const { facilitator, writer } = cast;
    await facilitator.open('/notifications');
    await writer.open(note.path);
    await writer.write(`Vraag het aan @${facilitator.name.slice(0, 5)}`);
    await writer.page.getByRole('option', { name: new RegExp(facilitator.name) }).waitFor();
    await writer.page.keyboard.press('Enter');
    const named = `@${facilitator.name}`;
    await writer.text.getByText(named).last().waitFor();
    const line = facilitator.page.getByRole('link', { name: /^Nieuw: .* noemt je in de tekst/ });
    await line.waitFor();
    await writer.write('want zij weet het.');
    await writer.untilSays(writer.words.saved);
    // Whoever follows the note hears of the work when the text has come to rest: then the name has been looked at.
    await facilitator.page.getByRole('tab', { name: /^Wat je volgt/ }).click();
    await facilitator.page
      .getByRole('link', { name: /^Nieuw: .*werkte aan de tekst/ })
      .first()
      .waitFor();
    await facilitator.page.getByRole('tab', { name: /^Voor jou/ }).click();
    expect(await line.allInnerTexts()).toEqual([expect.not.stringContaining('2 keer')]);
    await line.press('Enter');
    // Where they are named is marked, and before them.
    const shown = facilitator.text.locator('.note-shown').filter({ hasText: named });
    await shown.first().waitFor();
    await facilitator.page.waitForFunction((mark) => {
      const box = document.querySelector(mark)?.getBoundingClientRect();
      return box !== undefined && box.top > 60 && box.bottom < window.innerHeight - 20;
    }, '.note-shown');
  });

  it('disappear when somebody may not see the place any more', async () => {
    const { observer, facilitator, holder } = cast;
    const { id } = await observer.ask<{ id: string }>(endpoints.getMe.path);
    await send(holder, 'POST', endpoints.mentionPerson.path.replace(':noteId', note.id), { personId: id });
    await observer.open('/notifications');
    await observer.page.getByText('noemt je in de tekst').first().waitFor();
    const cop = await facilitator.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const remove = endpoints.removeMember.path.replace(':copId', cop.id).replace(':personId', id);
    await facilitator.page.evaluate((path) => fetch(`/api${path}`, { method: 'DELETE' }), remove);
    await observer.page.getByText('Er wordt nu niets van je gevraagd').waitFor();
    expect(await seriousFindings(observer.page)).toEqual([]);
  });
});
