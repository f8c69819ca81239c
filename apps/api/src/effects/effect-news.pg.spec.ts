import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type EndpointCall, type EffectMatrix } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { NotificationClock } from '../notifications/notification-clock.ts';
import { TestCommunity } from '../testing/community.ts';
import { effectEntry } from '../testing/effects.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const theory = { condition: '', consequence: '', reason: '' };

describe('what people hear of an effect matrix', () => {
  let server: TestApp;
  let community: TestCommunity;
  let now: Date;
  let copId: string;
  let caseId: string;
  let facilitator: SignedInTestPerson;
  let holder: SignedInTestPerson;
  let participant: SignedInTestPerson;
  let observer: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    server.app.get(NotificationClock).now = () => now;
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    now = new Date();
    copId = (await community.addCop()).id;
    facilitator = await community.addMember(copId, 'facilitator');
    holder = await community.addMember(copId, 'participant');
    participant = await community.addMember(copId, 'participant');
    observer = await community.addMember(copId, 'observer');
    caseId = await community.addCase(copId, { holderId: holder.personId });
  });

  const as = <E extends Endpoint>({ cookie }: SignedInTestPerson, endpoint: E, call: EndpointCall<E>) =>
    callEndpoint(server.url, endpoint, call, { cookie });
  async function start(): Promise<EffectMatrix> {
    const body = { frameworkId: 'klavervier-4' } as const;
    const { matrix } = (await as(holder, endpoints.startEffects, { params: { caseId }, body })).value;
    if (!matrix) throw new Error('No matrix');
    return matrix;
  }
  const fill = (person: SignedInTestPerson, { cells }: EffectMatrix) =>
    as(person, endpoints.saveEffectInput, {
      params: { cellId: cells[0]?.id ?? '' },
      body: { round: 1, version: 0, entry: effectEntry },
    });
  const ask = (person = holder) => as(person, endpoints.askForEffects, { params: { caseId } });
  const laterBy = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  /** The unread kinds of each of these people. */
  const unread = async (...people: SignedInTestPerson[]) => {
    const rows = await server.query<{ personId: string; kind: string; count: number }>(
      `SELECT n.person_id AS "personId", n.kind, count(e.*)::int AS count
         FROM notifications n JOIN notification_events e ON e.notification_id = n.id
        WHERE n.case_id = $1 AND n.read_at IS NULL AND n.kind LIKE 'matrix-%' GROUP BY n.id ORDER BY n.kind`,
      [caseId],
    );
    return people.map(({ personId }) =>
      rows.filter((row) => row.personId === personId).map(({ kind, count }) => `${kind} ${count}`),
    );
  };

  it('is that there is something to fill in, for those who may; once within an hour, whatever is added', async () => {
    await start();
    const body = { id: uuidv7(), title: 'Groei', theory };
    await as(holder, endpoints.addEffectOption, { params: { caseId }, body });
    expect(await unread(facilitator, participant, holder, observer)).toEqual([
      ['matrix-asked 1'],
      ['matrix-asked 1'],
      [],
      [],
    ]);
  });

  it('is nothing of a private case that they cannot see', async () => {
    await server.query(`UPDATE cases SET visibility = 'private' WHERE id = $1`, [caseId]);
    await start();
    expect(await unread(participant)).toEqual([[]]);
  });

  it('stops being asked of whoever fills in, and of everybody once all is revealed', async () => {
    const matrix = await start();
    await fill(participant, matrix);
    expect(await unread(facilitator, participant)).toEqual([['matrix-asked 1'], []]);
    await as(facilitator, endpoints.revealEffectCell, { params: { cellId: matrix.cells[1]?.id ?? '' } });
    expect(await unread(participant)).toEqual([['matrix-revealed 1']]);
    await as(facilitator, endpoints.revealEffects, { params: { caseId }, body: { optionId: null } });
    expect(await unread(facilitator, participant)).toEqual([[], ['matrix-revealed 1']]);
    await as(participant, endpoints.markEffectsNotifications, { params: { caseId } });
    expect(await unread(participant)).toEqual([[]]);
  });

  it('is asked again of those who filled in nothing, an hour later, and the answer does not say of whom', async () => {
    const matrix = await start();
    await fill(participant, matrix);
    expect((await ask()).value).toEqual({ isAsked: false });
    laterBy(61);
    expect((await ask()).value).toEqual({ isAsked: true });
    expect(await unread(facilitator, participant)).toEqual([['matrix-asked 2'], []]);
    expect((await ask()).value).toEqual({ isAsked: false });
  });

  it('is asked by whoever runs the matrix, not by a participant, and only while a round is open', async () => {
    expect((await ask()).code).toBe('not-found');
    await start();
    expect((await ask(participant)).code).toBe('not-allowed');
    await as(facilitator, endpoints.revealEffects, { params: { caseId }, body: { optionId: null } });
    expect((await ask()).code).toBe('round-closed');
  });
});
