import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseVisibilities, copRoles, platformRoles, type SearchHit } from '@kring/contracts';
import { can, type CaseFacts, type PersonPrincipal } from '@kring/domain';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '../database/data-source.ts';
import type { Actor } from '../identity/actor.ts';
import { createMigratedDatabase } from '../testing/migrated-database.ts';
import { SearchHitsRepository } from './search-hits.repository.ts';
import { SearchPlanner } from './search-planner.ts';
import { SearchPresenter } from './search-presenter.ts';
import { SearchService } from './search.service.ts';
import { SearchWordsRepository } from './search-words.repository.ts';
import { SearchRepository } from './search.repository.ts';

const copCount = 3;
const personCount = 5;
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
      notes: fc.array(fc.record({ isArchived: fc.boolean() }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  revoked: fc.nat(),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** Something that can be found, by a word that stands nowhere else, and who may find it. */
interface Thing {
  readonly id: string;
  readonly secret: string;
  /** The case holder of a case, whose name everybody reads who sees it. */
  readonly holderId?: string;
  isSeenBy(principal: PersonPrincipal): boolean;
}

// A word of letters alone that no stemmer touches.
const secretOf = (id: string) =>
  `q${[...id.replaceAll('-', '').slice(-14)].map((digit) => String.fromCharCode(98 + parseInt(digit, 16))).join('')}q`;

describe('a search', () => {
  let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
  let dataSource: DataSource;
  let service: SearchService;
  beforeAll(async () => {
    database = await createMigratedDatabase();
    dataSource = createDataSource({ url: database.url, poolSize: 4 });
    await dataSource.initialize();
    const words = new SearchWordsRepository(dataSource);
    const presenter = new SearchPresenter(new SearchHitsRepository(dataSource), words);
    service = new SearchService(new SearchRepository(dataSource), new SearchPlanner(words), presenter);
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
    const [copIds, personIds] = [
      Array.from({ length: copCount }, () => uuidv7()),
      people.map(() => uuidv7()),
    ];
    const [cop, person] = [(i: number) => copIds[i] ?? '', (i: number) => personIds[i] ?? ''];
    // What all of a world have in common, so that one search finds it all.
    const common = secretOf(uuidv7());
    const now = new Date().toISOString();
    await insert(
      'people',
      people.map(({ platformRole, isDisabled }, i) => ({
        id: person(i),
        email: `${person(i)}@example.nl`,
        name: `${common} ${secretOf(person(i))}`,
        job_title: '',
        language: 'nl',
        platform_role: platformRole,
        disabled_at: isDisabled ? now : null,
        created_at: now,
      })),
    );
    await insert(
      'cops',
      copIds.map((id) => ({
        id,
        slug: id,
        name: `${common} ${secretOf(id)}`,
        question: 'X',
        purpose: '',
        audience: '',
        working_agreements: '',
        version: 1,
        created_at: now,
      })),
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
    const copsOf = (i: number) =>
      members.filter((member) => member.person === i).map((member) => cop(member.cop));
    const isActive = (copAt: number, holder: number): boolean =>
      people[holder]?.isDisabled === false &&
      members.some(
        (member) =>
          member.cop === copAt &&
          member.person === holder &&
          ['participant', 'facilitator'].includes(member.role),
      );
    const things: Thing[] = [
      ...copIds.map((id) => ({
        id,
        secret: secretOf(id),
        isSeenBy: (principal: PersonPrincipal) =>
          can(principal, 'cop.read', { kind: 'cop', copId: id }).isAllowed,
      })),
      ...people.map(({ isDisabled }, i) => ({
        id: person(i),
        secret: secretOf(person(i)),
        isSeenBy: (principal: PersonPrincipal) =>
          can(principal, 'person.read', {
            kind: 'person',
            personId: person(i),
            copIds: copsOf(i),
            isDisabled,
          }).isAllowed,
      })),
    ];
    for (const copId of copIds) things.push(...(await addContents(copId)));
    for (const one of cases) things.push(...(await addCase(one)));

    async function addContents(copId: string): Promise<Thing[]> {
      const [questionId, itemId] = [uuidv7(), uuidv7()];
      const texts = { why: `${common} ${secretOf(questionId)}`, tried: '', learned: '', next_step: '' };
      const question = { id: questionId, cop_id: copId, letter: 'A', status: 'open', version: 1 };
      await insert('learning_questions', [{ ...question, ...texts, opened_at: now }]);
      const wording = { question_id: questionId, number: 1, text: 'Leervraag', changed_because: '' };
      await insert('learning_question_versions', [{ ...wording, by_id: person(0), at: now }]);
      const link = { description: '', url: 'https://voorbeeld.nl', version: 1 };
      const item = { id: itemId, cop_id: copId, title: `${common} ${secretOf(itemId)}` };
      await insert('library_items', [{ ...item, ...link, created_by_id: person(0), created_at: now }]);
      const questionFacts = { kind: 'learning-question', copId, isClosed: false } as const;
      const itemFacts = { kind: 'library-item', copId, createdById: person(0) } as const;
      return [
        {
          id: questionId,
          secret: secretOf(questionId),
          isSeenBy: (principal) => can(principal, 'learning-question.read', questionFacts).isAllowed,
        },
        {
          id: itemId,
          secret: secretOf(itemId),
          isSeenBy: (principal) => can(principal, 'library-item.read', itemFacts).isAllowed,
        },
      ];
    }

    async function addCase({
      cop: copAt,
      holder,
      visibility,
      isArchived,
      notes,
    }: World['cases'][number]): Promise<Thing[]> {
      const facts: CaseFacts = {
        kind: 'case',
        copId: cop(copAt),
        holderId: person(holder),
        isHolderActive: isActive(copAt, holder),
        visibility,
        status: 'active',
        isArchived,
      };
      const id = uuidv7();
      await insert('cases', [
        {
          id,
          cop_id: facts.copId,
          title: 'Casus',
          question: `${common} ${secretOf(id)}`,
          region: '',
          status: 'active',
          holder_id: facts.holderId,
          created_by_id: facts.holderId,
          visibility,
          is_example: false,
          archived_at: isArchived ? now : null,
          version: 1,
          created_at: now,
          updated_at: now,
        },
      ]);
      const isSeenBy = (principal: PersonPrincipal) => can(principal, 'case.read', facts).isAllowed;
      const found: Thing[] = [{ id, secret: secretOf(id), holderId: facts.holderId, isSeenBy }];
      for (const note of notes) {
        const [noteId, documentId] = [uuidv7(), uuidv7()];
        await insert('documents', [
          {
            id: documentId,
            room: `note:${noteId}`,
            generation: 1,
            head_seq: 1,
            access_version: 1,
            created_at: now,
          },
        ]);
        await insert('notes', [
          {
            id: noteId,
            case_id: id,
            document_id: documentId,
            title: 'Notitie',
            created_by_id: facts.holderId,
            archived_at: note.isArchived ? now : null,
            version: 1,
            created_at: now,
          },
        ]);
        await dataSource.query(
          'INSERT INTO settled_documents (document_id, text, settled_at) VALUES ($1, $2, now())',
          [documentId, `Een tekst met ${common} en ook ${secretOf(noteId)} erin.`],
        );
        const noteFacts = {
          kind: 'note',
          case: facts,
          createdById: facts.holderId,
          isArchived: note.isArchived,
        } as const;
        found.push({
          id: noteId,
          secret: secretOf(noteId),
          isSeenBy: (principal) => can(principal, 'note.read', noteFacts).isAllowed,
        });
      }
      return found;
    }

    const principalOf = (i: number): PersonPrincipal => ({
      kind: 'person',
      personId: person(i),
      platformRole: people[i]?.platformRole ?? 'member',
      memberships: members
        .filter((member) => member.person === i)
        .map(({ cop: copAt, role }) => ({ copId: cop(copAt), role })),
    });
    return { common, things, principals: people.map((_, i) => principalOf(i)), copIds };
  }

  const actorOf = (principal: PersonPrincipal): Actor => ({
    principal,
    personId: principal.personId,
    loginSessionId: uuidv7(),
  });

  async function findAll(principal: PersonPrincipal, q: string) {
    const items: SearchHit[] = [];
    let counted = 0;
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await service.search(actorOf(principal), {
        q,
        archived: 'true',
        cursor: cursor ?? undefined,
      });
      items.push(...page.items);
      if (page.counts) counted = Object.values(page.counts).reduce((sum, { count }) => sum + count, 0);
      cursor = page.next;
      expect(items.length).toBeLessThan(200);
    }
    return { items, counted };
  }

  async function compare(principal: PersonPrincipal, { common, things }: Awaited<ReturnType<typeof build>>) {
    const seen = things.filter((thing) => thing.isSeenBy(principal));
    const { items, counted } = await findAll(principal, common);
    expect(items.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
    expect(counted).toBe(seen.length);
    const shown = JSON.stringify(items);
    const named = new Set(seen.map(({ holderId }) => holderId));
    const hiddenThings = things.filter((thing) => !thing.isSeenBy(principal) && !named.has(thing.id));
    for (const hidden of hiddenThings) {
      expect(shown).not.toContain(hidden.secret);
      expect(shown).not.toContain(hidden.id);
    }
    // Of each world a few are looked for by themselves.
    for (const hidden of hiddenThings.slice(-3)) {
      // By its own word, by a typing error in it, and by its beginning.
      for (const q of [
        hidden.secret,
        hidden.secret.replace(/^(...)(.)(.)/, '$1$3$2'),
        hidden.secret.slice(0, -2),
      ]) {
        const page = await service.search(actorOf(principal), { q, archived: 'true' });
        expect(JSON.stringify({ ...page, counts: null })).not.toContain(hidden.secret);
        expect(page.items.map(({ id }) => id)).not.toContain(hidden.id);
      }
      const titles = await service.searchTitles(actorOf(principal), hidden.secret);
      expect(titles.map(({ id }) => id)).not.toContain(hidden.id);
    }
  }

  it('finds, counts, marks and suggests exactly what the policy lets somebody read, in any world', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const built = await build(world);
        for (const principal of built.principals) await compare(principal, built);
      }),
      { numRuns: 4 },
    );
  });

  it('finds nothing any more, right after somebody was removed, of what they saw as a member', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds.filter(({ members }) => members.length > 0),
        async (world) => {
          const before = await build(world);
          const gone = world.members[world.revoked % world.members.length];
          if (!gone) return;
          const principal = before.principals[gone.person];
          if (!principal) return;
          await findAll(principal, before.common);
          await dataSource.query('DELETE FROM cop_members WHERE cop_id = $1 AND person_id = $2', [
            before.copIds[gone.cop],
            principal.personId,
          ]);
          const left: PersonPrincipal = {
            ...principal,
            memberships: principal.memberships.filter(({ copId }) => copId !== before.copIds[gone.cop]),
          };
          const { items } = await findAll(left, before.common);
          for (const thing of before.things.filter((one) => !one.isSeenBy(left))) {
            // Who shared that CoP only is gone with it; a holder who left makes facilitators stand in.
            if (thing.id === left.personId) continue;
            expect(items.map(({ id }) => id)).not.toContain(thing.id);
          }
        },
      ),
      { numRuns: 4 },
    );
  });
});
