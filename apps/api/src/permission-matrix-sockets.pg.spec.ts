import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { can, noteReadOnlyReason, roomOfNote, type NoteFacts } from '@kring/domain';
import * as Y from 'yjs';
import { RawPage } from './collab/testing/raw-page.ts';
import { createPermissionWorld, type Asker, type PermissionWorld } from './testing/permission-world.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';

const origin = 'http://localhost:3000';
const askerNames = [
  'outsider',
  'elsewhere',
  'observer',
  'commenter',
  'participant',
  'author',
  'facilitator',
  'holder',
  'lapsed holder',
  'removed',
  'administrator',
  'auditor',
];

/** What came of asking for a room and then writing in it. */
interface Outcome {
  readonly access: string;
  readonly reason: string;
  /** What the server says to an update; "nothing" to whoever is not in the room. */
  readonly answer: string;
  readonly stored: number;
}

describe('permission matrix over sockets', () => {
  let server: TestApp;
  let world: PermissionWorld;
  const pages: RawPage[] = [];
  beforeAll(async () => {
    server = await startTestApp({ publicUrl: origin });
    world = await createPermissionWorld(server);
  });
  afterAll(async () => {
    for (const page of pages) page.close();
    await server.close();
  });

  function open(cookie: string): RawPage {
    const page = new RawPage(Number(new URL(server.url).port), 'websocket', { origin, cookie });
    pages.push(page);
    return page;
  }
  async function countStored(noteId: string): Promise<number> {
    const [row] = await server.query<{ head: number; rows: number }>(
      `SELECT d.head_seq::int AS head,
              (SELECT count(*)::int FROM document_updates u WHERE u.document_id = d.id) AS rows
         FROM documents d JOIN notes n ON n.document_id = d.id WHERE n.id = $1`,
      [noteId],
    );
    expect(row?.rows).toBe(row?.head);
    return row?.head ?? -1;
  }

  /** `knownChannel`: the number by which those who are let in call the room. */
  async function tryToWrite(page: RawPage, noteId: string, knownChannel: number): Promise<Outcome> {
    const before = await countStored(noteId);
    const answer = await page.ask(roomOfNote(noteId));
    const isIn = answer.type === 'joined';
    const channel = isIn ? answer.channel : knownChannel;
    page.send({ type: 'update', channel, clientSeq: 1, updates: [firstEdit(isIn ? answer.clientId : 1)] });
    page.send({ type: 'ping' });
    const said = await page.next(...(isIn ? (['ack', 'refused'] as const) : (['pong'] as const)));
    if (isIn) await page.next('pong');
    const stored = (await countStored(noteId)) - before;
    if (!isIn) return { access: 'none', reason: answer.code, answer: 'nothing', stored };
    const word = said.type === 'refused' ? said.code : said.type;
    return { access: answer.access, reason: answer.reason, answer: word, stored };
  }

  function expectedOutcome({ principal }: Asker, facts: NoteFacts): Outcome {
    if (!can(principal, 'note.read', facts).isAllowed)
      return { access: 'none', reason: 'not-found', answer: 'nothing', stored: 0 };
    if (can(principal, 'note.write', facts).isAllowed)
      return { access: 'write', reason: '', answer: 'ack', stored: 1 };
    const reason = noteReadOnlyReason(principal, facts) ?? '';
    return { access: 'read', reason, answer: 'no-access', stored: 0 };
  }

  const notes = () =>
    Object.entries(world.cases).flatMap(([state, { notes }]) =>
      notes.map((note) => ({
        ...note,
        label: `${note.facts.isArchived ? 'archived note' : 'note'}: ${state}`,
      })),
    );

  it('is about everybody who can sign in', () => {
    expect(Object.keys(world.askers).sort()).toEqual(['anonymous', ...askerNames].sort());
  });

  it.each(askerNames)(
    '[P2] stores what a person types exactly when the policy lets them: %s',
    async (name) => {
      const asker = world.askers[name];
      if (!asker?.person) throw new Error('Nobody there');
      const page = open(asker.person.cookie);
      await page.greet();
      const found: Record<string, Outcome> = {};
      const expected: Record<string, Outcome> = {};
      for (const { id, facts, label } of notes()) {
        const insider = open(world.askers['holder']?.person?.cookie ?? '');
        await insider.greet();
        const theirs = await insider.ask(roomOfNote(id));
        found[label] = await tryToWrite(page, id, theirs.channel);
        expected[label] = expectedOutcome(asker, facts);
        insider.close();
      }
      expect(found).toEqual(expected);
    },
  );

  it('[P6] does not even let anybody connect who is not signed in', async () => {
    expect(await open('').connected()).toBe(false);
    expect(await open(world.askers['participant']?.person?.cookie ?? '').connected()).toBe(true);
  });

  it.each(['note', 'note:', 'note:x', 'note:1:2', 'case:', 'NOTE:'])(
    'knows no room by a name that is none: %s',
    async (prefix) => {
      const [noteCase] = Object.values(world.cases);
      const id = noteCase?.notes[0]?.id ?? '';
      const page = open(world.askers['holder']?.person?.cookie ?? '');
      await page.greet();
      expect(await page.ask(`${prefix}${id.slice(1)}`)).toMatchObject({ type: 'closed', code: 'not-found' });
      expect(await page.ask(`note:${id}`)).toMatchObject({ type: 'joined' });
    },
  );
});

function firstEdit(clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getXmlFragment('body').insert(0, [new Y.XmlText('x')]);
  return Y.encodeStateAsUpdate(doc);
}
