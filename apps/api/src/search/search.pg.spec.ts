import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  endpoints,
  learningAgendaEndpoints,
  libraryEndpoints,
  type MarkedText,
  type SearchPage,
} from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from '../testing/community.ts';
import { createSignedInPerson, type SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { SearchWordsRepository } from './search-words.repository.ts';

type Filters = Partial<Record<'kind' | 'copId' | 'region' | 'status' | 'archived' | 'cursor', string>>;

const plain = (pieces: MarkedText) => pieces.map(({ text }) => text).join('');
const marked = (pieces: MarkedText) => pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);
const titles = (page: SearchPage) => page.items.map(({ title }) => plain(title));

describe('searching', () => {
  let server: TestApp;
  let community: TestCommunity;
  let member: SignedInTestPerson;
  let outsider: SignedInTestPerson;
  let here: { id: string; slug: string };
  let there: { id: string };
  let caseId: string;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    [here, there] = [await community.addCop(), await community.addCop()];
    member = await community.addMember(here.id, 'participant');
    outsider = await community.addMember(there.id, 'facilitator');
    await fill();
  });
  afterAll(async () => {
    await server.close();
  });

  async function fill(): Promise<void> {
    caseId = await community.addCase(here.id, {
      holderId: member.personId,
      title: 'Brede welvaart in Zeeuws-Vlaanderen',
      visibility: 'cop',
    });
    await server.query(
      "UPDATE cases SET question = 'Wat doet de nieuwe brug met de leefbaarheid?', region = 'Zeeland' WHERE id = $1",
      [caseId],
    );
    const noteId = await community.addNote(caseId, member.personId);
    await write(
      noteId,
      'Interviews',
      'Bewoners noemen het café en de <b>bibliotheek</b>. Brede welvaart is meer dan geld.',
    );
    const foreign = await community.addCase(there.id, {
      holderId: outsider.personId,
      title: 'Geheimzinnige windmolens',
      visibility: 'cop',
    });
    await write(
      await community.addNote(foreign, outsider.personId),
      'Aantekening',
      'Over de windmolenparken op zee.',
    );
  }

  async function write(noteId: string, title: string, text: string): Promise<void> {
    await server.query('UPDATE notes SET title = $2 WHERE id = $1', [noteId, title]);
    await server.query(
      'INSERT INTO settled_documents (document_id, text, settled_at) SELECT document_id, $2, now() FROM notes WHERE id = $1',
      [noteId, text],
    );
  }

  async function search(q: string, filters: Filters = {}, by = member): Promise<SearchPage> {
    const call = { query: { q, ...filters } } as never;
    return (await callEndpoint(server.url, endpoints.search, call, by)).value;
  }

  it.each([
    ['the last word being typed', 'brede welv', 'Brede welvaart in Zeeuws-Vlaanderen'],
    ['another form of a word', 'bewoner', 'Interviews'],
    ['no accents', 'cafe', 'Interviews'],
    ['accents and capitals too many', 'CAFÉ', 'Interviews'],
    ['an ordinary word that stands nowhere', 'de bibliotheek van', 'Interviews'],
    ['a phrase', '"meer dan geld"', 'Interviews'],
    ['the region', 'zeeland', 'Brede welvaart in Zeeuws-Vlaanderen'],
  ])('finds with %s', async (_, q, title) => {
    const page = await search(q);
    expect(titles(page)).toContain(title);
    expect(page.items.every(({ isNear }) => !isNear)).toBe(true);
  });

  it('does not find the words of a phrase in another order', async () => {
    expect(titles(await search('"geld dan meer"'))).toEqual([]);
  });

  it('finds a phrase behind two thousand newer texts that have its words in another order', async () => {
    await server.query(
      `INSERT INTO search_entries
       SELECT 'note', gen_random_uuid(), $1, $2, now() + interval '1 hour', false, '', '', search_vector('geld dan meer')
         FROM generate_series(1, 2100)`,
      [here.id, caseId],
    );
    const page = await search('"meer dan geld"');
    await server.query("DELETE FROM search_entries WHERE changed_at > now() + interval '30 minutes'");
    expect([titles(page), page.counts?.note.count]).toEqual([['Interviews'], 1]);
  });

  it.each([
    ['welvart', 'welvaart'],
    ['Zeeuws Vlaandern', 'zeeuws vlaanderen'],
    ['biblotheek', 'bibliotheek'],
  ])('forgives the typing error in %s and says how it is spelled', async (q, suggestion) => {
    const page = await search(q);
    expect(page.items[0]?.isNear).toBe(true);
    expect(page.suggestion).toBe(suggestion);
    expect((await search(suggestion)).items[0]?.isNear).toBe(false);
  });

  it('finds a learning question by every wording and what was learnt, for members alone', async () => {
    const params = { copId: here.id };
    const { value: asked } = await callEndpoint(
      server.url,
      learningAgendaEndpoints.createLearningQuestion,
      { params, body: { text: 'Wie betaalt de trekvaart?', why: 'Na de storm van vorig jaar' } },
      member,
    );
    const reword = { text: 'Wie draagt de kosten van het pontje?', changedBecause: 'Scherper' };
    await callEndpoint(
      server.url,
      learningAgendaEndpoints.rewordLearningQuestion,
      { params: { questionId: asked.id }, body: { version: asked.version, ...reword } },
      member,
    );
    for (const q of ['pontje', 'trekvaart', 'storm']) {
      const page = await search(q);
      expect(titles(page)).toEqual([reword.text]);
      expect(page.items[0]).toMatchObject({
        kind: 'learning-question',
        letter: 'A',
        cop: { slug: here.slug },
      });
      expect(page.counts?.['learning-question'].count).toBe(1);
      expect((await search(q, {}, outsider)).items).toEqual([]);
    }
    expect(marked((await search('trekvaart')).items[0]?.excerpt ?? [])).toEqual(['trekvaart']);
  });

  it('finds what is in a library by its description, until it is taken out', async () => {
    const { value: item } = await callEndpoint(
      server.url,
      libraryEndpoints.addLibraryLink,
      {
        params: { copId: here.id },
        body: { url: 'https://voorbeeld.nl/oever', title: 'Handreiking', description: 'Over zoutmoerassen' },
      },
      member,
    );
    const page = await search('zoutmoeras');
    expect(page.items).toMatchObject([{ kind: 'library-item', id: item.id, foundIn: ['description'] }]);
    expect((await search('zoutmoeras', {}, outsider)).items).toEqual([]);
    const remove = (isRemoved: boolean) =>
      callEndpoint(
        server.url,
        libraryEndpoints.removeLibraryItem,
        { params: { itemId: item.id }, body: { isRemoved } },
        member,
      );
    await remove(true);
    expect((await search('zoutmoeras', { archived: 'true' })).items).toEqual([]);
    await remove(false);
    expect(titles(await search('zoutmoeras'))).toEqual(['Handreiking']);
  });

  it('puts titles before text, and says why something was found', async () => {
    const page = await search('brede welvaart');
    expect(titles(page)).toEqual(['Brede welvaart in Zeeuws-Vlaanderen', 'Interviews']);
    expect(page.items.map(({ foundIn }) => foundIn)).toEqual([['title'], ['text']]);
    expect(marked(page.items[0]?.title ?? [])).toEqual(['Brede', 'welvaart']);
    expect(marked(page.items[1]?.excerpt ?? [])).toEqual(['Brede', 'welvaart']);
    expect(plain(page.items[1]?.excerpt ?? [])).toContain('<b>bibliotheek</b>');
    expect(page.counts).toMatchObject({
      case: { count: 1, isMore: false },
      note: { count: 1, isMore: false },
    });
  });

  it('finds with what was written just now, and not with what was taken out', async () => {
    await server.query("UPDATE cases SET question = 'Waarom staat de veerpont stil?' WHERE id = $1", [
      caseId,
    ]);
    expect(titles(await search('veerpont'))).toEqual(['Brede welvaart in Zeeuws-Vlaanderen']);
    expect(titles(await search('leefbaarheid'))).toEqual([]);
    await server.app.get(SearchWordsRepository).prune();
    const left = await server.query(
      "SELECT word FROM search_words WHERE word IN ('leefbaarheid', 'veerpont')",
    );
    expect(left).toEqual([{ word: 'veerpont' }]);
  });

  it('shows nothing of another CoP, whatever one looks for and filters by', async () => {
    for (const q of ['windmolens', 'windmolen', 'windmolns', 'geheimzinnige', '"windmolenparken op zee"']) {
      const none = await search(q);
      expect([q, none.items, none.suggestion]).toEqual([q, [], null]);
      expect((await search(q, { copId: there.id })).items).toEqual([]);
      expect((await search(q, {}, outsider)).items.length).toBeGreaterThan(0);
    }
  });

  it('finds nothing any more for somebody who was just removed', async () => {
    const leaver = await community.addMember(here.id, 'observer');
    expect(titles(await search('brede welvaart', {}, leaver))).toHaveLength(2);
    const facilitator = await community.addMember(here.id, 'facilitator');
    const params = { copId: here.id, personId: leaver.personId };
    await callEndpoint(server.url, endpoints.removeMember, { params }, facilitator);
    const after = await search('brede welvaart', {}, leaver);
    expect([after.items, after.counts]).toMatchObject([[], { case: { count: 0 }, note: { count: 0 } }]);
  });

  it('finds people of my CoPs by name, and nobody else', async () => {
    await server.query(
      "UPDATE people SET name = 'Wiebrigje Voorbeeld', job_title = 'Adviseur' WHERE id = $1",
      [outsider.personId],
    );
    const fellow = await community.addMember(there.id, 'observer');
    const [hit] = (await search('wiebrigje', {}, fellow)).items;
    expect(hit).toMatchObject({ kind: 'person', id: outsider.personId });
    expect((await search('wiebrigje')).items).toEqual([]);
    const card = { params: { personId: outsider.personId } };
    const seen = await callEndpoint(server.url, endpoints.getPerson, card, fellow);
    expect(seen.value.cops.map(({ id }) => id)).toEqual([there.id]);
    expect(JSON.stringify(seen.body)).not.toContain(outsider.email);
    expect((await callEndpoint(server.url, endpoints.getPerson, card, member)).code).toBe('not-found');
  });

  it('goes on where a page ended, also when many changed at the same moment', async () => {
    const cop = await community.addCop();
    const one = await community.addMember(cop.id, 'participant');
    await server.query(
      `INSERT INTO cases (id, cop_id, title, holder_id, visibility, created_by_id, updated_at)
       SELECT gen_random_uuid(), $1, 'Paddenstoel ' || n, $2, 'cop', $2, timestamptz '2026-11-01' + n % 2 * interval '1 day'
         FROM generate_series(1, 47) n`,
      [cop.id, one.personId],
    );
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: SearchPage = await search('paddenstoel', cursor ? { cursor } : {}, one);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(found).toHaveLength(47);
    expect(new Set(found).size).toBe(47);
  });

  it('can be narrowed, and tells how much there would be without', async () => {
    expect(titles(await search('brede welvaart', { kind: 'note' }))).toEqual(['Interviews']);
    expect(titles(await search('brede welvaart', { region: 'ZEELAND', kind: 'case' }))).toHaveLength(1);
    const none = await search('brede welvaart', { status: 'concluded' });
    expect([none.items, none.withoutFilters]).toEqual([[], { count: 2, isMore: false }]);
    const id = await community.addCase(here.id, { holderId: member.personId, title: 'Vergeten zonneweide' });
    await server.query('UPDATE cases SET archived_at = now() WHERE id = $1', [id]);
    expect(titles(await search('zonneweide'))).toEqual([]);
    expect(titles(await search('zonneweide', { archived: 'true' }))).toEqual(['Vergeten zonneweide']);
  });

  it('goes to titles by their beginning', async () => {
    const call = (q: string, by = member) =>
      callEndpoint(server.url, endpoints.searchTitles, { query: { q } }, by);
    expect((await call('zeeuws vl')).value.items.map(({ id }) => id)).toEqual([caseId]);
    expect((await call('windm')).value.items).toEqual([]);
    expect((await call('x', { ...member, cookie: '' })).code).toBe('not-signed-in');
  });

  it.each([
    "'",
    '"',
    '&|!():*<->',
    "\\'; DROP TABLE cases --",
    'a:* & !b',
    '“',
    '\u0900\u0301',
    '😀',
    '%_',
    'de',
    ''.padEnd(200, 'a '),
  ])('takes %j as words, or as nothing', async (q) => {
    const { status } = await callEndpoint(server.url, endpoints.search, { query: { q } }, member);
    expect(status).toBe(200);
  });

  it('refuses what is no search', async () => {
    const ask = async (query: object) =>
      (await callEndpoint(server.url, endpoints.search, { query } as never, member)).code;
    expect(await ask({ q: '' })).toBe('invalid-input');
    expect(await ask({ q: 'a'.repeat(201) })).toBe('invalid-input');
    expect(await ask({ q: 'a', kind: 'secret' })).toBe('invalid-input');
    expect(await ask({ q: 'a', cursor: 'AAAA' })).toBe('invalid-input');
    expect(await ask({ q: 'a', sort: 'x' })).toBe('invalid-input');
    expect(await ask({ q: 'a', copId: uuidv7() })).toBe(null);
  });

  it('finds nobody who can no longer sign in, but for administrators', async () => {
    const gone = await community.addMember(here.id, 'participant');
    await server.query("UPDATE people SET name = 'Oebele Vertrokken', disabled_at = now() WHERE id = $1", [
      gone.personId,
    ]);
    const administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    expect((await search('oebele', { archived: 'true' })).items).toEqual([]);
    expect((await search('oebele', { archived: 'true' }, administrator)).items).toHaveLength(1);
  });
});
