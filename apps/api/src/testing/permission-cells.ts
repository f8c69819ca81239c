import { endpoints, type Action, type Endpoint, type EndpointName } from '@kring/contracts';
import type { CaseFacts, CopFacts, Facts, NoteFacts } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import { learningAgendaCells } from './permission-cells-agenda.ts';
import { effectCells } from './permission-cells-effects.ts';
import { historyCells } from './history-cells.ts';
import { libraryCells } from './permission-cells-library.ts';
import { inviteCells, platformCells } from './permission-cells-platform.ts';
import { commentCells } from './permission-comment-cells.ts';
import { dateCells } from './permission-date-cells.ts';
import type { PermissionWorld } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

type Access<N extends EndpointName> = (typeof endpoints)[N]['access'];
/** Endpoints that the policy decides on. */
export type GuardedEndpointName = {
  [N in EndpointName]: Access<N> extends 'public' | 'signed-in' ? never : N;
}[EndpointName];

type GuardedEndpoint = Endpoint & { readonly access: Action };

/** How an endpoint is called on one object, so that the answer tells whether the policy let it through. */
export interface Cell {
  readonly object: string;
  readonly facts: Facts;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Errors that come after access has been granted: by them a call changes nothing. */
  readonly passesWith?: readonly string[];
  /** Undoes what the call changed. */
  readonly undo?: () => Promise<unknown>;
}

const stale = { version: -1 };
const unknownId = uuidv7();

/** For each endpoint all objects and states to call it on. An endpoint without an entry here does not compile. */
export function permissionCells(
  world: PermissionWorld,
  server: TestApp,
): Record<GuardedEndpointName, () => Promise<Cell[]>> {
  return {
    ...platformCells(world),
    ...inviteCells(world, server),
    ...copCells(world, server),
    ...learningAgendaCells(world, server),
    ...libraryCells(world, server),
    ...caseCells(world, server),
    ...noteCells(world, server),
    ...effectCells(world, server),
    ...historyCells(world, server),
    ...commentCells(world, server),
  };
}

function copCells(world: PermissionWorld, server: TestApp) {
  const copFacts: CopFacts = { kind: 'cop', copId: world.here.id };
  const inCop =
    (cell: Omit<Cell, 'object' | 'facts'> = {}) =>
    async () => [{ object: 'cop', facts: copFacts, params: { copId: world.here.id }, ...cell }];
  const resetMembers = async () => {
    for (const { principal } of Object.values(world.askers)) {
      if (principal.kind !== 'person') continue;
      for (const { copId, role } of principal.memberships) {
        await server.query(
          'INSERT INTO cop_members (cop_id, person_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [copId, principal.personId, role],
        );
      }
    }
  };
  const clearRequests = () =>
    server.query('DELETE FROM cop_join_requests WHERE cop_id = $1', [world.here.id]);

  return {
    getCop: inCop({ params: { slug: world.here.slug } }),
    updateCop: inCop({ body: stale, passesWith: ['changed-meanwhile'] }),
    listMembers: inCop(),
    changeMemberRole: inCop({
      params: { copId: world.here.id, personId: world.observerId },
      body: { role: 'observer' },
    }),
    removeMember: inCop({
      params: { copId: world.here.id, personId: world.facilitatorId },
      passesWith: ['last-facilitator'],
    }),
    leaveCop: inCop({ passesWith: ['last-facilitator'], undo: resetMembers }),
    dismissWelcome: inCop(),
    listInvites: inCop(),
    createInvite: async () => {
      const [row] = await server.query<{ email: string }>('SELECT email FROM people WHERE id = $1', [
        world.observerId,
      ]);
      return inCop({ body: { email: row?.email, role: 'observer' }, passesWith: ['already-member'] })();
    },
    revokeInvite: async () => {
      const inviteId = await addInvite(server, world.here.id, world.facilitatorId);
      const undo = () => server.query('UPDATE cop_invites SET revoked_at = NULL WHERE id = $1', [inviteId]);
      return inCop({ params: { copId: world.here.id, inviteId }, undo })();
    },
    listJoinRequests: inCop(),
    createJoinRequest: inCop({ body: {}, undo: clearRequests }),
    decideJoinRequest: async () => {
      const joinRequestId = await addJoinRequest(
        server,
        world.here.id,
        world.askers['outsider']?.person?.personId ?? '',
      );
      return inCop({
        params: { copId: world.here.id, joinRequestId },
        body: { decision: 'decline' },
        undo: () =>
          server.query(
            'UPDATE cop_join_requests SET decision = NULL, decided_at = NULL, decided_by_id = NULL WHERE id = $1',
            [joinRequestId],
          ),
      })();
    },
    ...templateCells(world, server),
    ...dateCells(world, server),
    followCop: inCop({ body: { isFollowing: true } }),
    listCases: inCop(),
    countCases: inCop(),
    createCase: inCop({
      body: { title: 'X', holderId: unknownId, visibility: 'cop' },
      passesWith: ['holder-not-member'],
    }),
  };
}

