import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type EndpointName } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from './testing/community.ts';
import { addEffects, effectEntry, type EffectIds } from './testing/effects.ts';
import { addNoteVersion } from './testing/history-cells.ts';
import { addAttachment, addInvite, addJoinRequest, addTemplate } from './testing/permission-cells.ts';
import { addLearningQuestion } from './testing/permission-cells-agenda.ts';
import { addLibraryFile } from './testing/permission-cells-library.ts';
import { addCopDate } from './testing/permission-date-cells.ts';
import type { SignedInTestPerson } from './testing/person.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';
import { callEndpoint } from './testing/test-client.ts';

type Ids = Record<
  | 'copId'
  | 'caseId'
  | 'noteId'
  | 'personId'
  | 'inviteId'
  | 'joinRequestId'
  | 'templateId'
  | 'dateId'
  | 'versionId'
  | 'threadId'
  | 'commentId'
  | 'questionId'
  | 'attachmentId'
  | 'itemId'
  | keyof EffectIds,
  string
>;

const said = [{ type: 'text', text: 'Gekaapt' }];

/** What would be accepted if the ids in the path were right. */
const bodies: Partial<Record<EndpointName, unknown>> = {
  updateCop: { version: 1, name: 'Gekaapt' },
  changeMemberRole: { role: 'facilitator' },
  createInvite: { email: 'kaper@example.nl', role: 'facilitator' },
  createJoinRequest: {},
  decideJoinRequest: { decision: 'accept', role: 'facilitator' },
  createCase: { title: 'Gekaapt', visibility: 'network' },
  updateCase: { version: 1, title: 'Gekaapt' },
  changeCaseStatus: { status: 'concluded' },
  changeCaseVisibility: { visibility: 'network', confirmed: true },
  createLearningQuestion: { text: 'Gekaapt?' },
  mergeLearningQuestions: { questionIds: [uuidv7(), uuidv7()], text: 'Gekaapt?' },
  updateLearningQuestion: { version: 1, why: 'Gekaapt' },
  rewordLearningQuestion: { version: 1, text: 'Gekaapt?', changedBecause: 'Zo maar' },
  changeLearningQuestionStatus: { version: 1, status: 'dropped' },
  splitLearningQuestion: { version: 1, texts: ['Gekaapt?', 'Echt?'] },
  linkLearningQuestions: {},
  linkCases: {},
  addLibraryLink: { title: 'Gekaapt', url: 'https://example.nl/' },
  updateLibraryItem: { version: 1, title: 'Gekaapt' },
  removeLibraryItem: { isRemoved: true },
  createNote: { title: 'Gekaapt' },
  updateNote: { version: 1, title: 'Gekaapt' },
  redactNote: { words: ['Gekaapt'], isTrial: false },
  createTemplate: { name: 'Gekaapt', language: 'nl', sections: [{ key: 'x', title: 'X' }] },
  updateTemplate: { version: 1, name: 'Gekaapt', language: 'nl', sections: [{ key: 'x', title: 'X' }] },
  copyTemplate: { name: 'Gekaapt' },
  chooseDefaultTemplate: { templateId: null },
  createCopDate: { title: 'Gekaapt', day: '2030-01-01' },
  updateCopDate: {
    version: 1,
    title: 'Gekaapt',
    day: '2030-01-01',
    time: '',
    place: '',
    url: '',
    isPublic: true,
  },
  startEffects: { frameworkId: 'klavervier-4' },
  revealEffects: { optionId: null },
  addEffectOption: {
    id: uuidv7(),
    title: 'Gekaapt',
    theory: { condition: '', consequence: '', reason: '' },
  },
  updateEffectOption: { version: 1, title: 'Gekaapt' },
  saveEffectInput: { round: 1, version: 0, entry: effectEntry },
  noteEffect: { version: 2, agreed: { ...effectEntry, evidence: [], dissent: [] } },
  reopenEffectCell: { round: 1 },
  addEffectLink: { kind: 'synergy', explanation: 'Gekaapt', size: 'small', decidedBy: '' },
  updateEffectLink: { version: 1, explanation: 'Gekaapt' },
  addKnowledgeGap: { id: uuidv7(), question: 'Gekaapt' },
  updateKnowledgeGap: { version: 1, question: 'Gekaapt' },
  createNoteVersion: { name: 'Gekaapt' },
  renameNoteVersion: { version: 1, name: 'Gekaapt' },
  recordVisit: { isCaughtUp: true },
  createThread: { requestId: uuidv7(), kind: 'remark', anchor: null, body: said },
  createComment: { requestId: uuidv7(), body: said },
  updateComment: { version: 1, body: said },
  reactToComment: { reaction: 'agree', isOn: true },
  followCop: { isFollowing: true },
  followCase: { isFollowing: true },
  followNote: { isFollowing: true },
  mentionPerson: { personId: uuidv7() },
  tellSectionOwner: { personId: uuidv7(), sectionKey: 'x' },
};
const table: Record<string, Endpoint> = endpoints;
const idsIn = ({ path }: Endpoint) => [...path.matchAll(/:(\w+Id)/g)].map(([, name]) => name as keyof Ids);
// Asking to join is what anybody may do in any CoP.
const ofCops = Object.entries(table).filter(
  ([, endpoint]) =>
    /^\/(cops|cases|notes|attachments|learning-questions|library-items|effect-\w+|knowledge-gaps|threads|comments)\//.test(
      endpoint.path,
    ) &&
    idsIn(endpoint).length > 0 &&
    endpoint !== endpoints.createJoinRequest,
);

