import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint } from '@kring/contracts';
import { DomainEvents, type AccessScope } from '../common/domain-events.ts';
import { CopAccess } from '../cops/cop-access.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { LoginSessionsService } from '../identity/login-sessions.service.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('the access version of a live text', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let caseId: string;
  let noteId: string;
  let otherNoteId: string;
  let holder: SignedInTestPerson;
  let participant: SignedInTestPerson;
  let told: AccessScope[];
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    server.app.get(DomainEvents).on('access-changed', ({ scope }) => void told.push(scope));
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    holder = await community.addMember(copId, 'facilitator');
    participant = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: holder.personId });
    noteId = await community.addNote(caseId, participant.personId);
    const elsewhere = await community.addCop();
    const stranger = await community.addMember(elsewhere.id, 'facilitator');
    const otherCase = await community.addCase(elsewhere.id, { holderId: stranger.personId });
    otherNoteId = await community.addNote(otherCase, stranger.personId);
    told = [];
  });

  async function versionOf(id: string): Promise<number> {
    const [row] = await server.query<{ version: number }>(
      'SELECT d.access_version AS version FROM notes n JOIN documents d ON d.id = n.document_id WHERE n.id = $1',
      [id],
    );
    return row?.version ?? 0;
  }
  async function act(
    endpoint: Endpoint,
    params: Record<string, string>,
    body?: unknown,
    by = holder,
  ): Promise<void> {
    const { code } = await callEndpoint(server.url, endpoint, { params, body } as never, {
      cookie: by.cookie,
    });
    expect(code).toBeNull();
  }

  const acts: [string, () => Promise<void>, () => AccessScope][] = [
    [
      'a removal',
      () => act(endpoints.removeMember, { copId, personId: participant.personId }),
      () => ({ copId }),
    ],
    ['leaving', () => act(endpoints.leaveCop, { copId }, undefined, participant), () => ({ copId })],
    [
      'a change of role',
      () => act(endpoints.changeMemberRole, { copId, personId: participant.personId }, { role: 'observer' }),
      () => ({ copId }),
    ],
    [
      'a new status',
      () => act(endpoints.changeCaseStatus, { caseId }, { status: 'concluded' }),
      () => ({ caseId }),
    ],
    [
      'another visibility',
      () => act(endpoints.changeCaseVisibility, { caseId }, { visibility: 'private' }),
      () => ({ caseId }),
    ],
    [
      'another holder',
      () => act(endpoints.updateCase, { caseId }, { version: 1, holderId: participant.personId }),
      () => ({ caseId }),
    ],
    ['archiving a case', () => act(endpoints.archiveCase, { caseId }), () => ({ caseId })],
    ['archiving a note', () => act(endpoints.archiveNote, { noteId }), () => ({ noteId })],
  ];

  it.each(acts)('rises with %s, for this text only, and then the rooms are told', async (_, doIt, scope) => {
    const [before, otherBefore] = [await versionOf(noteId), await versionOf(otherNoteId)];
    await doIt();
    expect([await versionOf(noteId), await versionOf(otherNoteId)]).toEqual([before + 1, otherBefore]);
    expect(told).toContainEqual(scope());
  });

  it('stays when nothing changes who may write', async () => {
    const before = await versionOf(noteId);
    await act(endpoints.updateCase, { caseId }, { version: 1, title: 'Andere titel' });
    await act(endpoints.updateNote, { noteId }, { version: 1, title: 'Andere titel' });
    await act(endpoints.restoreNote, { noteId });
    await act(endpoints.changeCaseVisibility, { caseId }, { visibility: 'cop' });
    expect([await versionOf(noteId), told]).toEqual([before, []]);
  });

  it('tells the rooms of the person too, whose last membership may have ended', async () => {
    await act(endpoints.removeMember, { copId, personId: participant.personId });
    expect(told).toContainEqual({ personId: participant.personId });
  });

  it('is known to whoever was let in just before, and then too old', async () => {
    const before = await server.app.get(NoteAccess).findLiveAccess(participant.personId, noteId);
    await act(endpoints.removeMember, { copId, personId: participant.personId });
    expect(before).toMatchObject({ access: 'write', accessVersion: (await versionOf(noteId)) - 1 });
    expect(await server.app.get(NoteAccess).findLiveAccess(participant.personId, noteId)).toBeNull();
  });

  it('reaches every note: none comes into being while somebody is being removed', async () => {
    const creating = await server.app.get(TransactionRunner).run(async (tx) => {
      await server.app.get(CopAccess).requireCop(await actorOf(holder), copId, 'cop.manage-members', tx);
      const creation = act(endpoints.createNote, { caseId }, { title: 'Tegelijk' });
      await untilSomebodyWaitsForALock();
      expect(await tx.query('SELECT 1 FROM notes WHERE title = $1', ['Tegelijk'])).toEqual([]);
      return { creation };
    });
    await creating.creation;
  });

  async function actorOf({ cookie }: SignedInTestPerson): Promise<Actor> {
    const actor = await server.app.get(LoginSessionsService).authenticate(cookie);
    if (!actor) throw new Error('Not signed in');
    return actor;
  }

  async function untilSomebodyWaitsForALock(): Promise<void> {
    const waiting =
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await server.query(waiting)).length === 0);
  }
});
