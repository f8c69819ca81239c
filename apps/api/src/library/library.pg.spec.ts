import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  endpoints,
  libraryItemSchema,
  libraryLimits,
  problemSchema,
  type LibraryItem,
  type LibraryQuery,
} from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { LibraryHousekeeping } from './library-housekeeping.ts';

describe('the library of a CoP', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let facilitator: SignedInTestPerson;
  let adder: SignedInTestPerson;
  let other: SignedInTestPerson;
  let observer: SignedInTestPerson;
  let stranger: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    facilitator = await community.addMember(copId, 'facilitator');
    adder = await community.addMember(copId, 'participant');
    other = await community.addMember(copId, 'participant');
    observer = await community.addMember(copId, 'observer');
    const elsewhere = await community.addCop();
    stranger = await community.addMember(elsewhere.id, 'facilitator');
  });
  afterAll(async () => {
    await server.close();
  });

  const text = (content: string) => new TextEncoder().encode(content);
  const codeOf = async (answer: Response) => problemSchema.parse(await answer.json()).code;
  const send = (bytes: Uint8Array, by = adder, title = 'Cijfers') =>
    fetch(
      `${server.url}/api/cops/${copId}/library/files?${new URLSearchParams({ name: 'cijfers.csv', title }).toString()}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', cookie: by.cookie, origin: server.url },
        body: new Uint8Array(bytes),
      },
    );
  async function addFile(content: string, title?: string): Promise<LibraryItem> {
    return libraryItemSchema.parse(await (await send(text(content), adder, title)).json());
  }
  const addLink = (url: string, { by = adder, title = 'Site', description = '' } = {}) =>
    callEndpoint(
      server.url,
      endpoints.addLibraryLink,
      { params: { copId }, body: { title, url, description } },
      by,
    );
  const list = (by: SignedInTestPerson, query: LibraryQuery = {}) =>
    callEndpoint(server.url, endpoints.listLibrary, { params: { copId }, query }, by);
  const titles = async (query: LibraryQuery) =>
    (await list(observer, query)).value.items.map(({ title }) => title);
  const download = (id: string, by: SignedInTestPerson) =>
    fetch(`${server.url}/api/library-items/${id}/file`, { headers: { cookie: by.cookie } });
  const remove = (id: string, isRemoved: boolean, by = adder) =>
    callEndpoint(
      server.url,
      endpoints.removeLibraryItem,
      { params: { itemId: id }, body: { isRemoved } },
      by,
    );
  const update = ({ id, version }: LibraryItem, changes: object, by = adder) =>
    callEndpoint(
      server.url,
      endpoints.updateLibraryItem,
      { params: { itemId: id }, body: { version, ...changes } },
      by,
    );

  it('is for members: they see and download; others see nothing, also with the id', async () => {
    const { id } = await addFile('alleen voor ons', 'Geheim');
    expect([(await download(id, observer)).status, (await download(id, stranger)).status]).toEqual([
      200, 404,
    ]);
    expect([(await list(observer)).code, (await list(stranger)).code]).toEqual([null, 'not-allowed']);
    expect((await list(observer)).value.items.map((item) => item.id)).toContain(id);
  });

  it('closes for somebody at the moment that they are no longer a member', async () => {
    const leaver = await community.addMember(copId, 'observer');
    const { id } = await addFile('nog even');
    expect((await download(id, leaver)).status).toBe(200);
    await callEndpoint(server.url, endpoints.leaveCop, { params: { copId } }, leaver);
    expect((await download(id, leaver)).status).toBe(404);
  });

  it('is filled by participants, and changed by who added something or facilitates', async () => {
    expect([(await send(text('x'), observer)).status, (await send(text('x'), adder)).status]).toEqual([
      403, 200,
    ]);
    const item = await addFile('x', 'Van de een');
    expect((await update(item, { title: 'Gekaapt' }, other)).code).toBe('not-allowed');
    expect((await update(item, { title: 'Beter' }, facilitator)).value.title).toBe('Beter');
    expect((await update(item, { title: 'Te laat' })).code).toBe('changed-meanwhile');
    expect((await remove(item.id, true, other)).code).toBe('not-allowed');
  });

  it('gives a file as a download that no browser takes for a page', async () => {
    const { headers } = await download((await addFile('a;b\n')).id, observer);
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''cijfers.csv");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('refuses what is no file for it, and more than it may hold', async () => {
    expect(await codeOf(await send(text('<html><script>alert(1)</script>')))).toBe('file-not-allowed');
    expect(await codeOf(await send(new Uint8Array(libraryLimits.bytes + 1)))).toBe('payload-too-large');
    const full = (await community.addCop()).id;
    await community.admit(full, adder.personId, 'participant');
    await server.query(
      `INSERT INTO library_items (id, cop_id, title, file_name, media_type, size, created_by_id)
       VALUES (gen_random_uuid(), $1, 'Groot', 'groot.pdf', 'application/pdf', $2, $3)`,
      [full, libraryLimits.bytesPerCop - 5, adder.personId],
    );
    const answer = await fetch(`${server.url}/api/cops/${full}/library/files?name=x.txt&title=X`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: adder.cookie, origin: server.url },
      body: new Uint8Array(text('meer dan vijf')),
    });
    expect(await codeOf(answer)).toBe('library-full');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.nl/',
    'https://naam:geheim@example.nl/',
    '//example.nl',
    'file:///etc/passwd',
  ])('takes no link to %s', async (url) => {
    expect((await addLink(url)).code).toBe('invalid-input');
  });

  it('takes links to the web, which a file cannot become', async () => {
    const link = (await addLink('https://example.nl/rapport?jaar=2026')).value;
    expect([link.link?.url, link.file]).toEqual(['https://example.nl/rapport?jaar=2026', null]);
    const file = await addFile('x');
    expect((await update(file, { url: 'https://example.nl/' })).code).toBe('invalid-input');
    expect((await update(link, { url: 'javascript:alert(1)' })).code).toBe('invalid-input');
  });

  it('is searched by all words in title, description, file name and address, accents forgiven', async () => {
    await addLink('https://voorbeeld.nl/monitor', {
      title: 'Café-gesprek Zeeland',
      description: 'Over wonen',
    });
    await addFile('x', 'Cafetaria');
    expect(await titles({ q: 'zeeland cafe' })).toEqual(['Café-gesprek Zeeland']);
    expect(await titles({ q: 'WONEN' })).toEqual(['Café-gesprek Zeeland']);
    expect(await titles({ q: 'monitor', kind: 'file' })).toEqual([]);
    expect(await titles({ q: 'cafe' })).toEqual(['Cafetaria', 'Café-gesprek Zeeland']);
    expect(await titles({ q: '%' })).toEqual(await titles({}));
  });

  it('lets one take something out and put it back, and ends it after thirty days', async () => {
    const item = await addFile('weg ermee', 'Oud nieuws');
    expect((await remove(item.id, true)).code).toBeNull();
    expect([await titles({ q: 'oud nieuws' }), (await download(item.id, facilitator)).status]).toEqual([
      [],
      404,
    ]);
    expect((await update({ ...item, version: 2 }, { title: 'X' })).code).toBe('not-found');
    expect((await remove(item.id, false)).code).toBeNull();
    expect([await titles({ q: 'oud nieuws' }), (await download(item.id, observer)).status]).toEqual([
      ['Oud nieuws'],
      200,
    ]);
    await remove(item.id, true);
    const housekeeping = server.app.get(LibraryHousekeeping);
    const bytes = () => server.query('SELECT 1 FROM library_item_bytes WHERE item_id = $1', [item.id]);
    await housekeeping.tidy();
    expect(await bytes()).toHaveLength(1);
    await server.query(`UPDATE library_items SET removed_at = now() - interval '31 days' WHERE id = $1`, [
      item.id,
    ]);
    await housekeeping.tidy();
    expect([(await bytes()).length, (await remove(item.id, false)).code]).toEqual([0, 'not-found']);
  });
});
