import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from '../testing/community.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(async () => {
  await server.close();
});

it('a notification shows what the comment says, and nothing once it has been removed', async () => {
  const community = new TestCommunity(server.app);
  const { id: copId } = await community.addCop();
  const ada = await community.addMember(copId, 'facilitator');
  const jan = await community.addMember(copId, 'participant');
  const caseId = await community.addCase(copId, { holderId: ada.personId });
  const noteId = await community.addNote(caseId, ada.personId);
  const body = [
    { type: 'text' as const, text: 'Kijk jij, ' },
    { type: 'mention' as const, personId: jan.personId },
    { type: 'text' as const, text: '?' },
  ];
  const call = {
    params: { noteId },
    body: { requestId: uuidv7(), kind: 'remark' as const, anchor: null, body },
  };
  const { code } = await callEndpoint(server.url, endpoints.createThread, call, ada);
  expect(code).toBeNull();
  const list = async () =>
    (await callEndpoint(server.url, endpoints.listNotifications, { query: { class: 'for-me' } }, jan)).value
      .items[0]?.text;
  expect((await list())?.excerpt).toMatch(/^Kijk jij, @Person \d+\?$/);
  await server.query('UPDATE comments SET removed_at = now()');
  expect(await list()).toBeNull();
});
