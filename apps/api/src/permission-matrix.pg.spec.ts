import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { actions, endpoints, type Endpoint } from '@kring/contracts';
import { can, noteReadOnlyReason, ruleOf, type Decision, type Facts, type Principal } from '@kring/domain';
import { DataSource } from 'typeorm';
import { NoteAccess } from './notes/note-access.ts';
import { guardedEndpoints, permissionCells, type Cell } from './testing/permission-cells.ts';
import { createPermissionWorld, type PermissionWorld } from './testing/permission-world.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';
import { callEndpoint } from './testing/test-client.ts';

const decide: (principal: Principal, action: string, facts: Facts) => Decision = can as never;

/** What the policy's table says that the endpoint answers; "passes" when it is let through. */
function expectedAnswer(principal: Principal, { access }: Endpoint, facts: Facts): string {
  const decision = decide(principal, access, facts);
  if (decision.isAllowed) return 'passes';
  if (decision.reason === 'not-signed-in') return 'not-signed-in';
  return decision.isVisible ? decision.reason : 'not-found';
}

describe('permission matrix over HTTP', () => {
  let server: TestApp;
  let world: PermissionWorld;
  beforeAll(async () => {
    server = await startTestApp();
    world = await createPermissionWorld(server);
  });
  afterAll(async () => {
    await server.close();
  });

  async function ask(endpoint: Endpoint, cell: Cell, cookie: string | undefined): Promise<string> {
    const call = { params: cell.params, query: cell.query, body: cell.body };
    const { code } = await callEndpoint(server.url, endpoint, call as never, { cookie });
    const answer = code === null || cell.passesWith?.includes(code) ? 'passes' : code;
    if (answer === 'passes' && cell.undo) await cell.undo();
    return answer;
  }

  it.each(guardedEndpoints())(
    '%s answers everybody, in every state, as the policy says',
    async (name, endpoint) => {
      const cells = await permissionCells(world, server)[name]();
      // An object of another kind than the action is about would be refused to everybody, and prove nothing.
      expect(cells.map(({ facts }) => facts.kind)).toContain(ruleOf(endpoint.access).on);
      const found: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const cell of cells) {
        for (const [asker, { principal, person }] of Object.entries(world.askers)) {
          const label = `${cell.object} | ${asker}`;
          found[label] = await ask(endpoint, cell, person?.cookie);
          expected[label] = expectedAnswer(principal, endpoint, cell.facts);
        }
      }
      expect(found).toEqual(expected);
    },
  );

  it('has an endpoint for every action', () => {
    const reached = new Set(guardedEndpoints().map(([, { access }]) => access));
    expect(actions.filter((action) => !reached.has(action))).toEqual([]);
  });

  it('lists exactly the cases that may be read', async () => {
    for (const { principal, person } of Object.values(world.askers)) {
      if (!person) continue;
      for (const archived of ['true', 'false'] as const) {
        const call = { params: { copId: world.here.id }, query: { archived } };
        const { value } = await callEndpoint(server.url, endpoints.listCases, call, {
          cookie: person.cookie,
        });
        const readable = Object.values(world.cases).filter(
          ({ facts }) =>
            facts.isArchived === (archived === 'true') && can(principal, 'case.read', facts).isAllowed,
        );
        expect(value.items.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort());
      }
    }
  });

  it('counts of a CoP only the cases that may be read', async () => {
    for (const { principal, person } of Object.values(world.askers)) {
      if (!person) continue;
      const { value } = await callEndpoint(server.url, endpoints.listCops, {}, { cookie: person.cookie });
      const readable = Object.values(world.cases).filter(
        ({ facts }) => !facts.isArchived && can(principal, 'case.read', facts).isAllowed,
      );
      expect(value.find(({ id }) => id === world.here.id)?.caseCount).toBe(readable.length);
    }
  });

  it('gives each person in the room of each note what the policy says, and the reason, all asked at once', async () => {
    const access = server.app.get(NoteAccess);
    const asked = Object.values(world.askers).flatMap(({ principal, person }) =>
      Object.values(world.cases)
        .flatMap(({ notes }) => notes)
        .flatMap(({ id, facts }) => (person ? [{ principal, personId: person.personId, id, facts }] : [])),
    );
    const queries = jest.spyOn(server.app.get(DataSource), 'query');
    const found = await Promise.all(asked.map(({ personId, id }) => access.findLiveAccess(personId, id)));
    expect(queries).toHaveBeenCalledTimes(1);
    queries.mockRestore();
    const allowed = asked.map(({ principal, facts }) => {
      if (!can(principal, 'note.read', facts).isAllowed) return null;
      const level = can(principal, 'note.write', facts).isAllowed ? 'write' : 'read';
      return [level, noteReadOnlyReason(principal, facts) ?? ''];
    });
    expect(found.map((one) => one && [one.access, one.reason])).toEqual(allowed);
    expect(found.map((one) => one?.person.id)).toEqual(
      asked.map(({ personId }, at) => (allowed[at] ? personId : undefined)),
    );
  });
});
