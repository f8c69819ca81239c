import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { RawPage } from './testing/raw-page.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const origin = 'http://localhost:3000';

describe('facilitators who stand in for the holder of a private case', () => {
  let server: TestApp;
  let community: TestCommunity;
  let administrator: SignedInTestPerson;
  let facilitator: SignedInTestPerson;
  let holder: SignedInTestPerson;
  let caseId: string;
  let noteId: string;
  beforeAll(async () => {
    server = await startTestApp({ publicUrl: origin });
    community = new TestCommunity(server.app);
    administrator = await community.addPerson('administrator');
  });
  beforeEach(async () => {
    const { id: copId } = await community.addCop();
    facilitator = await community.addMember(copId, 'facilitator');
    holder = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: holder.personId, visibility: 'private' });
    noteId = await community.addNote(caseId, holder.personId);
  });
  afterAll(async () => {
    await server.close();
  });

  async function setDisabled(isDisabled: boolean): Promise<void> {
    const call = { params: { personId: holder.personId }, body: { isDisabled } };
    const { code } = await callEndpoint(server.url, endpoints.updateAccount, call, administrator);
    expect(code).toBeNull();
  }
  async function statusForFacilitator(): Promise<number> {
    return (await callEndpoint(server.url, endpoints.getCase, { params: { caseId } }, facilitator)).status;
  }

  it('do so while the holder is disabled, and no longer', async () => {
    expect(await statusForFacilitator()).toBe(404);
    await setDisabled(true);
    expect(await statusForFacilitator()).toBe(200);
    await setDisabled(false);
    expect(await statusForFacilitator()).toBe(404);
  });

  it('are shown out of the live text when the holder is back', async () => {
    await setDisabled(true);
    const page = new RawPage(Number(new URL(server.url).port), 'websocket', {
      origin,
      cookie: facilitator.cookie,
    });
    expect(await page.join(roomOfNote(noteId))).toMatchObject({ access: 'write' });
    await setDisabled(false);
    expect(await page.next('closed')).toMatchObject({ code: 'access-lost' });
    page.close();
  });
});
