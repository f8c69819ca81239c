import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  endpoints,
  notificationClassOf,
  notificationKinds,
  type CaseVisibility,
  type Endpoint,
  type EndpointCall,
  type EndpointResponse,
  type NotificationKind,
} from '@kring/contracts';
import { placeInFull, sayNotification } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import { SettlingService } from '../documents/settling.service.ts';
import { NotificationMailSelection } from '../notifications/notification-mail-selection.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText, newSection } from '../testing/live-text.ts';
import { lastMailTo, tokenIn } from '../testing/mail.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('each kind of notification', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let caseId: string;
  let noteId: string;
  /** Does what others are told of. */
  let ada: SignedInTestPerson;
  /** Follows the CoP and the case, and facilitates. */
  let jan: SignedInTestPerson;
  let outsider: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'facilitator');
    outsider = await community.addPerson();
    caseId = await community.addCase(copId, { holderId: ada.personId });
    noteId = await community.addNote(caseId, ada.personId);
    const body = { isFollowing: true };
    await does(jan, endpoints.followCop, { params: { copId }, body });
    await does(jan, endpoints.followCase, { params: { caseId }, body });
  });

  async function does<E extends Endpoint>(
    person: SignedInTestPerson,
    endpoint: E,
    call: EndpointCall<E>,
  ): Promise<EndpointResponse<E>> {
    return (await callEndpoint(server.url, endpoint, call, { cookie: person.cookie })).value;
  }
  const say = (text: string) => [{ type: 'text', text } as const];
  const begin = (by: SignedInTestPerson, mentioned?: SignedInTestPerson) =>
    does(by, endpoints.createThread, {
      params: { noteId },
      body: {
        requestId: uuidv7(),
        kind: 'remark',
        anchor: null,
        body: mentioned ? [{ type: 'mention', personId: mentioned.personId }] : say('Klopt dit?'),
      },
    });
  const startEffects = () =>
    does(ada, endpoints.startEffects, { params: { caseId }, body: { frameworkId: 'klavervier-4' } });
  async function write(): Promise<void> {
    await (await LiveText.of(server, noteId)).write('Wonen', ada.personId);
    await server.app.get(SettlingService).settleDue();
  }

  /** What leads to each, as one does it in Kring; whoever does it is Ada where nobody is returned. */
  const acts: Record<NotificationKind, () => Promise<SignedInTestPerson | void>> = {
    mention: async () => {
      await does(ada, endpoints.mentionPerson, { params: { noteId }, body: { personId: jan.personId } });
    },
    'comment-mention': async () => {
      await begin(ada, jan);
    },
    'comment-reply': async () => {
      const { id: threadId } = await begin(jan);
      const body = { requestId: uuidv7(), body: say('Ja.') };
      await does(ada, endpoints.createComment, { params: { threadId }, body });
    },
    'section-owner': async () => {
      const body = { personId: jan.personId, sectionKey: 'lessen' };
      await does(ada, endpoints.tellSectionOwner, { params: { noteId }, body });
    },
    'case-holder': async () => {
      const { version } = await does(ada, endpoints.getCase, { params: { caseId } });
      const body = { version, holderId: jan.personId };
      await does(ada, endpoints.updateCase, { params: { caseId }, body });
    },
    'matrix-asked': async () => {
      await startEffects();
    },
    'join-request': async () => {
      const stranger = await community.addPerson();
      await does(stranger, endpoints.createJoinRequest, { params: { copId }, body: { motivation: 'Graag' } });
      return stranger;
    },
    'note-changed': write,
    'note-created': async () => {
      await does(ada, endpoints.createNote, { params: { caseId }, body: { title: 'Nieuw' } });
    },
    'note-restored': async () => {
      await write();
      const body = { name: 'Eerst', description: '' };
      const { id: versionId } = await does(ada, endpoints.createNoteVersion, { params: { noteId }, body });
      await does(ada, endpoints.restoreNoteVersion, { params: { noteId, versionId } });
    },
    'section-ready': async () => {
      const text = await LiveText.of(server, noteId);
      await text.change(ada.personId, (root) => root.push([newSection({ key: 'lessen', status: 'ready' })]));
      await server.app.get(SettlingService).settleDue();
    },
    'comment-added': async () => {
      await begin(ada);
    },
    'comment-resolved': async () => {
      const { id: threadId } = await begin(ada);
      await does(ada, endpoints.resolveThread, { params: { threadId } });
    },
    'case-created': async () => {
      const visibility: CaseVisibility = 'cop';
      const body = { title: 'X', question: 'Hoe?', holderId: ada.personId, visibility };
      await does(ada, endpoints.createCase, { params: { copId }, body });
    },
    'case-status': async () => {
      await does(ada, endpoints.changeCaseStatus, { params: { caseId }, body: { status: 'concluded' } });
    },
    'matrix-revealed': async () => {
      await startEffects();
      await does(ada, endpoints.revealEffects, { params: { caseId }, body: { optionId: null } });
    },
    'invite-accepted': async () => {
      const email = `${uuidv7()}@example.nl`;
      const body = { email, name: 'Nieuw', role: 'participant', language: 'nl' } as const;
      await does(jan, endpoints.createInvite, { params: { copId }, body });
      const token = tokenIn(await lastMailTo(server.app, email));
      await callEndpoint(server.url, endpoints.acceptInvite, { body: { token, name: 'Nieuw' } });
    },
  };

  async function listOf(person: SignedInTestPerson, kind: NotificationKind) {
    const query = { class: notificationClassOf[kind] };
    const { items } = await does(person, endpoints.listNotifications, { query });
    return items.filter((item) => item.kind === kind);
  }
  /** Of what happened in a text people hear shortly after it. */
  async function firstOf(kind: NotificationKind) {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const [item] = await listOf(jan, kind);
      if (item) return item;
      await wait(50);
    }
    throw new Error(`Nobody is told "${kind}"`);
  }
  async function mailedKinds(): Promise<NotificationKind[]> {
    const selection = server.app.get(NotificationMailSelection);
    const rows = await Promise.all(
      (['now', 'digest'] as const).map((topic) => selection.list({ personId: jan.personId, topic })),
    );
    return rows.flat().map((row) => row.kind);
  }

  it.each(notificationKinds)(
    '"%s" is told by its act: to whom it concerns, and to nobody else',
    async (kind) => {
      const actor = (await acts[kind]()) ?? ada;
      const item = await firstOf(kind);
      expect(await mailedKinds()).toContain(kind);
      if (kind === 'case-status') expect(item.caseStatus).toBe('concluded');
      for (const language of ['nl', 'en'] as const) {
        expect(sayNotification(language, item)).toMatch(/^\S.*[^.{}]$/);
        expect(placeInFull(language, item)).not.toBe('');
      }
      expect([await listOf(actor, kind), await listOf(outsider, kind)]).toEqual([[], []]);
      await server.query('DELETE FROM cop_members WHERE cop_id = $1 AND person_id = $2', [
        copId,
        jan.personId,
      ]);
      expect([await listOf(jan, kind), (await mailedKinds()).includes(kind)]).toEqual([[], false]);
    },
  );
});
