import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type CaseSummary, type PageOf } from '@kring/contracts';
import { SettlingService } from '../documents/settling.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText } from '../testing/live-text.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { CasesRepository } from './cases.repository.ts';

const lastYear = '2025-01-01T12:00:00.000Z';

describe('when a case was changed last', () => {
  let server: TestApp;
  let community: TestCommunity;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });

  it('is when somebody last wrote in one of its notes, in lists too', async () => {
    const { id: copId } = await community.addCop();
    const marit = await community.addMember(copId, 'facilitator');
    const holderId = marit.personId;
    const [quiet, busy] = [
      await community.addCase(copId, { holderId }),
      await community.addCase(copId, { holderId }),
    ];
    await server.query('UPDATE cases SET updated_at = $2 WHERE cop_id = $1', [copId, lastYear]);
    const listed = async () => {
      const input = { params: { copId }, query: {} };
      const { body } = await callEndpoint(server.url, endpoints.listCases, input, marit);
      return (body as PageOf<CaseSummary>).items.map(({ id, updatedAt }) => ({ id, updatedAt }));
    };
    const versionOf = async () => server.query('SELECT version FROM cases WHERE id = $1', [busy]);
    const before = await versionOf();

    const noteId = await community.addNote(busy, marit.personId);
    await server.query('UPDATE notes SET created_at = $2 WHERE id = $1', [noteId, lastYear]);
    const text = await LiveText.of(server, noteId);
    await text.write('Er gebeurt iets', marit.personId);
    await server.app.get(SettlingService).settleNow(text.documentId);
    // It hears of it a moment after the text has been kept.
    while ((await listed()).every(({ updatedAt }) => updatedAt === lastYear)) await setTimeout(10);
    const [first, second] = await listed();
    expect([first?.id, second]).toEqual([busy, { id: quiet, updatedAt: lastYear }]);
    expect(Date.now() - Date.parse(first?.updatedAt ?? '')).toBeLessThan(3_600_000);
    expect(await versionOf()).toEqual(before);

    // Nothing was written since: a text that is read again is no change.
    await server.app.get(CasesRepository).touch(noteId);
    expect((await listed())[0]).toEqual(first);
  });
});
