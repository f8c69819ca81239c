import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  caseVisibilities,
  copRoles,
  notificationKinds,
  platformRoles,
  type Notification,
  type NotificationKind,
} from '@kring/contracts';
import {
  mayBeTold,
  notificationRules,
  type CaseFacts,
  type NotificationFacts,
  type PersonPrincipal,
} from '@kring/domain';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { NotificationLists } from './notification-lists.service.ts';
import { mostInMail, NotificationMailSelection } from './notification-mail-selection.service.ts';
import { NotificationsService } from './notifications.service.ts';

const copCount = 2;
const personCount = 5;
const at = (count: number) => fc.nat({ max: count - 1 });
const people = fc.array(
  fc.record({ platformRole: fc.constantFrom(...platformRoles), isDisabled: fc.boolean() }),
  { minLength: personCount, maxLength: personCount },
);
const members = fc.uniqueArray(
  fc.record({ cop: at(copCount), person: at(personCount), role: fc.constantFrom(...copRoles) }),
  { maxLength: copCount * personCount, selector: ({ cop, person }) => `${cop}/${person}` },
);
const visibility = fc.constantFrom(...caseVisibilities);
const cases = fc.array(fc.record({ cop: at(copCount), holder: at(personCount), visibility }), {
  minLength: 1,
  maxLength: 5,
});
const kindsOn = (on: 'note' | 'case' | 'cop') =>
  fc.constantFrom(...notificationKinds.filter((kind) => notificationRules[kind].on === on));
