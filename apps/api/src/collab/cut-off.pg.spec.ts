import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { RawPage } from './testing/raw-page.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const origin = 'http://localhost:3000';

describe('somebody who sends what no page sends', () => {
  let server: TestApp;
  let administrator: SignedInTestPerson;
  let writer: SignedInTestPerson;
  let noteId: string;
  beforeAll(async () => {
    server = await startTestApp({ publicUrl: origin });
    const community = new TestCommunity(server.app);
    administrator = await community.addPerson('administrator');
    const { id: copId } = await community.addCop();
    writer = await community.addMember(copId, 'participant');
    const caseId = await community.addCase(copId, { holderId: writer.personId });
    noteId = await community.addNote(caseId, writer.personId);
  });
  afterAll(async () => {
    await server.close();
  });

  /** Sends so many updates that are refused. */
  async function attack(updates: number): Promise<RawPage> {
    const { port } = new URL(server.url);
    const page = new RawPage(Number(port), 'websocket', { cookie: writer.cookie, origin });
    const { channel } = await page.join(roomOfNote(noteId));
    for (let clientSeq = 1; clientSeq <= updates; clientSeq++)
      page.send({ type: 'update', channel, clientSeq, updates: [new Uint8Array([9, 9, 9])] });
    for (let count = 0; count < updates; count++) await page.next('refused');
    return page;
  }
  const recorded = () =>
    server.query(`SELECT actor_id AS "actorId", object_type AS "objectType", object_id AS "objectId", result
                    FROM audit_events WHERE action = 'live.cut-off'`);

  it('is cut off and named in the audit trail, with the note, and once a minute at most', async () => {
    const patient = await attack(20);
    expect(await recorded()).toEqual([]);
    patient.close();
    for (let tries = 0; tries < 3; tries++)
      expect(await (await attack(21)).next('error')).toMatchObject({ code: 'protocol-error' });
    // The record is made while the connection ends; it is there before this person has come in again.
    for (let tries = 0; tries < 100 && (await recorded()).length === 0; tries++);
    const facts = { objectType: 'note', objectId: noteId, result: 'refused' };
    expect(await recorded()).toEqual([{ actorId: writer.personId, ...facts }]);
    const { value } = await callEndpoint(server.url, endpoints.listAuditEvents, { query: {} }, administrator);
    expect(value.items).toContainEqual(expect.objectContaining({ action: 'live.cut-off', ...facts }));
  });
});
