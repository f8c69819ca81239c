import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { noteToText, readNote } from '@kring/live-documents';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import { NoteNews } from '../following/note-news.service.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { demoProgramme } from './content/demo-programme.ts';
import { DemoService } from './demo.service.ts';

describe('the demo', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ isDemo: true });
  });
  afterAll(async () => {
    await server.close();
  });

  async function signIn(name: string): Promise<string> {
    const links = await server.app.get(DemoService).createSignIns();
    const token = links.find((link) => link.name === name)?.link.split('#token=')[1] ?? '';
    const answer = await callEndpoint(server.url, endpoints.useSignInLink, { body: { token } });
    expect(answer.status).toBe(200);
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  it('fills an empty database with the whole programme', async () => {
    const [counts] = await server.query(`SELECT
      (SELECT count(*)::int FROM organisations) AS organisations, (SELECT count(*)::int FROM people) AS people,
      (SELECT count(*)::int FROM cops) AS cops, (SELECT count(*)::int FROM cop_members) AS members,
      (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM notes) AS notes`);
    expect(counts).toEqual({
      organisations: demoProgramme.organisations.length,
      people: demoProgramme.people.length,
      cops: demoProgramme.cops.length,
      members: demoProgramme.members.length,
      cases: demoProgramme.cases.length,
      notes: demoProgramme.cases.flatMap(({ notes }) => notes).length,
    });
  });

  it('leaves a database alone in which there is somebody', async () => {
    expect(await server.app.get(DemoService).fillEmptyDatabase()).toBe(false);
  });

  it('has texts in its notes, ready to be edited', async () => {
    const rows = await server.query<{ bytes: Buffer; title: string }>(
      `SELECT s.bytes, n.title FROM notes n JOIN documents d ON d.id = n.document_id
         JOIN document_snapshots s ON s.document_id = d.id AND s.up_to = d.head_seq AND s.generation = d.generation`,
    );
    expect(rows).toHaveLength(demoProgramme.cases.flatMap(({ notes }) => notes).length);
    for (const { bytes } of rows) expect(noteToText(readNote(bytes)).length).toBeGreaterThan(200);
  });

  it('has notes and members that are no younger than what was done with them', async () => {
    const [counts] = await server.query(`SELECT
      (SELECT count(*)::int FROM note_versions v JOIN notes n ON n.id = v.note_id WHERE v.created_at < n.created_at) AS versions,
      (SELECT count(*)::int FROM notifications t JOIN notes n ON n.id = t.note_id WHERE t.created_at < n.created_at) AS news,
      (SELECT count(*)::int FROM cop_members m JOIN cops c ON c.id = m.cop_id WHERE m.since > now() - interval '12 hours') AS members`);
    expect(counts).toEqual({ versions: 0, news: 0, members: 0 });
  });

  it('names in a text whom it tells that they are named', async () => {
    const rows = await server.query<{ bytes: Buffer; names: string[] }>(
      `SELECT s.bytes, array_agg(p.name) AS names FROM notifications t JOIN people p ON p.id = t.person_id
         JOIN notes n ON n.id = t.note_id JOIN documents d ON d.id = n.document_id
         JOIN document_snapshots s ON s.document_id = d.id AND s.up_to = d.head_seq AND s.generation = d.generation
        WHERE t.kind = 'mention' GROUP BY n.id, s.bytes`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { bytes, names } of rows)
      for (const name of names) expect(noteToText(readNote(bytes))).toContain(`@${name}`);
  });

  it('has something to look at among the notifications, and mails nobody about it', async () => {
    const signIns = await server.app.get(DemoService).createSignIns();
    const cookie = await signIn(signIns[0]?.name ?? '');
    const { value } = await callEndpoint(server.url, endpoints.getHome, {}, { cookie });
    expect(value.asked.length).toBeGreaterThan(0);
    expect(value.changed.length).toBeGreaterThan(2);
    expect(await server.query('SELECT 1 FROM notifications WHERE mail_after IS NOT NULL')).toEqual([]);
  });

  it('tells nobody of what stands in its texts when they come to rest', async () => {
    const count = async () => (await server.query('SELECT 1 FROM notification_events')).length;
    const before = await count();
    for (const { id } of await server.query<{ id: string }>('SELECT id FROM notes')) {
      await server.app.get(SettledTexts).readNow(id);
      await server.app.get(NoteNews).tell(id);
    }
    const [{ due = 1 } = {}] = await server.query<{ due: number }>(
      'SELECT count(*)::int AS due FROM notes n LEFT JOIN note_news w ON w.note_id = n.id WHERE coalesce(w.seq, 0) = 0',
    );
    expect([due, await count()]).toEqual([0, before]);
  });

  it('lets in one person of each kind, and shows a facilitator the example case first', async () => {
    const signIns = await server.app.get(DemoService).createSignIns();
    expect(signIns.map(({ role }) => role)).toHaveLength(6);
    const cookie = await signIn(signIns[0]?.name ?? '');
    const home = await callEndpoint(server.url, endpoints.getHome, {}, { cookie });
    expect(home.value.recentCases[0]).toMatchObject({
      isExample: true,
      title: 'Brede welvaart in Zeeuws-Vlaanderen',
    });
    expect(home.value.cops.map(({ slug, myRole }) => [slug, myRole])).toContainEqual([
      'gebiedsgericht-werken',
      'facilitator',
    ]);
  });
});