describe('ids of another CoP', () => {
  let server: TestApp;
  let facilitator: SignedInTestPerson;
  let own: Ids;
  let foreign: Ids;
  beforeAll(async () => {
    server = await startTestApp();
    const community = new TestCommunity(server.app);
    const [here, there] = [await community.addCop(), await community.addCop()];
    facilitator = await community.addMember(here.id, 'facilitator');
    own = await fill(community, here.id, facilitator.personId);
    foreign = await fill(community, there.id, (await community.addMember(there.id, 'facilitator')).personId);
  });
  afterAll(async () => {
    await server.close();
  });

  async function fill(community: TestCommunity, copId: string, facilitatorId: string): Promise<Ids> {
    const { personId } = await community.addMember(copId, 'participant');
    const caseId = await community.addCase(copId, { holderId: facilitatorId });
    const asker = await community.addPerson();
    const noteId = await community.addNote(caseId, facilitatorId);
    return {
      copId,
      caseId,
      personId,
      noteId,
      ...(await community.addThread(noteId, facilitatorId)),
      ...(await addEffects(server, caseId, facilitatorId)),
      versionId: await addNoteVersion(server, noteId),
      inviteId: await addInvite(server, copId, facilitatorId),
      joinRequestId: await addJoinRequest(server, copId, asker.personId),
      templateId: await addTemplate(server, copId),
      dateId: await addCopDate(server, copId, facilitatorId),
      questionId: await addLearningQuestion(server, copId, facilitatorId),
      attachmentId: await addAttachment(server, noteId, facilitatorId),
      itemId: await addLibraryFile(server, copId, facilitatorId),
    };
  }

  /** All that these calls could have changed. */
  async function photograph(): Promise<unknown> {
    const tables = [
      'cops',
      'cop_members',
      'cop_invites',
      'cop_join_requests',
      'cases',
      'case_templates',
      'cop_dates',
      'notes',
      'documents',
      'attachments',
      'library_items',
      'effect_matrices',
      'effect_options',
      'effect_cells',
      'effect_inputs',
      'effect_links',
      'knowledge_gaps',
      'note_versions',
      'note_visits',
      'comment_threads',
      'comments',
      'comment_reactions',
      'learning_questions',
      'learning_question_versions',
      'case_learning_questions',
    ];
    const select = tables.map(
      (name) => `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS hash FROM ${name} t`,
    );
    return server.query([...select, 'SELECT count(*)::text FROM outbox_mails'].join(' UNION ALL '));
  }

  async function call(endpoint: Endpoint, body: unknown, ids: Ids): Promise<string | null> {
    const params = Object.fromEntries(idsIn(endpoint).map((name) => [name, ids[name]]));
    const query = queries.get(endpoint);
    const given = { params, query, body: completed(endpoint, body) };
    return (await callEndpoint(server.url, endpoint, given as never, { cookie: facilitator.cookie })).code;
  }

  /** With the ids that a body needs, all of the own CoP. */
  function completed(endpoint: Endpoint, body: unknown): unknown {
    if (endpoint === endpoints.createCase) return { ...Object(body), holderId: own.personId };
    if (endpoint !== endpoints.addEffectLink) return body;
    return { ...Object(body), id: uuidv7(), fromCellId: own.cellId, toCellId: own.linkedCellId };
  }

  it.each(ofCops)('change nothing and show nothing: %s', async (name, endpoint) => {
    const names = idsIn(endpoint);
    const before = await photograph();
    for (const strange of [foreign, { ...own, ...Object.fromEntries(names.map((id) => [id, uuidv7()])) }]) {
      for (const replaced of subsets(names)) {
        const ids = { ...own, ...Object.fromEntries(replaced.map((id) => [id, strange[id]])) };
        const code = await call(endpoint, bodies[name as EndpointName], ids);
        expect([replaced, code]).toEqual([replaced, expectedCode(name, replaced, strange === foreign)]);
      }
    }
    expect(await photograph()).toEqual(before);
  });

  /** Every CoP can be seen, its cases cannot: who may not act in it hears so, unless it does not exist. */
  function expectedCode(name: string, replaced: readonly string[], exists: boolean): string | null {
    if (!replaced.includes('copId') || !exists) return 'not-found';
    return openToAll.includes(name) ? null : 'not-allowed';
  }

  it('would have been accepted with the right ids', async () => {
    for (const [name, endpoint] of ofCops.filter(([, { method }]) => method === 'GET')) {
      expect([name, await call(endpoint, bodies[name as EndpointName], own)]).toEqual([name, null]);
    }
    for (const name of [
      'updateCase',
      'updateNote',
      'redactNote',
      'createNoteVersion',
      'renameNoteVersion',
      'restoreNoteVersion',
      'recordVisit',
      'createCase',
      'createNote',
      'createThread',
      'createComment',
      'updateComment',
      'reactToComment',
      'resolveThread',
      'removeComment',
      'revokeInvite',
      'decideJoinRequest',
      'removeMember',
      'updateCop',
      'dismissWelcome',
      'createTemplate',
      'updateTemplate',
      'copyTemplate',
      'chooseDefaultTemplate',
      'archiveTemplate',
      'restoreTemplate',
      'addEffectOption',
      'updateEffectOption',
      'addEffectLink',
      'updateEffectLink',
      'noteEffect',
      'addKnowledgeGap',
      'updateKnowledgeGap',
      'revealEffects',
      'reopenEffectCell',
    ] as const) {
      expect([name, await call(endpoints[name], bodies[name], own)]).toEqual([name, null]);
    }
  });
});

/** What anybody may do in a CoP that is not theirs: follow it, and look which cases they can see there. */
/** What an upload is called. */
const queries = new Map<Endpoint, object>([
  [endpoints.uploadAttachment, { name: 'gekaapt.txt' }],
  [endpoints.addLibraryFile, { name: 'gekaapt.txt', title: 'Gekaapt' }],
]);

const openToAll = ['countCases', 'listCases', 'followCop'];

function subsets(names: readonly (keyof Ids)[]): (keyof Ids)[][] {
  const singles = names.map((name) => [name]);
  return names.length > 1 ? [...singles, [...names]] : singles;
}
