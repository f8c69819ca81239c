import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type Redaction } from '@kring/contracts';
import { Client } from 'pg';
import * as Y from 'yjs';
import { Installation } from '../../tools/installation.ts';
import { Community } from './harness/community.ts';
import { Page } from './harness/page.ts';
import { readStoredRoom, withDatabase } from './harness/stored-log.ts';
import { bodyOf, contentHash, typeToken } from './harness/text.ts';
import { until } from './harness/until.ts';
import type { Visitor } from './harness/visitor.ts';

const word = 'Zebravink';
let installation: Installation;
let community: Community;
let writer: Visitor;
let room: string;

beforeAll(async () => {
  installation = await Installation.start();
  community = await Community.found(installation);
  writer = await community.invite('participant');
}, 180_000);

afterAll(async () => {
  await installation?.stop();
}, 60_000);

beforeEach(async () => {
  room = await community.addNote('Wat weg moet');
});

const pages: Page[] = [];

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

const redact = (): Promise<Redaction> =>
  community.facilitator.call(endpoints.redactNote, {
    params: { noteId: room.slice('note:'.length) },
    body: { words: [word], isTrial: false },
  });

async function opened(): Promise<Page> {
  const page = new Page(writer, room);
  pages.push(page);
  await page.untilReady();
  return page;
}

async function type(page: Page, words: string): Promise<void> {
  typeToken(page.room.doc, words, Math.random);
  await page.untilSaved();
}

const generationOf = (client: Client) =>
  client
    .query<{ generation: number }>('SELECT generation FROM documents WHERE room = $1', [room])
    .then(({ rows }) => rows[0]?.generation);

async function storedText(): Promise<{ text: string; hash: string; hasWord: boolean }> {
  const { doc } = await readStoredRoom(installation.databaseUrl, room);
  const bytes = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1');
  return { text: bodyOf(doc).toString(), hash: contentHash(doc), hasWord: bytes.includes(word) };
}

/** Somebody who reads in a new browser has what is stored, and can go on. */
async function expectUsable(): Promise<void> {
  const page = await opened();
  await type(page, '⟦daarna⟧');
  const { hash, text } = await storedText();
  expect(contentHash(page.room.doc)).toBe(hash);
  expect(text.split('⟦daarna⟧')).toHaveLength(2);
}

/** Whoever had it open is told of the new text, which has the rest and not the word. */
async function expectRedacted(page: Page, rest: string): Promise<void> {
  await page.until(
    'told of the new text',
    ({ room: { status } }) => status.closeCode === 'generation-changed',
  );
  const { hasWord, text } = await storedText();
  expect([hasWord, text.includes(rest)]).toEqual([false, true]);
  await expectUsable();
}

describe('a server that is killed while words are taken out', () => {
  it('has changed nothing when it had not finished; pages go on, and it can be asked for again', async () => {
    const page = await opened();
    await type(page, `⟦voor⟧ ${word} ⟦na⟧`);
    await withDatabase(installation.databaseUrl, async (client) => {
      await client.query('BEGIN');
      // The last that it writes: all else has been done by then.
      await client.query('LOCK TABLE audit_events IN EXCLUSIVE MODE');
      const asked = redact().then(
        () => 'done',
        () => 'no answer',
      );
      await until(
        () => 'the act waits for its last step',
        async () => {
          const waiting = await client.query(
            `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'audit_events'::regclass`,
          );
          return waiting.rows.length > 0;
        },
      );
      await installation.killApi();
      await client.query('ROLLBACK');
      expect(await asked).toBe('no answer');
      await installation.startApi();
      expect(await generationOf(client)).toBe(1);
    });
    expect((await storedText()).hasWord).toBe(true);
    await type(page, '⟦verder⟧');
    expect(bodyOf(page.room.doc).toString()).toContain(word);

    expect((await redact()).inText).toBe(1);
    await expectRedacted(page, '⟦verder⟧');
  }, 120_000);

  it('has done all of it when it had just finished, and pages find the new text', async () => {
    const page = await opened();
    await type(page, `⟦voor⟧ ${word} ⟦na⟧`);
    await withDatabase(installation.databaseUrl, async (client) => {
      const asked = redact().catch(() => null);
      await until(
        () => 'a new generation',
        async () => (await generationOf(client)) === 2,
      );
      await installation.killApi();
      await asked;
      await installation.startApi();
    });
    await expectRedacted(page, '⟦voor⟧');
  }, 120_000);
});