function caseCells(world: PermissionWorld, server: TestApp) {
  const inCase =
    (make: (facts: CaseFacts, id: string) => Partial<Cell> = () => ({})) =>
    async () =>
      Object.entries(world.cases).map(([state, { id, facts }]) => ({
        object: `case: ${state}`,
        facts,
        params: { caseId: id },
        ...make(facts, id),
      }));
  const resetCase = ({ isArchived }: CaseFacts, id: string) => ({
    undo: () =>
      server.query('UPDATE cases SET archived_at = CASE WHEN $2 THEN now() END WHERE id = $1', [
        id,
        isArchived,
      ]),
  });
  return {
    getCase: inCase(),
    followCase: inCase(() => ({ body: { isFollowing: true } })),
    markCaseNotifications: inCase(),
    markEffectsNotifications: inCase(),
    updateCase: inCase(() => ({ body: stale, passesWith: ['changed-meanwhile'] })),
    changeCaseStatus: inCase(({ status }) => ({ body: { status }, passesWith: ['status-not-possible'] })),
    changeCaseVisibility: inCase(({ visibility }) => ({ body: { visibility } })),
    archiveCase: inCase(resetCase),
    restoreCase: inCase(resetCase),
    createNote: inCase(() => ({ body: { title: 'X' } })),
    linkLearningQuestions: inCase(() => ({ body: {} })),
    getCaseLearningQuestions: inCase(),
  };
}

function noteCells(world: PermissionWorld, server: TestApp) {
  const inNote =
    (make: (facts: NoteFacts, id: string) => Partial<Cell> = () => ({})) =>
    async () =>
      Object.entries(world.cases).flatMap(([state, { notes }]) =>
        notes.map(({ id, facts }) => ({
          object: `${facts.isArchived ? 'archived note' : 'note'} in case: ${state}`,
          facts,
          params: { noteId: id },
          ...make(facts, id),
        })),
      );
  const resetNote = ({ isArchived }: NoteFacts, id: string) => ({
    undo: () =>
      server.query('UPDATE notes SET archived_at = CASE WHEN $2 THEN now() END WHERE id = $1', [
        id,
        isArchived,
      ]),
  });
  return {
    getNote: inNote(),
    downloadNoteMarkdown: inNote(() => ({ query: { language: 'nl' } })),
    uploadAttachment: inNote(() => ({ query: { name: 'x.bin' }, passesWith: ['file-not-allowed'] })),
    getAttachment: async () =>
      Promise.all(
        (await inNote()()).map(async ({ params, ...cell }) => ({
          ...cell,
          params: { attachmentId: await addAttachment(server, params.noteId ?? '', world.facilitatorId) },
        })),
      ),
    searchMentionable: inNote(),
    followNote: inNote(() => ({ body: { isFollowing: true } })),
    markNoteNotifications: inNote(),
    tellSectionOwner: inNote(() => ({ body: { personId: unknownId, sectionKey: 'x' } })),
    mentionPerson: inNote(() => ({ body: { personId: unknownId } })),
    updateNote: inNote(() => ({ body: { ...stale, title: 'X' }, passesWith: ['changed-meanwhile'] })),
    archiveNote: inNote(resetNote),
    restoreNote: inNote(resetNote),
    redactNote: inNote(() => ({ body: { words: ['onvindbaar'], isTrial: true } })),
  };
}