/** A world, what people are told in it, and what it becomes: other members, other people who can sign in, other visibility. */
const worlds = fc.record({
  people,
  members,
  cases,
  kinds: fc.record({ note: kindsOn('note'), case: kindsOn('case'), cop: kindsOn('cop') }),
  later: fc.record({ people, members, visibilities: fc.array(visibility, { minLength: 5, maxLength: 5 }) }),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;
type State = Pick<World, 'people' | 'members' | 'cases'>;

interface Ids {
  readonly cops: readonly string[];
  readonly people: readonly string[];
  readonly cases: readonly string[];
  readonly notes: readonly string[];
}

describe('what people are told', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  const idOf = (ids: readonly string[], index: number) => ids[index] ?? '';

  async function build(world: World): Promise<Ids> {
    const ids: Ids = {
      cops: Array.from({ length: copCount }, () => uuidv7()),
      people: world.people.map(() => uuidv7()),
      cases: world.cases.map(() => uuidv7()),
      notes: world.cases.map(() => uuidv7()),
    };
    for (const id of ids.people) {
      await server.query(`INSERT INTO people (id, email, name) VALUES ($1, $2, 'X')`, [
        id,
        `${id}@example.nl`,
      ]);
    }
    for (const id of ids.cops) {
      await server.query(`INSERT INTO cops (id, slug, name, question) VALUES ($1, $2, 'X', 'X')`, [id, id]);
    }
    for (const [index, { cop, holder, visibility: level }] of world.cases.entries()) {
      const [caseId, noteId] = [idOf(ids.cases, index), idOf(ids.notes, index)];
      await server.query(
        `INSERT INTO cases (id, cop_id, title, holder_id, created_by_id, visibility) VALUES ($1, $2, 'X', $3, $3, $4)`,
        [caseId, idOf(ids.cops, cop), idOf(ids.people, holder), level],
      );
      await server.query('INSERT INTO documents (id, room) VALUES ($1, $2)', [noteId, `note:${noteId}`]);
      await server.query(
        `INSERT INTO notes (id, case_id, document_id, title, created_by_id) VALUES ($1, $2, $1, 'X', $3)`,
        [noteId, caseId, idOf(ids.people, holder)],
      );
    }
    await settle(ids, world);
    return ids;
  }

  /** Makes people, members and visibility what a state says. */
  async function settle(ids: Ids, state: State): Promise<void> {
    await server.query('DELETE FROM cop_members WHERE cop_id = ANY($1::uuid[])', [ids.cops]);
    for (const { cop, person, role } of state.members) {
      await server.query('INSERT INTO cop_members (cop_id, person_id, role) VALUES ($1, $2, $3)', [
        idOf(ids.cops, cop),
        idOf(ids.people, person),
        role,
      ]);
    }
    for (const [index, { platformRole, isDisabled }] of state.people.entries()) {
      await server.query(
        'UPDATE people SET platform_role = $2, disabled_at = CASE WHEN $3 THEN now() END WHERE id = $1',
        [idOf(ids.people, index), platformRole, isDisabled],
      );
    }
    for (const [index, { visibility: level }] of state.cases.entries()) {
      await server.query('UPDATE cases SET visibility = $2 WHERE id = $1', [idOf(ids.cases, index), level]);
    }
  }

  /** Each object with its facts in a state, by the key `<kind> <id>`. */
  function factsOf(ids: Ids, state: State, kinds: World['kinds']): Map<string, NotificationFacts> {
    const facts = new Map<string, NotificationFacts>();
    for (const copId of ids.cops) facts.set(`${kinds.cop} ${copId}`, { kind: 'cop', copId });
    for (const [index, { cop, holder, visibility: level }] of state.cases.entries()) {
      const isHolderActive =
        state.people[holder]?.isDisabled === false &&
        state.members.some(
          (member) =>
            member.cop === cop &&
            member.person === holder &&
            ['participant', 'facilitator'].includes(member.role),
        );
      const ofCase: CaseFacts = {
        kind: 'case',
        copId: idOf(ids.cops, cop),
        holderId: idOf(ids.people, holder),
        isHolderActive,
        visibility: level,
        status: 'exploring',
        isArchived: false,
      };
      facts.set(`${kinds.case} ${idOf(ids.cases, index)}`, ofCase);
      const createdById = ofCase.holderId;
      facts.set(`${kinds.note} ${idOf(ids.notes, index)}`, {
        kind: 'note',
        case: ofCase,
        createdById,
        isArchived: false,
      });
    }
    return facts;
  }

  const principalsOf = (ids: Ids, state: State): PersonPrincipal[] =>
    state.people.map(({ platformRole }, index) => ({
      kind: 'person',
      personId: idOf(ids.people, index),
      platformRole,
      memberships: state.members
        .filter(({ person }) => person === index)
        .map(({ cop, role }) => ({ copId: idOf(ids.cops, cop), role })),
    }));

  async function tellEverybody(ids: Ids, kinds: World['kinds']): Promise<void> {
    const service = server.app.get(NotificationsService);
    const common = { actor: null, recipients: ids.people };
    await server.app.get(TransactionRunner).run(async (tx) => {
      for (const noteId of ids.notes)
        await service.tell(tx, { ...common, kind: kinds.note, about: { noteId } });
      for (const caseId of ids.cases)
        await service.tell(tx, { ...common, kind: kinds.case, about: { caseId } });
      for (const copId of ids.cops) await service.tell(tx, { ...common, kind: kinds.cop, about: { copId } });
    });
  }

  const keyOf = (told: Pick<Notification, 'kind' | 'noteId' | 'caseId'> & { copSlug: string }) =>
    `${told.kind} ${told.noteId ?? told.caseId ?? told.copSlug}`;
  const allowedOf = (principal: PersonPrincipal, facts: ReadonlyMap<string, NotificationFacts>) =>
    [...facts].flatMap(([key, about]) => {
      const kind = key.split(' ')[0] as NotificationKind;
      return mayBeTold(principal, kind, about) ? [key] : [];
    });

  /** What somebody finds, by whatever way leads to it; each way must agree. */
  async function findEverywhere(principal: PersonPrincipal, isDisabled: boolean): Promise<string[]> {
    const actor: Actor = { principal, personId: principal.personId, loginSessionId: '' };
    const lists = server.app.get(NotificationLists);
    const forMe = await lists.list(actor, { class: 'for-me' });
    const following = await lists.list(actor, { class: 'following' });
    const unread = await lists.countUnread(actor);
    expect(unread).toEqual({ forMe: forMe.items.length, following: following.items.length });
    expect([forMe.unread, following.unread]).toEqual([unread, unread]);
    const selection = server.app.get(NotificationMailSelection);
    const { personId } = principal;
    const mailed = [
      ...(await selection.list({ personId, topic: 'now' })),
      ...(await selection.list({ personId, topic: 'digest' })),
    ];
    const found = [...forMe.items, ...following.items].map(keyOf).sort();
    expect(mailed.map(keyOf).sort()).toEqual(isDisabled ? [] : found);
    expect(mailed.length).toBeLessThan(mostInMail);
    return found;
  }

  it('is never what the policy does not show them: told, listed, counted and mailed, also after any change', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const ids = await build(world);
        await tellEverybody(ids, world.kinds);
        const told = new Map<string, string[]>();
        const facts = factsOf(ids, world, world.kinds);
        for (const [index, principal] of principalsOf(ids, world).entries()) {
          const isDisabled = world.people[index]?.isDisabled === true;
          const found = await findEverywhere(principal, isDisabled);
          expect(found).toEqual(isDisabled ? [] : allowedOf(principal, facts).sort());
          told.set(principal.personId, found);
        }
        const after: State = {
          people: world.later.people,
          members: world.later.members,
          cases: world.cases.map((item, index) => ({
            ...item,
            visibility: world.later.visibilities[index] ?? item.visibility,
          })),
        };
        await settle(ids, after);
        const factsAfter = factsOf(ids, after, world.kinds);
        for (const [index, principal] of principalsOf(ids, after).entries()) {
          const found = await findEverywhere(principal, after.people[index]?.isDisabled === true);
          const allowed = new Set(allowedOf(principal, factsAfter));
          expect(found).toEqual(told.get(principal.personId)?.filter((key) => allowed.has(key)));
        }
      }),
      { numRuns: 40 },
    );
  });
});
