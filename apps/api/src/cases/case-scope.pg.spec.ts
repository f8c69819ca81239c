import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseVisibilities, copRoles, platformRoles } from '@kring/contracts';
import {
  can,
  caseScope,
  isAtLeast,
  isInCaseScope,
  type CaseFacts,
  type PersonPrincipal,
} from '@kring/domain';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createMigratedDatabase } from '../testing/migrated-database.ts';
import { createDataSource } from '../database/data-source.ts';
import { CasesRepository } from './cases.repository.ts';

const copCount = 3;
const personCount = 6;
const at = (count: number) => fc.nat({ max: count - 1 });

/** CoPs and people are numbers here; each world gets its own. */
const worlds = fc.record({
  people: fc.array(fc.record({ platformRole: fc.constantFrom(...platformRoles), isDisabled: fc.boolean() }), {
    minLength: personCount,
    maxLength: personCount,
  }),
  members: fc.uniqueArray(
    fc.record({ cop: at(copCount), person: at(personCount), role: fc.constantFrom(...copRoles) }),
    { maxLength: copCount * personCount, selector: ({ cop, person }) => `${cop}/${person}` },
  ),
  cases: fc.array(
    fc.record({
      cop: at(copCount),
      holder: at(personCount),
      visibility: fc.constantFrom(...caseVisibilities),
      isArchived: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

describe('the query for the cases that somebody sees', () => {
  let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createMigratedDatabase();
    dataSource = createDataSource({ url: database.url, poolSize: 2 });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  async function insert(table: string, rows: readonly object[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    if (columns === '') return;
    await dataSource.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }

  async function build({ people, members, cases }: World) {
    const copIds = Array.from({ length: copCount }, () => uuidv7());
    const personIds = people.map(() => uuidv7());
    const [cop, person] = [(i: number) => copIds[i] ?? '', (i: number) => personIds[i] ?? ''];
    const now = new Date().toISOString();
    await insert(
      'people',
      people.map(({ platformRole, isDisabled }, i) => ({
        id: person(i),
        email: `${person(i)}@example.nl`,
        name: 'X',
        language: 'nl',
        platform_role: platformRole,
        disabled_at: isDisabled ? now : null,
        created_at: now,
      })),
    );
    await insert(
      'cops',
      copIds.map((id) => ({ id, slug: id, name: 'X', question: 'X' })),
    );
    await insert(
      'cop_members',
      members.map((member) => ({
        cop_id: cop(member.cop),
        person_id: person(member.person),
        role: member.role,
        since: now,
      })),
    );
    const isActive = (copAt: number, holder: number): boolean =>
      people[holder]?.isDisabled === false &&
      members.some(
        (member) => member.cop === copAt && member.person === holder && isAtLeast(member.role, 'participant'),
      );
    const built = cases.map(({ cop: copAt, holder, visibility, isArchived }) => {
      const facts: CaseFacts = {
        kind: 'case',
        copId: cop(copAt),
        holderId: person(holder),
        isHolderActive: isActive(copAt, holder),
        visibility,
        status: 'active',
        isArchived,
      };
      return { id: uuidv7(), facts };
    });
    await insert(
      'cases',
      built.map(({ id, facts }) => ({
        id,
        cop_id: facts.copId,
        title: 'X',
        holder_id: facts.holderId,
        created_by_id: facts.holderId,
        visibility: facts.visibility,
        archived_at: facts.isArchived ? now : null,
      })),
    );
    const principals = people.map(({ platformRole }, i): PersonPrincipal => ({
      kind: 'person',
      personId: person(i),
      platformRole,
      memberships: members
        .filter((member) => member.person === i)
        .map(({ cop: copAt, role }) => ({ copId: cop(copAt), role })),
    }));
    return { copIds, principals, cases: built };
  }

  async function listAll(principal: PersonPrincipal, copIds: readonly string[]): Promise<string[]> {
    const repository = new CasesRepository(dataSource);
    const filters = copIds.flatMap((copId) =>
      [true, false].map((isArchived) => ({ copId, isArchived, limit: 1000 })),
    );
    const lists = await Promise.all(filters.map((filter) => repository.list(principal, filter)));
    return lists.flat().map(({ id }) => id);
  }

  it('finds exactly those that the policy lets them read, in any world', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { copIds, principals, cases } = await build(world);
        for (const principal of principals) {
          const scope = caseScope(principal);
          const inScope = cases.filter(({ facts }) => isInCaseScope(scope, facts));
          const readable = cases.filter(({ facts }) => can(principal, 'case.read', facts).isAllowed);
          const found = await listAll(principal, copIds);
          expect(found.sort()).toEqual(inScope.map(({ id }) => id).sort());
          expect(found).toEqual(readable.map(({ id }) => id).sort());
        }
      }),
      { numRuns: 25 },
    );
  });
});