function templateCells(world: PermissionWorld, server: TestApp) {
  const facts: CopFacts = { kind: 'cop', copId: world.here.id };
  const copId = world.here.id;
  const inCop =
    (cell: Omit<Cell, 'object' | 'facts'> = {}) =>
    async () => [{ object: 'cop', facts, params: { copId }, ...cell }];
  const onTemplate =
    (cell: Omit<Cell, 'object' | 'facts' | 'params'> = {}) =>
    async () => [
      {
        object: 'template of the cop',
        facts,
        params: { copId, templateId: await addTemplate(server, copId) },
        ...cell,
      },
    ];
  const sections = [{ key: 'x', title: 'X' }];
  const removeNew = () =>
    server.query("DELETE FROM case_templates WHERE cop_id = $1 AND name = 'Nieuw'", [copId]);
  return {
    listTemplates: inCop(),
    getTemplate: onTemplate(),
    createTemplate: inCop({ body: { name: 'Nieuw', language: 'nl', sections }, undo: removeNew }),
    copyTemplate: onTemplate({ body: { name: 'Nieuw' }, undo: removeNew }),
    chooseDefaultTemplate: inCop({ body: { templateId: null } }),
    updateTemplate: onTemplate({
      body: { ...stale, name: 'X', language: 'nl', sections },
      passesWith: ['changed-meanwhile'],
    }),
    archiveTemplate: onTemplate(),
    restoreTemplate: onTemplate(),
  };
}

export async function addTemplate(server: TestApp, copId: string): Promise<string> {
  const id = uuidv7();
  const section = { key: 'opgave', title: 'Opgave', guidance: 'Wat is er?', isRequired: true, tool: null };
  await server.query(
    `INSERT INTO case_templates (id, cop_id, name, language, sections) VALUES ($1, $2, $3, 'nl', $4)`,
    [id, copId, `Sjabloon ${id}`, JSON.stringify([section])],
  );
  return id;
}

export async function addAttachment(server: TestApp, noteId: string, byId: string): Promise<string> {
  const id = uuidv7();
  await server.query(
    `INSERT INTO attachments (id, note_id, name, media_type, size, created_by_id)
     VALUES ($1, $2, 'x.txt', 'text/plain', 1, $3)`,
    [id, noteId, byId],
  );
  await server.query(`INSERT INTO attachment_bytes (attachment_id, bytes) VALUES ($1, 'x')`, [id]);
  return id;
}

export async function addInvite(server: TestApp, copId: string, invitedById: string): Promise<string> {
  const id = uuidv7();
  await server.query(
    `INSERT INTO cop_invites (id, cop_id, email, role, language, token_hash, invited_by_id, expires_at)
     VALUES ($1, $2, $3, 'observer', 'nl', $4, $5, now() + interval '1 day')`,
    [id, copId, `${id}@example.nl`, Buffer.from(id), invitedById],
  );
  return id;
}

export async function addJoinRequest(server: TestApp, copId: string, personId: string): Promise<string> {
  const id = uuidv7();
  await server.query('INSERT INTO cop_join_requests (id, cop_id, person_id) VALUES ($1, $2, $3)', [
    id,
    copId,
    personId,
  ]);
  return id;
}

export function guardedEndpoints(): [GuardedEndpointName, GuardedEndpoint][] {
  return Object.entries(endpoints).filter(
    (entry): entry is [GuardedEndpointName, (typeof endpoints)[GuardedEndpointName]] =>
      entry[1].access !== 'public' && entry[1].access !== 'signed-in',
  );
}
