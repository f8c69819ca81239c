import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import { RawPage } from './testing/raw-page.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const origin = 'http://localhost:3000';
describe('what a room hears of comments', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let noteId: string;
  let holder: SignedInTestPerson;
  let writer: SignedInTestPerson;
  let reader: SignedInTestPerson;
  const pages: RawPage[] = [];
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    for (const page of pages) page.close();
    await server.close();
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    holder = await community.addMember(copId, 'facilitator');
    writer = await community.addMember(copId, 'participant');
    reader = await community.addMember(copId, 'observer');
    const caseId = await community.addCase(copId, { holderId: holder.personId });
    noteId = await community.addNote(caseId, writer.personId);
  });

  async function open({ cookie }: SignedInTestPerson): Promise<RawPage> {
    const page = new RawPage(Number(new URL(server.url).port), 'websocket', { cookie, origin });
    pages.push(page);
    await page.join(roomOfNote(noteId));
    return page;
  }
  async function begin({ cookie }: SignedInTestPerson): Promise<void> {
    const input = {
      requestId: uuidv7(),
      kind: 'remark' as const,
      anchor: null,
      body: [{ type: 'text' as const, text: 'Klopt dit?' }],
    };
    await callEndpoint(server.url, endpoints.createThread, { params: { noteId }, body: input }, { cookie });
  }
  const looks = (page: RawPage) => page.frames.filter(({ type }) => type === 'look');

  it('is within a second that there is something to look at, and not what', async () => {
    const page = await open(reader);
    const begun = performance.now();
    await begin(writer);
    expect(await page.next('look')).toEqual({ type: 'look', channel: expect.any(Number), topic: 'comments' });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('is nothing for whoever lost access before it was written', async () => {
    const [gone, stays] = [await open(reader), await open(holder)];
    // Past the service that tells the rooms: only the version in the database says so.
    await server.query('DELETE FROM cop_members WHERE person_id = $1', [reader.personId]);
    await server.query('UPDATE documents SET access_version = access_version + 1 WHERE room = $1', [
      roomOfNote(noteId),
    ]);
    await begin(writer);
    await stays.next('look');
    expect((await gone.next('closed', 'look')).type).toBe('closed');
    expect(looks(gone)).toEqual([]);
  });
});
