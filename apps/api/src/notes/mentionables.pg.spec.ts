import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Mentionable } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('who and what can be named in a note', () => {
  let server: TestApp;
  let community: TestCommunity;
  let cop: { id: string };
  let writer: SignedInTestPerson;
  let observer: SignedInTestPerson;
  let holder: SignedInTestPerson;
  let facilitator: SignedInTestPerson;
  let stranger: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    cop = await community.addCop();
    const elsewhere = await community.addCop();
    writer = await named('Anna Zandstra', await community.addMember(cop.id, 'participant'));
    observer = await named('Bram Zandvoort', await community.addMember(cop.id, 'observer'));
    holder = await named('Cees Zandhuis', await community.addMember(cop.id, 'participant'));
    facilitator = await named('Dina van Zand', await community.addMember(cop.id, 'facilitator'));
    stranger = await named('Evi Zandbergen', await community.addMember(elsewhere.id, 'participant'));
    await community.addCase(elsewhere.id, { holderId: stranger.personId, title: 'Zandwinning elders' });
    await community.addCase(elsewhere.id, {
      holderId: stranger.personId,
      title: 'Zandpad voor iedereen',
      visibility: 'network',
    });
  });
  afterAll(async () => {
    await server.close();
  });

  async function named(name: string, person: SignedInTestPerson): Promise<SignedInTestPerson> {
    await server.query('UPDATE people SET name = $2 WHERE id = $1', [person.personId, name]);
    return person;
  }

  async function search(asker: SignedInTestPerson, noteId: string, query: string) {
    const { status, body } = await callEndpoint(
      server.url,
      endpoints.searchMentionable,
      { params: { noteId }, query: { query } },
      { cookie: asker.cookie },
    );
    return { status, found: body as Mentionable };
  }
  const labels = (rows: readonly { readonly label: string }[]) => rows.map(({ label }) => label);

  it('finds members who may read the note, by the start of any of their names first, and nobody else', async () => {
    const caseId = await community.addCase(cop.id, { holderId: holder.personId });
    const noteId = await community.addNote(caseId, writer.personId);
    const { found } = await search(writer, noteId, 'zand');
    expect(labels(found.people)).toEqual([
      'Anna Zandstra',
      'Bram Zandvoort',
      'Cees Zandhuis',
      'Dina van Zand',
    ]);
    expect((await search(writer, noteId, 'hoek')).found.people).toEqual([]);
    expect(labels((await search(writer, noteId, '')).found.people)).toContain('Bram Zandvoort');
  });

  it('names nobody of the CoP who may not read a private note', async () => {
    const caseId = await community.addCase(cop.id, { holderId: holder.personId, visibility: 'private' });
    const noteId = await community.addNote(caseId, holder.personId);
    expect(labels((await search(holder, noteId, '')).found.people)).toEqual(['Cees Zandhuis']);
    expect((await search(writer, noteId, '')).status).toBe(404);
    expect((await search(facilitator, noteId, '')).status).toBe(404);
  });

  it('leaves out who is disabled', async () => {
    const caseId = await community.addCase(cop.id, { holderId: holder.personId });
    const noteId = await community.addNote(caseId, writer.personId);
    await server.query('UPDATE people SET disabled_at = now() WHERE id = $1', [observer.personId]);
    expect(labels((await search(writer, noteId, 'bram')).found.people)).toEqual([]);
    await server.query('UPDATE people SET disabled_at = NULL WHERE id = $1', [observer.personId]);
    expect(labels((await search(writer, noteId, 'bram')).found.people)).toEqual(['Bram Zandvoort']);
  });

  it('finds the cases that the asker may see, and takes signs for what they are', async () => {
    const caseId = await community.addCase(cop.id, { holderId: holder.personId });
    const noteId = await community.addNote(caseId, writer.personId);
    expect(labels((await search(writer, noteId, 'zand')).found.cases)).toEqual(['Zandpad voor iedereen']);
    expect((await search(writer, noteId, '%')).found).toEqual({ people: [], cases: [], organisations: [] });
    expect((await search(writer, noteId, 'x'.repeat(61))).status).toBe(400);
  });

  it('is for who writes: an observer reads the note and is refused', async () => {
    const caseId = await community.addCase(cop.id, { holderId: holder.personId });
    const noteId = await community.addNote(caseId, writer.personId);
    expect((await search(writer, noteId, 'a')).status).toBe(200);
    expect((await search(observer, noteId, 'a')).status).toBe(403);
    expect((await search(stranger, noteId, 'a')).status).toBe(404);
  });
});
