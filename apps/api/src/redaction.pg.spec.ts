import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type NoteContent, type Redaction } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { noteToText, readNote, REDACTED, type NoteNode } from '@kring/live-documents';
import { v7 as uuidv7 } from 'uuid';
import { RawPage } from './collab/testing/raw-page.ts';
import { RawWriter } from './collab/testing/raw-writer.ts';
import { TransactionRunner } from './database/transaction-runner.ts';
import { SettledTexts } from './documents/settled-texts.service.ts';
import { HistoryRepository } from './history/history.repository.ts';
import { TestCommunity } from './testing/community.ts';
import type { SignedInTestPerson } from './testing/person.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';
import { callEndpoint } from './testing/test-client.ts';

const origin = 'http://localhost:3000';
/** A word that is in no other text of this database, another one for each test. */
let canary = '';
let canaries = 0;

describe.each([1, 2])('words taken out of a note, with %i process(es)', (processes) => {
  const servers: TestApp[] = [];
  let community: TestCommunity;
  let copId: string;
  let caseId: string;
  let noteId: string;
  let holder: SignedInTestPerson;
  let writer: SignedInTestPerson;
  let pages: RawWriter[];

  beforeAll(async () => {
    const first = await startTestApp({ publicUrl: origin });
    servers.push(first);
    if (processes > 1) servers.push(await startTestApp({ publicUrl: origin }, first));
    community = new TestCommunity(first.app);
    copId = (await community.addCop()).id;
    holder = await community.addMember(copId, 'facilitator');
    writer = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: holder.personId });
  });
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.close();
  });
  beforeEach(async () => {
    canary = `Zebravink${String.fromCharCode(97 + canaries++)}`;
    noteId = await community.addNote(caseId, holder.personId);
    pages = [await enter(servers.at(-1)), await enter(servers[0])];
  });

  afterEach(() => {
    for (const page of opened.splice(0)) page.close();
  });

  const opened: RawPage[] = [];
  async function enter(server: TestApp | undefined): Promise<RawWriter> {
    const port = Number(new URL(server?.url ?? '').port);
    const raw = new RawPage(port, 'websocket', { cookie: writer.cookie, origin });
    opened.push(raw);
    const page = new RawWriter(raw);
    await page.join(roomOfNote(noteId));
    return page;
  }

  async function ask<T>(endpoint: Endpoint, call: object, by = holder): Promise<T> {
    const answer = await callEndpoint(servers[0]?.url ?? '', endpoint, call as never, { cookie: by.cookie });
    if (answer.code !== null) throw new Error(answer.code);
    return answer.value as T;
  }
  const redact = (isTrial: boolean, words = [canary]) =>
    ask<Redaction>(endpoints.redactNote, { params: { noteId }, body: { words, isTrial } });
  const textNow = async () =>
    noteToText((await ask<NoteContent>(endpoints.getNoteText, { params: { noteId } })).content as NoteNode);

  /** Every row of every table that holds the word, as text, in bytes, or folded for search. */
  async function rowsWith(word: string): Promise<string[]> {
    const server = servers[0] as TestApp;
    const tables = await server.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await server.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM "${name}" t
          WHERE strpos(lower(t::text), $1) > 0 OR strpos(lower(t::text), $2) > 0 OR strpos(lower(t::text), $3) > 0`,
        [
          word.toLowerCase(),
          Buffer.from(word).toString('hex'),
          Buffer.from(word.toLowerCase()).toString('hex'),
        ],
      );
      if ((row?.count ?? 0) > 0) found.push(name);
    }
    return found;
  }

  /** The word in everything that keeps words of a note. */
  async function spread(): Promise<void> {
    const [here, there] = pages as [RawWriter, RawWriter];
    here.write(`${canary}s huis in de wijk`);
    await there.hears('huis in de wijk');
    there.write(`Over ${canary.toLowerCase()} en de rest`);
    await here.hears('en de rest');
    const params = { noteId };
    await ask(endpoints.createNoteVersion, { params, body: { name: `Met ${canary}`, description: canary } });
    await ask(endpoints.recordVisit, { params, body: { isCaughtUp: false } });
    there.write(`Nog eens ${canary}`);
    await here.hears('Nog eens');
    await ask(endpoints.recordVisit, { params, body: { isCaughtUp: true } }, writer);
    // As of somebody who was here before, too.
    await servers[0]?.query(
      `UPDATE note_visits SET before_seq = seq, before_sha256 = sha256, before_at = seen_at
        WHERE note_id = $1 AND person_id = $2`,
      [noteId, writer.personId],
    );
    const anchor = {
      spans: [[1, 1, 1]],
      quote: `Over ${canary}`,
      before: 'avink',
      after: 'Zebrav',
    };
    const body = [
      { type: 'text', text: `Is ${canary} akkoord? ` },
      { type: 'mention', personId: writer.personId },
    ];
    await ask(endpoints.createThread, {
      params,
      body: { requestId: uuidv7(), kind: 'question', anchor, body },
    });
    await ask(endpoints.updateNote, { params, body: { version: 1, title: `Gesprek met ${canary}` } });
    await servers[0]?.query(
      `INSERT INTO attachments (id, note_id, name, media_type, size, created_by_id)
       VALUES ($1, $2, $3, 'text/plain', 1, $4)`,
      [uuidv7(), noteId, `${canary}.txt`, holder.personId],
    );
    await textNow();
  }

  it('stand nowhere in the database any more, and whoever reads on gets the text without them', async () => {
    await spread();
    expect(await rowsWith(canary)).toEqual([
      'attachments',
      'comment_threads',
      'comments',
      'document_updates',
      'note_contents',
      'note_versions',
      'notes',
      'search_entries',
      'search_words',
      'settled_documents',
    ]);

    const trial = await redact(true);
    expect([...trial.forms].sort()).toEqual([canary, `${canary}s`, canary.toLowerCase()]);
    expect(trial).toMatchObject({ inText: 3, comments: 2, titles: 3 });
    expect((await rowsWith(canary)).length).toBe(10);

    expect(await redact(false)).toEqual(trial);
    expect(await rowsWith(canary)).toEqual([]);
    const [thread] = await (servers[0] as TestApp).query<{ around: string }>(
      'SELECT quote_before || quote_after AS around FROM comment_threads WHERE note_id = $1',
      [noteId],
    );
    expect(thread?.around).toBe('');
    for (const { page } of pages)
      expect(await page.next('closed')).toMatchObject({ code: 'generation-changed' });

    const joined = await pages[0]?.page.ask(roomOfNote(noteId));
    if (joined?.type !== 'joined') throw new Error('Not let in again');
    expect(noteToText(readNote(joined.updates))).toBe(
      `${REDACTED} huis in de wijk\nOver ${REDACTED} en de rest\nNog eens ${REDACTED}`,
    );
    expect(await textNow()).toBe(noteToText(readNote(joined.updates)));
  });

  it('go from what was typed and deleted too, and writing goes on in the new text', async () => {
    const [here, there] = pages as [RawWriter, RawWriter];
    here.write('Blijft');
    await there.hears('Blijft');
    here.write(canary);
    await there.hears(canary);
    there.erase(1);
    await here.hearsNoMore(canary);
    expect(await rowsWith(canary)).toContain('document_updates');
    expect((await redact(false)).inText).toBe(0);
    expect(await rowsWith(canary)).toEqual([]);

    const [again, other] = [await enter(servers[0]), await enter(servers.at(-1))];
    again.write('Daarna');
    await other.hears('Daarna');
    expect(await textNow()).toBe('Blijft\nDaarna');
  });

  it('are not brought back by a page that has the text of before', async () => {
    const [here, there] = pages as [RawWriter, RawWriter];
    here.write(`Over ${canary}`);
    await there.hears(canary);
    await redact(false);
    there.write(`Weer ${canary}`);
    await there.page.next('closed');
    const rejoined = new RawPage(Number(new URL(servers[0]?.url ?? '').port), 'websocket', {
      cookie: writer.cookie,
      origin,
    });
    opened.push(rejoined);
    await rejoined.greet();
    rejoined.send({ type: 'join', room: roomOfNote(noteId), generation: 1, seq: 1, clientId: 0 });
    expect(await rejoined.next('joined', 'closed')).toMatchObject({ code: 'generation-changed' });
    expect(await rowsWith(canary)).toEqual([]);
  });

  it('are not kept as a version by whoever read the text just before', async () => {
    const [here, there] = pages as [RawWriter, RawWriter];
    here.write(`Over ${canary}`);
    await there.hears(canary);
    await textNow();
    const { app } = servers[0] as TestApp;
    const stale = await app.get(SettledTexts).findOfNote(noteId);
    await redact(false);
    const keeping = app
      .get(TransactionRunner)
      .run((tx) => app.get(HistoryRepository).keepContent(tx, noteId, stale));
    await expect(keeping).rejects.toThrow('unavailable');
    expect(await rowsWith(canary)).toEqual([]);
  });

  it('leave who wrote the rest, and the audit trail says who took out some, not which', async () => {
    const [here, there] = pages as [RawWriter, RawWriter];
    here.write(`Geschreven met ${canary} erbij`);
    await there.hears(canary);
    await redact(false);
    const { authors, people } = await ask<NoteContent>(endpoints.getNoteText, { params: { noteId } });
    expect(authors.map(([length, at]) => [people[at]?.id, length])).toEqual([
      [writer.personId, 'Geschreven met '.length],
      [holder.personId, REDACTED.length],
      [writer.personId, ' erbij'.length],
    ]);
    const audit = await (servers[0] as TestApp).query<{ actor: string; text: string }>(
      `SELECT actor_id AS actor, e::text AS text FROM audit_events e WHERE action = 'note.redact' AND object_id = $1`,
      [noteId],
    );
    expect(audit.map(({ actor }) => actor)).toEqual([holder.personId]);
  });

  it('may be words that Kring itself uses: what is built of them stays', async () => {
    const body = [
      { type: 'text', text: 'Deze text is een mention van ' },
      { type: 'mention', personId: writer.personId },
    ];
    const params = { noteId };
    await ask(endpoints.createThread, {
      params,
      body: { requestId: uuidv7(), kind: 'question', anchor: null, body },
    });
    expect(await redact(false, ['text', 'mention', 'question'])).toMatchObject({ comments: 1 });
    const { threads } = await ask<{ threads: { kind: string; comments: { body: unknown[] }[] }[] }>(
      endpoints.listThreads,
      { params, query: { filter: 'open' } },
    );
    expect(threads[0]?.kind).toBe('question');
    expect(threads[0]?.comments[0]?.body).toEqual([
      { type: 'text', text: `Deze ${REDACTED} is een ${REDACTED} van ` },
      expect.objectContaining({ type: 'mention', person: expect.objectContaining({ id: writer.personId }) }),
    ]);
  });

  it('are for whoever facilitates or holds the case, and must be long enough', async () => {
    const refused = (by: SignedInTestPerson, words: unknown) =>
      callEndpoint(
        servers[0]?.url ?? '',
        endpoints.redactNote,
        { params: { noteId }, body: { words, isTrial: true } } as never,
        { cookie: by.cookie },
      ).then(({ code }) => code);
    expect([await refused(writer, [canary]), await refused(holder, [canary])]).toEqual(['not-allowed', null]);
    for (const words of [[], ['ab'], ['   a   '], ['x'.repeat(201)], Array<string>(21).fill('abc'), [['a']]])
      expect([words.length, await refused(holder, words)]).toEqual([words.length, 'invalid-input']);
    expect(
      await refused(
        holder,
        ['.*', '(a+)+$'].map((word) => word.padEnd(3, '.')),
      ),
    ).toBeNull();
  });

  it('can be asked for sixty times an hour by one person, and by others all the same', async () => {
    const asking = await community.addMember(copId, 'participant');
    const trial = (by: SignedInTestPerson) =>
      callEndpoint(
        servers.at(-1)?.url ?? '',
        endpoints.redactNote,
        { params: { noteId }, body: { words: [canary], isTrial: true } },
        { cookie: by.cookie },
      ).then(({ code }) => code);
    for (let time = 0; time < 60; time++) expect(await trial(asking)).toBe('not-allowed');
    expect(await trial(asking)).toBe('too-many-attempts');
    expect(await trial(holder)).toBeNull();
  });
});
