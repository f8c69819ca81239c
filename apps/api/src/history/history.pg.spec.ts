import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type NoteContent, type NoteVersion } from '@kring/contracts';
import { noteToText, type NoteNode } from '@kring/live-documents';
import { DomainEvents } from '../common/domain-events.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import { SettlingService } from '../documents/settling.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText } from '../testing/live-text.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { AutomaticVersions } from './automatic-versions.service.ts';
import { HistoryRepository } from './history.repository.ts';
import { VersionKeeper } from './version-keeper.ts';
import { VersionUpkeepRepository } from './version-upkeep.repository.ts';

const minutes = (amount: number) => new Date(Date.now() + amount * 60_000);

describe('the history of a note', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let marit: SignedInTestPerson;
  let joost: SignedInTestPerson;
  let observer: SignedInTestPerson;
  let text: LiveText;
  let noteId: string;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    await server.app.get(AutomaticVersions).beforeApplicationShutdown();
    ({ id: copId } = await community.addCop());
    marit = await community.addMember(copId, 'facilitator');
    joost = await community.addMember(copId, 'participant');
    observer = await community.addMember(copId, 'observer');
  });
  beforeEach(async () => {
    const caseId = await community.addCase(copId, { holderId: marit.personId });
    noteId = await community.addNote(caseId, marit.personId);
    text = await LiveText.of(server, noteId);
  });
  afterAll(async () => {
    await server.close();
  });

  const settle = () => server.app.get(SettlingService).settleNow(text.documentId);
  /** A job of its own, as in another process: the one of the server has been stopped. */
  const job = () => {
    const { app } = server;
    return new AutomaticVersions(
      app.get(TransactionRunner),
      app.get(VersionUpkeepRepository),
      app.get(HistoryRepository),
      app.get(VersionKeeper),
      app.get(SettledTexts),
    );
  };
  async function call(
    name: keyof typeof endpoints,
    by: SignedInTestPerson,
    params: Record<string, string> = {},
    rest: object = {},
  ) {
    const given = { params: { noteId, ...params }, ...rest };
    return callEndpoint(server.url, endpoints[name] as Endpoint, given as never, by);
  }
  async function ask<T>(...args: Parameters<typeof call>): Promise<T> {
    const { code, body } = await call(...args);
    expect(code).toBeNull();
    return body as T;
  }
  const list = async (by = marit) =>
    (await ask<{ versions: NoteVersion[] }>('listNoteVersions', by, {}, { query: {} })).versions;
  const words = ({ content }: NoteContent) => noteToText(content as unknown as NoteNode);
  const name = (value: string, by = marit) =>
    ask<NoteVersion>('createNoteVersion', by, {}, { body: { name: value } });

  describe('versions made by themselves', () => {
    it('come at the end of a burst of work, with who worked', async () => {
      await text.write('Eerste zin', marit.personId);
      await text.write('Tweede zin', joost.personId);
      await settle();
      await job().makeDue(minutes(4));
      expect(await list()).toEqual([]);
      await job().makeDue(minutes(6));
      const [version] = await list();
      expect(version).toMatchObject({ kind: 'automatic', createdBy: null, wordCount: 4 });
      expect(version?.people.map(({ id }) => id).sort()).toEqual([marit.personId, joost.personId].sort());
    });

    it('come each hour while the work does not end', async () => {
      await text.write('Een', marit.personId);
      await settle();
      await job().makeDue(minutes(6));
      await server.query(
        `UPDATE note_versions SET created_at = now() - interval '59 minutes' WHERE note_id = $1`,
        [noteId],
      );
      await text.write('Twee', marit.personId);
      await settle();
      await job().makeDue(minutes(0));
      expect(await list()).toHaveLength(1);
      await job().makeDue(minutes(2));
      expect(await list()).toHaveLength(2);
    });

    it('are made once, also by two processes, and not for what came back to the same', async () => {
      await text.write('Een', marit.personId);
      await settle();
      await Promise.all([job().makeDue(minutes(6)), job().makeDue(minutes(6))]);
      expect(await list()).toHaveLength(1);
      await text.write('Twee', marit.personId);
      await text.change(marit.personId, (root) => root.delete(1, 1));
      await settle();
      await job().makeDue(minutes(12));
      await job().makeDue(minutes(12));
      expect(await list()).toHaveLength(1);
    });

    it('count who worked since the version before only', async () => {
      await text.write('Een', marit.personId);
      await name('Begin');
      await text.write('Twee', joost.personId);
      await settle();
      await job().makeDue(minutes(6));
      expect((await list()).map(({ people }) => people.map(({ id }) => id))).toEqual([
        [joost.personId],
        [marit.personId],
      ]);
    });

    it('are found after a restart, however long ago the work was', async () => {
      await text.write('Oud', marit.personId);
      await settle();
      await server.query(
        `UPDATE settled_documents SET settled_at = now() - interval '9 days' WHERE document_id = $1`,
        [text.documentId],
      );
      await job().makeDue(minutes(0), minutes(-180));
      expect(await list()).toEqual([]);
      await job().makeDue(minutes(0));
      expect(await list()).toHaveLength(1);
    });
  });

  describe('named versions', () => {
    it('hold everything that was saved before, and say by whom', async () => {
      await text.write('Net getypt', joost.personId, '0 seconds');
      const version = await name('Voor de raad');
      expect(version).toMatchObject({ kind: 'named', name: 'Voor de raad', wordCount: 2 });
      expect(version.createdBy).toMatchObject({ id: marit.personId });
      const content = await ask<NoteContent>('getNoteVersion', observer, { versionId: version.id });
      expect(words(content)).toBe('Net getypt');
      expect(content.authors).toEqual([[10, 0]]);
      expect(content.people).toMatchObject([{ id: joost.personId }]);
    });

    it('are for writers to make, and for readers to look at', async () => {
      await text.write('Tekst', marit.personId);
      const { code } = await call('createNoteVersion', observer, {}, { body: { name: 'X' } });
      expect(code).toBe('not-allowed');
      const { id } = await name('X', joost);
      const rename = { body: { version: 1, name: 'Y' } };
      expect((await call('renameNoteVersion', observer, { versionId: id }, rename)).code).toBe('not-allowed');
      expect((await call('renameNoteVersion', joost, { versionId: id }, rename)).code).toBeNull();
      expect((await call('renameNoteVersion', joost, { versionId: id }, rename)).code).toBe(
        'changed-meanwhile',
      );
      expect((await list(observer)).map((version) => version.name)).toEqual(['Y']);
    });

    it('of an empty note can be made too', async () => {
      expect(await name('Leeg')).toMatchObject({ wordCount: 0, people: [] });
      expect(words(await ask<NoteContent>('getNoteText', marit))).toBe('');
    });

    it('are told of to the pages that have the note open', async () => {
      const told: unknown[] = [];
      const stop = server.app.get(DomainEvents).on('note-touched', (event) => void told.push(event));
      await name('X');
      stop();
      expect(told).toEqual([{ type: 'note-touched', noteId, topic: 'versions' }]);
    });
  });

  describe('putting a version back', () => {
    it('keeps what stood there, gives the old text, and makes a new version', async () => {
      await text.write('Goede tekst', marit.personId);
      const good = await name('Goed');
      await text.write('Rommel', joost.personId);
      expect((await call('restoreNoteVersion', observer, { versionId: good.id })).code).toBe('not-allowed');
      const content = await ask<NoteContent>('restoreNoteVersion', marit, { versionId: good.id });
      expect(words(content)).toBe('Goede tekst');
      const [before] = await list();
      expect(before).toMatchObject({
        kind: 'before-restore',
        wordCount: 3,
        people: [{ id: joost.personId }],
      });
      expect(before?.createdBy?.id).toBe(marit.personId);
      // What the editor of that person then does:
      await text.change(marit.personId, (root) => root.delete(1, 1));
      await settle();
      await job().makeDue(minutes(0));
      expect((await list())[0]).toMatchObject({
        kind: 'restored',
        restoredFrom: { id: good.id, name: 'Goed' },
        people: [{ id: marit.personId }],
      });
    });

    it('is an ordinary version when something else came of it', async () => {
      await text.write('Goede tekst', marit.personId);
      const good = await name('Goed');
      await ask('restoreNoteVersion', marit, { versionId: good.id });
      await text.write('En meteen verder', joost.personId);
      await settle();
      await job().makeDue(minutes(0));
      expect((await list())[0]).toMatchObject({ kind: 'automatic', restoredFrom: null });
    });
  });

  describe('visits', () => {
    const visit = (by: SignedInTestPerson, isCaughtUp = false) =>
      ask('recordVisit', by, {}, { body: { isCaughtUp } });
    const last = (by: SignedInTestPerson) =>
      ask<{ at: string | null; isChanged: boolean }>('getLastVisit', by);
    const goAway = (by: SignedInTestPerson) =>
      server.query(
        `UPDATE note_visits SET seen_at = seen_at - interval '1 hour', before_at = before_at - interval '1 hour'
          WHERE person_id = $1`,
        [by.personId],
      );

    it('tell whether the note changed since the one before, for oneself only', async () => {
      await text.write('Een', marit.personId);
      expect(await last(observer)).toEqual({ at: null, isChanged: false });
      await visit(observer);
      await text.write('Twee', marit.personId);
      expect(await last(observer)).toEqual({ at: null, isChanged: false });
      await visit(observer);
      await goAway(observer);
      expect(await last(observer)).toMatchObject({ isChanged: false });
      await text.write('Drie', marit.personId);
      expect(await last(observer)).toMatchObject({ isChanged: true });
      expect(await last(joost)).toEqual({ at: null, isChanged: false });
      // While the visit lasts, the moment before it stays the one to compare with.
      await visit(observer);
      expect(await last(observer)).toMatchObject({ isChanged: true });
      expect(words(await ask<NoteContent>('getLastSeenText', observer))).toBe('Een\nTwee');
      await visit(observer, true);
      expect(await last(observer)).toMatchObject({ isChanged: false });
    });

    it('count what others wrote, not what one wrote oneself', async () => {
      await text.write('Een', marit.personId);
      await visit(joost);
      await goAway(joost);
      await text.write('Twee, van Joost zelf', joost.personId);
      expect(await last(joost)).toMatchObject({ isChanged: false });
      expect((await last(joost)).at).not.toBeNull();
      await text.write('Drie', marit.personId);
      expect(await last(joost)).toMatchObject({ isChanged: true });
      expect(words(await ask<NoteContent>('getLastSeenText', joost))).toBe('Een');
    });

    it('end with the right to read', async () => {
      await visit(joost);
      await server.query(
        `UPDATE cases SET visibility = 'private' WHERE id = (SELECT case_id FROM notes WHERE id = $1)`,
        [noteId],
      );
      for (const endpoint of [
        'getLastVisit',
        'getLastSeenText',
        'getNoteText',
        'listNoteVersions',
      ] as const) {
        expect([endpoint, (await call(endpoint, joost)).code]).toEqual([endpoint, 'not-found']);
        expect([endpoint, (await call(endpoint, marit)).code]).toEqual([endpoint, null]);
      }
    });
  });

  it('names nobody who left the CoP', async () => {
    const guest = await community.addMember(copId, 'participant');
    await text.write('Van een gast', guest.personId);
    await name('Met gast', guest);
    await server.query('DELETE FROM cop_members WHERE person_id = $1', [guest.personId]);
    const [version] = await list();
    expect([version?.createdBy?.name, version?.people.map((person) => person.name)]).toEqual([null, [null]]);
    expect((await ask<NoteContent>('getNoteText', marit)).people).toEqual([
      { id: guest.personId, name: null },
    ]);
  });

  it('comes in pages, without holes', async () => {
    for (let i = 1; i <= 52; i += 1) await name(`v${i}`);
    const first = await ask<{ versions: NoteVersion[]; next: string }>(
      'listNoteVersions',
      marit,
      {},
      { query: {} },
    );
    const rest = await ask<{ versions: NoteVersion[]; next: string | null }>(
      'listNoteVersions',
      marit,
      {},
      { query: { before: first.next } },
    );
    expect([...first.versions, ...rest.versions].map((version) => version.name)).toEqual(
      Array.from({ length: 52 }, (_, i) => `v${52 - i}`),
    );
    expect(rest.next).toBeNull();
  });

  it('thins out by itself, and leaves what has a name or is frozen', async () => {
    await text.write('Een', marit.personId);
    const named = await name('Blijft');
    await text.write('Twee', marit.personId);
    await settle();
    await job().makeDue(minutes(6));
    const [automatic] = await list();
    await server.query(
      `INSERT INTO note_versions (id, note_id, generation, seq, covers_seq, kind, title, sha256, worker_ids, created_at, is_frozen)
       SELECT gen_random_uuid(), note_id, 1, 1, 1, 'automatic', 'T', sha256, '{}', now() - interval '40 days' + i * interval '1 second', i = 3
         FROM note_versions, generate_series(1, 5) AS i WHERE id = $1`,
      [automatic?.id],
    );
    await server.query(`UPDATE note_versions SET created_at = now() - interval '3 years' WHERE id = $1`, [
      named.id,
    ]);
    await server.query(`UPDATE note_contents SET used_at = now() - interval '2 days' WHERE note_id = $1`, [
      noteId,
    ]);
    await server.query(
      `INSERT INTO note_contents (note_id, sha256, schema_version, word_count, content, authors, used_at)
       VALUES ($1, 'los', 1, 0, '{"type":"doc"}', '[]', now() - interval '2 days')`,
      [noteId],
    );
    await job().tidy(new Date());
    const left = await list();
    expect(left.map(({ kind }) => kind)).toEqual(['automatic', 'automatic', 'automatic', 'named']);
    const contents = await server.query('SELECT sha256 FROM note_contents WHERE note_id = $1', [noteId]);
    expect(contents).toHaveLength(2);
  });
});
