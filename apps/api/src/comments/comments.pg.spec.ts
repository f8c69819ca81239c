import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  endpoints,
  type BodyPartInput,
  type CommentThread,
  type Endpoint,
  type EndpointCall,
  type EndpointResponse,
} from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint, type TestAnswer } from '../testing/test-client.ts';
import { CommentSweeper } from './comment-sweeper.service.ts';

const say = (text: string): BodyPartInput[] => [{ type: 'text', text }];
const anchor = {
  spans: [[7, 0, 5]] as [number, number, number][],
  quote: 'samen',
  before: 'wij ',
  after: ' werken',
};

describe('comments', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let caseId: string;
  let noteId: string;
  let holder: SignedInTestPerson;
  let writer: SignedInTestPerson;
  let commenter: SignedInTestPerson;
  let observer: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    holder = await community.addMember(copId, 'facilitator');
    writer = await community.addMember(copId, 'participant');
    commenter = await community.addMember(copId, 'commenter');
    observer = await community.addMember(copId, 'observer');
    caseId = await community.addCase(copId, { holderId: holder.personId });
    noteId = await community.addNote(caseId, writer.personId);
  });

  function ask<E extends Endpoint>(
    who: SignedInTestPerson,
    endpoint: E,
    call: EndpointCall<E>,
  ): Promise<TestAnswer<EndpointResponse<E>>> {
    return callEndpoint(server.url, endpoint, call, { cookie: who.cookie });
  }
  const begin = (
    who: SignedInTestPerson,
    input: Partial<Parameters<typeof ask<typeof endpoints.createThread>>[2]['body']> = {},
  ) =>
    ask(who, endpoints.createThread, {
      params: { noteId },
      body: { requestId: uuidv7(), kind: 'question', anchor, body: say('Klopt dit?'), ...input },
    });
  const reply = (who: SignedInTestPerson, threadId: string, body = say('Ja.'), requestId = uuidv7()) =>
    ask(who, endpoints.createComment, { params: { threadId }, body: { requestId, body } });
  const list = (who: SignedInTestPerson, filter: 'open' | 'resolved' | 'mine' | 'mentions-me' = 'open') =>
    ask(who, endpoints.listThreads, { params: { noteId }, query: { filter } });
  const counts = async (who: SignedInTestPerson) =>
    (await ask(who, endpoints.countThreads, { params: { noteId } })).value;
  const firstOf = (thread: CommentThread) => thread.comments[0]?.id ?? '';

  it('are written by a commenter and not by an observer, who reads them', async () => {
    expect((await begin(observer)).code).toBe('not-allowed');
    const { value } = await begin(commenter);
    expect(value).toMatchObject({ kind: 'question', anchor, commentCount: 1, isMine: true, resolved: null });
    const seen = (await list(observer)).value.threads;
    expect(seen.map(({ id, isMine }) => [id, isMine])).toEqual([[value.id, false]]);
    expect(seen[0]?.comments[0]?.body).toEqual(say('Klopt dit?'));
    const codes = [await reply(observer, value.id), await reply(commenter, value.id)].map(({ code }) => code);
    expect(codes).toEqual(['not-allowed', null]);
  });

  it('are counted with their note, open ones apart', async () => {
    const first = (await begin(writer)).value;
    await begin(writer, { anchor: null });
    await ask(holder, endpoints.resolveThread, { params: { threadId: first.id } });
    expect(await counts(writer)).toEqual({ open: 1, resolved: 1, mine: 2, 'mentions-me': 0 });
    expect(await counts(holder)).toMatchObject({ open: 1, mine: 0 });
    const { value } = await ask(observer, endpoints.getCase, { params: { caseId } });
    expect(value.notes.map(({ openThreadCount }) => openThreadCount)).toEqual([1]);
  });

  it('say nothing twice when the page tries again, and never in another place', async () => {
    const requestId = uuidv7();
    const [one, two] = [await begin(writer, { requestId }), await begin(writer, { requestId })];
    expect(two.value.id).toBe(one.value.id);
    const again = uuidv7();
    await reply(writer, one.value.id, say('Eens.'), again);
    expect((await reply(writer, one.value.id, say('Eens.'), again)).value.commentCount).toBe(2);
    const other = (await begin(writer)).value;
    expect((await reply(writer, other.id, say('Eens.'), again)).code).toBe('invalid-input');
    expect((await begin(holder, { requestId })).code).toBeNull();
    expect(await counts(writer)).toMatchObject({ open: 3 });
  });

  it('go on in a thread until it is resolved, and again once it is opened', async () => {
    const { id } = (await begin(commenter)).value;
    const params = { threadId: id };
    const other = await community.addMember(copId, 'commenter');
    expect((await ask(other, endpoints.resolveThread, { params })).code).toBe('not-allowed');
    expect((await ask(commenter, endpoints.resolveThread, { params })).value.resolved?.by.id).toBe(
      commenter.personId,
    );
    expect((await reply(writer, id)).code).toBe('thread-resolved');
    expect((await list(writer, 'resolved')).value.threads).toHaveLength(1);
    await ask(writer, endpoints.reopenThread, { params });
    expect((await reply(writer, id)).value).toMatchObject({ resolved: null, commentCount: 2 });
  });

  it('are changed by their author only, and not past somebody else’s change', async () => {
    const thread = (await begin(commenter)).value;
    const change = (who: SignedInTestPerson, version: number) =>
      ask(who, endpoints.updateComment, {
        params: { commentId: firstOf(thread) },
        body: { version, body: say('Beter zo') },
      });
    expect((await change(holder, 1)).code).toBe('not-allowed');
    const changed = (await change(commenter, 1)).value.comments[0];
    expect([changed?.body, changed?.editedAt === null]).toEqual([say('Beter zo'), false]);
    expect((await change(commenter, 1)).code).toBe('changed-meanwhile');
  });

  describe('that are removed', () => {
    let thread: CommentThread;
    const remove = (who: SignedInTestPerson) =>
      ask(who, endpoints.removeComment, { params: { commentId: firstOf(thread) } });
    const restore = (who: SignedInTestPerson) =>
      ask(who, endpoints.restoreComment, { params: { commentId: firstOf(thread) } });
    beforeEach(async () => {
      thread = (await begin(commenter, { body: say('geheim woord') })).value;
      await reply(writer, thread.id);
    });

    it('by a facilitator, not by another member, say so and say nothing else', async () => {
      expect((await remove(writer)).code).toBe('not-allowed');
      const found = (await remove(holder)).value.comments[0];
      expect(found).toMatchObject({ body: [], removed: { by: { id: holder.personId }, canUndo: true } });
      const seen = await ask(commenter, endpoints.getThread, { params: { threadId: thread.id } });
      expect(seen.value.comments[0]?.removed).toMatchObject({ canUndo: false });
      expect(JSON.stringify(seen.body)).not.toContain('geheim');
      expect(
        (
          await ask(commenter, endpoints.updateComment, {
            params: { commentId: firstOf(thread) },
            body: { version: 2, body: say('Toch') },
          })
        ).code,
      ).toBe('comment-removed');
    });

    it('come back for whoever removed them, for a while', async () => {
      await remove(holder);
      expect((await restore(commenter)).code).toBe('undo-too-late');
      expect((await restore(holder)).value.comments[0]?.body).toEqual(say('geheim woord'));
      await remove(commenter);
      await server.query("UPDATE comments SET removed_at = now() - interval '16 minutes' WHERE id = $1", [
        firstOf(thread),
      ]);
      expect((await restore(commenter)).code).toBe('undo-too-late');
    });

    it('leave no thread without words behind, and are wiped in the end', async () => {
      const alone = (
        await begin(writer, { body: say('alleen dit'), anchor: { ...anchor, quote: 'stukje tekst' } })
      ).value;
      await ask(writer, endpoints.removeComment, { params: { commentId: firstOf(alone) } });
      expect((await list(writer)).value.threads.map(({ id }) => id)).toEqual([thread.id]);
      expect(await counts(writer)).toMatchObject({ open: 1 });
      await remove(commenter);
      await server.app.get(CommentSweeper).sweep();
      expect((await restore(commenter)).code).toBeNull();
      await remove(commenter);
      await server.query("UPDATE comments SET removed_at = removed_at - interval '16 minutes'");
      await server.app.get(CommentSweeper).sweep();
      const rows = await server.query<{ text: string }>(
        `SELECT (SELECT string_agg(c::text, '') FROM comments c WHERE c.thread_id IN ($1, $2))
             || (SELECT string_agg(t::text, '') FROM comment_threads t WHERE t.id IN ($1, $2)) AS text`,
        [thread.id, alone.id],
      );
      for (const gone of ['geheim', 'alleen dit', 'stukje']) expect(rows[0]?.text).not.toContain(gone);
      // Somebody else's answer stands in that thread: it keeps the words that it is about.
      expect(rows[0]?.text).toContain('samen');
    });
  });

  it('mention only who can read the note', async () => {
    const mention = (personId: string): BodyPartInput[] => [
      ...say('Weet jij dit, '),
      { type: 'mention', personId },
    ];
    const stranger = await community.addPerson();
    expect((await begin(writer, { body: mention(stranger.personId) })).code).toBe('mention-not-possible');
    const { value } = await begin(writer, { body: mention(observer.personId) });
    expect(value.comments[0]?.body[1]).toMatchObject({ type: 'mention', person: { id: observer.personId } });
    expect((await list(observer, 'mentions-me')).value.threads.map(({ id }) => id)).toEqual([value.id]);
    await server.query("UPDATE cases SET visibility = 'private' WHERE id = $1", [caseId]);
    const people = await ask(holder, endpoints.listMentionable, { params: { noteId } });
    expect(people.value.map(({ id }) => id)).toEqual([holder.personId]);
    expect((await begin(holder, { body: mention(writer.personId) })).code).toBe('mention-not-possible');
  });

  it('are reacted to, each reaction once by each', async () => {
    const commentId = firstOf((await begin(writer)).value);
    const react = (who: SignedInTestPerson, isOn: boolean) =>
      ask(who, endpoints.reactToComment, { params: { commentId }, body: { reaction: 'agree', isOn } });
    expect((await react(observer, true)).code).toBe('not-allowed');
    await react(commenter, true);
    const both = (await react(commenter, true), await react(holder, true)).value.comments[0]?.reactions;
    expect(both).toMatchObject([
      { reaction: 'agree', isMine: true, people: [{ id: commenter.personId }, { id: holder.personId }] },
    ]);
    expect((await react(holder, false)).value.comments[0]?.reactions[0]?.people).toHaveLength(1);
  });

  it('are gone for whoever leaves the CoP, in every answer, from that moment on', async () => {
    const thread = (
      await begin(writer, { body: [...say('Kijk, '), { type: 'mention', personId: commenter.personId }] })
    ).value;
    await ask(holder, endpoints.removeMember, { params: { copId, personId: commenter.personId } });
    const answers = await Promise.all([
      list(commenter, 'mentions-me'),
      ask(commenter, endpoints.countThreads, { params: { noteId } }),
      ask(commenter, endpoints.getThread, { params: { threadId: thread.id } }),
      reply(commenter, thread.id),
      ask(commenter, endpoints.removeComment, { params: { commentId: firstOf(thread) } }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(answers.map(() => 'not-found'));
  });

  it('come in pages, newest first, without a hole or a double', async () => {
    const made: string[] = [];
    for (let i = 0; i < 105; i++) made.push((await community.addThread(noteId, writer.personId)).threadId);
    const first = (await list(observer)).value;
    expect([first.threads.length, first.next]).toEqual([100, first.threads.at(-1)?.id]);
    const query = { filter: 'open', before: first.next ?? undefined } as const;
    const rest = (await ask(observer, endpoints.listThreads, { params: { noteId }, query })).value;
    expect(rest.next).toBeNull();
    expect([...first.threads, ...rest.threads].map(({ id }) => id)).toEqual(made.toReversed());
  });

  it('show in a list the first comment and the last two, in the thread all', async () => {
    const { id } = (await begin(writer, { body: say('0') })).value;
    for (const text of ['1', '2', '3', '4']) await reply(holder, id, say(text));
    const texts = (thread: CommentThread | undefined) =>
      thread?.comments.map(({ body }) =>
        body.map((part) => (part.type === 'text' ? part.text : '')).join(''),
      );
    expect(texts((await list(writer)).value.threads[0])).toEqual(['0', '3', '4']);
    expect(texts((await ask(writer, endpoints.getThread, { params: { threadId: id } })).value)).toHaveLength(
      5,
    );
  });

  it('forget where in the text they stood when the text is built anew, and keep its words', async () => {
    const { id } = (await begin(writer)).value;
    await server.query(
      'UPDATE documents SET generation = 2 WHERE id = (SELECT document_id FROM notes WHERE id = $1)',
      [noteId],
    );
    const { value } = await ask(writer, endpoints.getThread, { params: { threadId: id } });
    expect(value.anchor).toEqual({ ...anchor, spans: [] });
  });

  it.each<[string, unknown]>([
    ['nothing at all', {}],
    ['no words', { body: [] }],
    ['only spaces', { body: say('  \n ') }],
    ['half a character', { body: say('a\ud800b') }],
    ['a zero character', { body: say('a\u0000b') }],
    ['too many words', { body: say('x'.repeat(5_001)) }],
    ['too many words in parts', { body: Array.from({ length: 3 }, () => say('x'.repeat(2_000))[0]) }],
    [
      'too many mentions',
      { body: Array.from({ length: 21 }, () => ({ type: 'mention', personId: uuidv7() })) },
    ],
    ['markup as a part', { body: [{ type: 'html', text: '<b>x</b>' }] }],
    ['a part with more in it', { body: [{ type: 'text', text: 'x', href: 'javascript:alert(1)' }] }],
    ['an unknown kind', { kind: 'praise' }],
    ['a place without characters', { anchor: { ...anchor, spans: [] } }],
    ['a place with a negative clock', { anchor: { ...anchor, spans: [[1, -1, 1]] } }],
    [
      'a place with too many pieces',
      { anchor: { ...anchor, spans: Array.from({ length: 201 }, () => [1, 1, 1]) } },
    ],
    ['a quote without end', { anchor: { ...anchor, quote: 'x'.repeat(1_001) } }],
    ['half a character in the quote', { anchor: { ...anchor, quote: '\udc00' } }],
    ['somebody else as the author', { createdById: uuidv7() }],
    ['a request that is no id', { requestId: 'x' }],
  ])('refuse %s, and store nothing', async (_, wrong) => {
    const right = { requestId: uuidv7(), kind: 'remark', anchor, body: say('x') };
    const send = (body: unknown) =>
      ask(writer, endpoints.createThread, { params: { noteId }, body: body as never });
    const isEmpty = Object.keys(wrong as object).length === 0;
    expect((await send(isEmpty ? {} : { ...right, ...(wrong as object) })).code).toBe('invalid-input');
    expect(await counts(writer)).toMatchObject({ open: 0 });
    expect((await send(right)).code).toBeNull();
  });

  it('are recorded with who did what, and not with what was said', async () => {
    const thread = (await begin(writer, { body: say('niet in het spoor') })).value;
    await ask(holder, endpoints.resolveThread, { params: { threadId: thread.id } });
    const rows = await server.query<{ action: string; actor_id: string; text: string }>(
      `SELECT action, actor_id, a::text AS text FROM audit_events a WHERE object_id = $1 ORDER BY id`,
      [thread.id],
    );
    expect(rows.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['comment.create', writer.personId],
      ['comment.resolve', holder.personId],
    ]);
    expect(rows.map(({ text }) => text).join()).not.toContain('spoor');
  });
});
