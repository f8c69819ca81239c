import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { effectDirections, endpoints, type EffectCell, type EffectDirection } from '@kring/contracts';
import { isCollecting, reopened, revealed, spreadOf, type CellRounds } from '@kring/domain';
import fc from 'fast-check';
import { TestCommunity } from '../testing/community.ts';
import { effectEntry } from '../testing/effects.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const cellCount = 4;
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      cell: fc.nat(cellCount - 1),
      person: fc.nat(3),
      direction: fc.constantFrom(...effectDirections),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reveal' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reveal-cell' as const), cell: fc.nat(cellCount - 1) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const), cell: fc.nat(cellCount - 1) }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

interface Secret {
  readonly cell: number;
  readonly round: number;
  readonly person: number;
  readonly direction: EffectDirection;
  /** Stands in the reason, so that it can be looked for in any answer. */
  readonly text: string;
}

describe('a private input', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let writers: SignedInTestPerson[];
  let readers: { name: string; person: SignedInTestPerson }[];
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    const elsewhere = (await community.addCop()).id;
    const facilitator = await community.addMember(copId, 'facilitator');
    const holder = await community.addMember(copId, 'participant');
    writers = [
      holder,
      facilitator,
      await community.addMember(copId, 'participant'),
      await community.addMember(copId, 'participant'),
    ];
    readers = [
      ...writers.map((person, at) => ({ name: `writer ${at}`, person })),
      { name: 'observer', person: await community.addMember(copId, 'observer') },
      { name: 'other CoP', person: await community.addMember(elsewhere, 'facilitator') },
      { name: 'network member', person: await community.addPerson() },
      { name: 'administrator', person: await community.addPerson('administrator') },
      { name: 'auditor', person: await community.addPerson('auditor') },
    ];
  });
  afterAll(async () => {
    await server.close();
  });

  async function openCase() {
    const holderId = writers[0]?.personId ?? '';
    const caseId = await community.addCase(copId, { holderId, visibility: 'network' });
    const { zeroId } = await community.addEffects(caseId, holderId);
    const cells = await server.query<{ id: string }>(
      'SELECT id FROM effect_cells WHERE option_id = $1 ORDER BY id',
      [zeroId],
    );
    return { caseId, cellIds: cells.map(({ id }) => id) };
  }

  let counter = 0;
  async function play(acts: readonly Act[]) {
    const { caseId, cellIds } = await openCase();
    const rounds: CellRounds[] = cellIds.map(() => ({ round: 1, revealedRound: 0 }));
    const secrets: Secret[] = [];
    const facilitator = { cookie: writers[1]?.cookie };
    for (const step of acts) {
      if (step.kind === 'fill') {
        const { cell, person, direction } = step;
        const { round } = rounds[cell] ?? { round: 0 };
        counter += 1;
        const text = `geheim-${counter}-einde`;
        const answer = await callEndpoint(
          server.url,
          endpoints.saveEffectInput,
          {
            params: { cellId: cellIds[cell] ?? '' },
            body: { round, version: 0, entry: { ...effectEntry, direction, why: text } },
          },
          { cookie: writers[person]?.cookie },
        );
        if (answer.code === null) secrets.push({ cell, round, person, direction, text });
      } else if (step.kind === 'reveal') {
        const body = { optionId: null };
        await callEndpoint(server.url, endpoints.revealEffects, { params: { caseId }, body }, facilitator);
        rounds.forEach((cell, at) => (rounds[at] = revealed(cell)));
      } else {
        const params = { cellId: cellIds[step.cell] ?? '' };
        const cell = rounds[step.cell] ?? { round: 0, revealedRound: 0 };
        if (step.kind === 'reveal-cell') {
          await callEndpoint(server.url, endpoints.revealEffectCell, { params }, facilitator);
          rounds[step.cell] = revealed(cell);
        } else {
          const body = { round: cell.round };
          await callEndpoint(server.url, endpoints.reopenEffectCell, { params, body }, facilitator);
          rounds[step.cell] = reopened(cell, cell.round) ?? cell;
        }
      }
    }
    return { caseId, cellIds, rounds, secrets };
  }

  /** Everything that a person can ask for about a case, as text. */
  async function allThatReaches(person: SignedInTestPerson, caseId: string, cellIds: readonly string[]) {
    const options = { cookie: person.cookie };
    const effects = await callEndpoint(server.url, endpoints.getEffects, { params: { caseId } }, options);
    const answers = await Promise.all([
      callEndpoint(server.url, endpoints.getEffectsStamp, { params: { caseId } }, options),
      callEndpoint(server.url, endpoints.getCase, { params: { caseId } }, options),
      callEndpoint(server.url, endpoints.getHome, {}, options),
      callEndpoint(server.url, endpoints.listAuditEvents, { query: {} }, options),
      ...cellIds.map((cellId) =>
        callEndpoint(server.url, endpoints.getEffectCellInputs, { params: { cellId } }, options),
      ),
    ]);
    const cells = effects.value.matrix?.cells ?? [];
    return { cells, text: JSON.stringify([effects, ...answers].map(({ body }) => body)) };
  }

  function expectedSpread(at: number, rounds: readonly CellRounds[], secrets: readonly Secret[]) {
    const shown = rounds[at]?.revealedRound ?? 0;
    if (shown === 0) return null;
    const inRound = secrets.filter(({ cell, round }) => cell === at && round === shown);
    return spreadOf(inRound.map(({ direction }) => direction));
  }

  it('reaches nobody else before the reveal, and everybody of the CoP after it, in any world', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 16 }), async (acts) => {
        const { caseId, cellIds, rounds, secrets } = await play(acts);
        for (const { name, person } of readers) {
          const { cells, text } = await allThatReaches(person, caseId, cellIds);
          for (const secret of secrets) {
            const { round, revealedRound } = rounds[secret.cell] ?? { round: 0, revealedRound: 0 };
            const isMine = writers[secret.person] === person;
            const isOpen = secret.round > revealedRound;
            const isInCop = name.startsWith('writer') || name === 'observer';
            const isShown = isOpen
              ? isMine && secret.round === round
              : isInCop && secret.round === revealedRound;
            expect([name, secret, text.includes(secret.text)]).toEqual([name, secret, isShown]);
          }
          const found = cells.map(({ spread, isCollecting: isOpen }: EffectCell) => [spread, isOpen]);
          const expected = rounds.map((cell, at) => [
            expectedSpread(at, rounds, secrets),
            isCollecting(cell),
          ]);
          expect([name, found]).toEqual([name, expected]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('leaves no trace in the audit log, the outbox or a hint to other pages', async () => {
    const { caseId, cellIds } = await openCase();
    const count = async () =>
      server.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM audit_events UNION ALL SELECT count(*)::int FROM outbox_mails
          UNION ALL SELECT version FROM effect_matrices WHERE case_id = $1`,
        [caseId],
      );
    const before = await count();
    const body = { round: 1, version: 0, entry: effectEntry };
    const call = { params: { cellId: cellIds[0] ?? '' }, body };
    expect(
      (await callEndpoint(server.url, endpoints.saveEffectInput, call, { cookie: writers[2]?.cookie })).code,
    ).toBeNull();
    expect(await count()).toEqual(before);
  });
});
