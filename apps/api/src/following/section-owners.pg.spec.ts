import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('being made owner of a section', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let ada: SignedInTestPerson;
  let jan: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
  });
  afterAll(async () => {
    await server.close();
  });

  async function addNote(visibility: 'cop' | 'private' = 'cop'): Promise<string> {
    const caseId = await community.addCase(copId, { holderId: ada.personId, visibility });
    return community.addNote(caseId, ada.personId);
  }
  const tell = (noteId: string, personId: string, sectionKey = 'lessen', by = ada) =>
    callEndpoint(
      server.url,
      endpoints.tellSectionOwner,
      { params: { noteId }, body: { personId, sectionKey } },
      by,
    );
  async function toldOf(noteId: string) {
    const query = { class: 'for-me' } as const;
    const { value } = await callEndpoint(server.url, endpoints.listNotifications, { query }, jan);
    return value.items
      .filter((item) => item.noteId === noteId)
      .map(({ kind, sectionId, count }) => [kind, sectionId, count]);
  }

  it('is told to them once for each section, however often the choice is made', async () => {
    const noteId = await addNote();
    for (const key of ['lessen', 'lessen', 'opgave']) {
      expect((await tell(noteId, jan.personId, key)).value).toEqual({ outcome: 'told' });
    }
    expect((await toldOf(noteId)).toSorted()).toEqual([
      ['section-owner', 'lessen', 1],
      ['section-owner', 'opgave', 1],
    ]);
  });

  it('is not told to who may not read the note, nor to who does not exist, and the answer is the same', async () => {
    const noteId = await addNote('private');
    const answers = [await tell(noteId, jan.personId), await tell(noteId, uuidv7())];
    expect(answers.map(({ value }) => value)).toEqual([
      { outcome: 'cannot-read' },
      { outcome: 'cannot-read' },
    ]);
    expect(await toldOf(noteId)).toEqual([]);
  });

  it('is told by who may write in the note, not by an observer', async () => {
    const noteId = await addNote();
    const observer = await community.addMember(copId, 'observer');
    expect((await tell(noteId, jan.personId, 'lessen', observer)).code).toBe('not-allowed');
    expect((await tell(noteId, jan.personId, 'lessen', ada)).code).toBeNull();
  });
});
