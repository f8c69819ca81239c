import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type EffectMatrix, type EndpointCall, type Endpoint } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from '../testing/community.ts';
import { effectEntry } from '../testing/effects.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const agreed = { ...effectEntry, evidence: [], dissent: [] };
const theory = { condition: 'Als', consequence: 'dan', reason: 'omdat' };

describe('the effect matrix', () => {
  let server: TestApp;
  let community: TestCommunity;
  let cop: { id: string };
  let facilitator: SignedInTestPerson;
  let holder: SignedInTestPerson;
  let participant: SignedInTestPerson;
  let caseId: string;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    cop = await community.addCop();
    facilitator = await community.addMember(cop.id, 'facilitator');
    holder = await community.addMember(cop.id, 'participant');
    participant = await community.addMember(cop.id, 'participant');
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    caseId = await community.addCase(cop.id, { holderId: holder.personId, visibility: 'network' });
  });

  async function as<E extends Endpoint>(person: SignedInTestPerson, endpoint: E, call: EndpointCall<E>) {
    return callEndpoint(server.url, endpoint, call, { cookie: person.cookie });
  }
  async function start(frameworkId = 'klavervier-4' as const): Promise<EffectMatrix> {
    const body = { frameworkId };
    return matrixIn((await as(holder, endpoints.startEffects, { params: { caseId }, body })).value);
  }
  function matrixIn(effects: { matrix: EffectMatrix | null }): EffectMatrix {
    if (!effects.matrix) throw new Error('No matrix');
    return effects.matrix;
  }
  async function read(person: SignedInTestPerson): Promise<EffectMatrix> {
    return matrixIn((await as(person, endpoints.getEffects, { params: { caseId } })).value);
  }
  const cellIdsOf = ({ cells }: EffectMatrix): [string, string] => [cells[0]?.id ?? '', cells[1]?.id ?? ''];
  const fill = (person: SignedInTestPerson, cellId: string, entry = effectEntry, version = 0, round = 1) =>
    as(person, endpoints.saveEffectInput, { params: { cellId }, body: { round, version, entry } });
  const reveal = (person: SignedInTestPerson, optionId: string | null = null) =>
    as(person, endpoints.revealEffects, { params: { caseId }, body: { optionId } });

  it('is started once, with the zero option, whatever is clicked twice', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.options.map(({ id, isZero }) => [id, isZero])).toEqual(
      other.options.map(({ id }) => [id, true]),
    );
    expect(one.cells).toHaveLength(4);
    const body = { frameworkId: 'cbs-14' } as const;
    const { code } = await as(holder, endpoints.startEffects, { params: { caseId }, body });
    expect(code).toBe('changed-meanwhile');
  });

  it('gets an option once, in the place that it is given, and can do without it again', async () => {
    await start();
    const id = uuidv7();
    const add = () =>
      as(holder, endpoints.addEffectOption, { params: { caseId }, body: { id, title: 'Groei', theory } });
    expect(matrixIn((await add()).value).options).toHaveLength(2);
    const [zero, option] = matrixIn((await add()).value).options;
    expect([zero?.isZero, option]).toEqual([true, expect.objectContaining({ id, title: 'Groei', theory })]);
    const update = (body: object) =>
      as(holder, endpoints.updateEffectOption, { params: { optionId: id }, body: { version: 1, ...body } });
    expect(matrixIn((await update({ position: 0 })).value).options[0]?.id).toBe(id);
    expect((await update({ title: 'Krimp' })).code).toBe('changed-meanwhile');
    const { options, cells } = matrixIn((await update({ version: 2, isRemoved: true })).value);
    expect(options.map(({ isRemoved }) => isRemoved)).toEqual([true, false]);
    expect(new Set(cells.map(({ optionId }) => optionId))).toEqual(new Set([zero?.id]));
    expect(matrixIn((await update({ version: 3, isRemoved: false })).value).cells).toHaveLength(8);
  });

  it('takes an option id of another case for one that is not there', async () => {
    const foreign = (await start()).options[0]?.id ?? '';
    caseId = await community.addCase(cop.id, { holderId: holder.personId });
    await start();
    expect((await reveal(holder, foreign)).code).toBe('not-found');
    const body = { id: foreign, title: 'X', theory };
    expect((await as(holder, endpoints.addEffectOption, { params: { caseId }, body })).code).toBe(
      'not-found',
    );
  });

  it('asks for a reason as soon as a direction is given', async () => {
    const [cellId] = cellIdsOf(await start());
    const refused = await fill(participant, cellId, { ...effectEntry, why: ' ' });
    expect([refused.code, refused.body]).toEqual([
      'invalid-input',
      expect.objectContaining({ errors: [expect.objectContaining({ path: 'why' })] }),
    ]);
    expect((await fill(participant, cellId)).code).toBeNull();
  });

  it('keeps what somebody typed in another tab, and takes the same input twice', async () => {
    const [cellId] = cellIdsOf(await start());
    expect((await fill(participant, cellId)).value.mine?.version).toBe(1);
    expect((await fill(participant, cellId)).value.mine?.version).toBe(1);
    expect((await fill(participant, cellId, { ...effectEntry, why: 'Anders' })).code).toBe(
      'changed-meanwhile',
    );
    expect((await fill(participant, cellId, { ...effectEntry, why: 'Anders' }, 1)).value.mine?.version).toBe(
      2,
    );
    const takeBack = (version: number) =>
      as(participant, endpoints.saveEffectInput, {
        params: { cellId },
        body: { round: 1, version, entry: null },
      });
    expect((await takeBack(1)).code).toBe('changed-meanwhile');
    expect((await takeBack(2)).value.mine).toBeNull();
    expect((await takeBack(2)).value.mine).toBeNull();
  });

  it('tells how many people filled in something, and changes its stamp with that alone', async () => {
    const [cellId, otherId] = cellIdsOf(await start());
    const stamp = async () =>
      (await as(holder, endpoints.getEffectsStamp, { params: { caseId } })).value.stamp;
    const empty = await stamp();
    await fill(participant, cellId);
    const one = await stamp();
    expect(one).not.toBe(empty);
    await fill(participant, otherId);
    await fill(participant, cellId, { ...effectEntry, direction: 'negative' }, 1);
    expect(await stamp()).toBe(one);
    expect((await read(holder)).progress).toEqual({ filled: 1, of: 3 });
    await reveal(holder);
    expect((await read(holder)).progress).toBeNull();
  });

  it('is revealed once when two facilitators do it at the same time', async () => {
    const [cellId] = cellIdsOf(await start());
    await fill(participant, cellId);
    const answers = await Promise.all([reveal(facilitator), reveal(holder)]);
    expect(answers.map(({ code }) => code)).toEqual([null, null]);
    for (const { value } of answers) {
      expect(matrixIn(value).cells[0]?.spread).toEqual([{ direction: 'positive', count: 1 }]);
    }
    const events = await server.query(
      "SELECT 1 FROM audit_events WHERE action = 'effect.reveal' AND object_id = $1",
      [caseId],
    );
    expect(events).toHaveLength(1);
  });

  it('refuses an input that comes after the reveal, and shows all that came before', async () => {
    const [cellId] = cellIdsOf(await start());
    const people = await Promise.all(
      Array.from({ length: 8 }, () => community.addMember(cop.id, 'participant')),
    );
    const [, ...filled] = await Promise.all([
      reveal(holder),
      ...people.map((person) => fill(person, cellId)),
    ]);
    const kept = filled.filter(({ code }) => code === null).length;
    expect(filled.every(({ code }) => code === null || code === 'round-closed')).toBe(true);
    const { inputs } = (await as(holder, endpoints.getEffectCellInputs, { params: { cellId } })).value;
    expect(inputs).toHaveLength(kept);
    expect((await fill(participant, cellId)).code).toBe('round-closed');
  });

  it('opens a cell once more, keeps what was revealed, and hides the new round', async () => {
    const [cellId] = cellIdsOf(await start());
    await fill(participant, cellId);
    await reveal(holder);
    const reopen = (round: number) =>
      as(facilitator, endpoints.reopenEffectCell, { params: { cellId }, body: { round } });
    expect((await reopen(1)).code).toBeNull();
    expect((await reopen(1)).code).toBeNull();
    expect((await reopen(3)).code).toBe('changed-meanwhile');
    expect((await fill(participant, cellId, effectEntry, 0, 1)).code).toBe('round-closed');
    await fill(participant, cellId, { ...effectEntry, direction: 'negative' }, 0, 2);
    const [cell] = (await read(holder)).cells;
    expect(cell).toMatchObject({
      isCollecting: true,
      round: 2,
      spread: [{ direction: 'positive', count: 1 }],
    });
    await as(holder, endpoints.revealEffectCell, { params: { cellId } });
    expect((await read(holder)).cells[0]?.spread).toEqual([{ direction: 'negative', count: 1 }]);
  });

  it('notes the talk after the reveal only, and of two who note at once refuses the second', async () => {
    const [cellId] = cellIdsOf(await start());
    const note = (person: SignedInTestPerson, body: object) =>
      as(person, endpoints.noteEffect, {
        params: { cellId },
        body: { version: 2, agreed, ...body } as never,
      });
    expect((await note(participant, { version: 1 })).code).toBe('round-open');
    await reveal(holder);
    const other = { ...agreed, why: 'Iets anders' };
    const codes = await Promise.all([note(participant, {}), note(facilitator, { agreed: other })]);
    expect(codes.map(({ code }) => code).sort()).toEqual(['changed-meanwhile', null]);
    expect((await note(participant, { version: 3, agreed: { ...agreed, why: '' } })).code).toBe(
      'invalid-input',
    );
    const full = {
      ...agreed,
      basis: ['figure'],
      evidence: [{ label: 'CBS', url: 'https://www.cbs.nl/' }],
      dissent: [{ direction: 'negative', role: 'inwoner', why: 'Het wordt drukker' }],
    };
    const [cell] = matrixIn((await note(participant, { version: 3, agreed: full })).value).cells;
    expect(cell?.agreed).toMatchObject(full);
  });

  it('takes no address as evidence that could run something', async () => {
    const [cellId] = cellIdsOf(await start());
    await reveal(holder);
    for (const [url, code] of [
      ['javascript:alert(1)', 'invalid-input'],
      ['data:text/html,x', 'invalid-input'],
      ['https://www.cbs.nl/x', null],
    ] as const) {
      const body = { version: 2, agreed: { ...agreed, evidence: [{ label: 'Bron', url }] } };
      expect([url, (await as(holder, endpoints.noteEffect, { params: { cellId }, body })).code]).toEqual([
        url,
        code,
      ]);
    }
  });

  it('makes one question of what is unknown, which people reword and take away', async () => {
    const [cellId] = cellIdsOf(await start());
    await reveal(holder);
    const note = (version: number, why: string) =>
      as(holder, endpoints.noteEffect, {
        params: { cellId },
        body: { version, agreed: { ...agreed, direction: 'unknown', why } },
      });
    const [gap] = matrixIn((await note(2, 'Geen cijfers')).value).gaps;
    expect(gap?.question).toBe('Wat betekent “Niets veranderen” voor persoonlijk welzijn?');
    expect(matrixIn((await note(3, 'Nog steeds niet')).value).gaps).toHaveLength(1);
    const update = (body: object) =>
      as(participant, endpoints.updateKnowledgeGap, {
        params: { gapId: gap?.id ?? '' },
        body: { version: 1, ...body },
      });
    expect(matrixIn((await update({ question: 'Hoe dan?' })).value).gaps[0]?.question).toBe('Hoe dan?');
    expect((await update({ question: 'Te laat' })).code).toBe('changed-meanwhile');
    expect(matrixIn((await update({ version: 2, isRemoved: true })).value).gaps[0]?.isRemoved).toBe(true);
    const body = { id: uuidv7(), question: 'En dit?' };
    const add = () => as(participant, endpoints.addKnowledgeGap, { params: { cellId }, body });
    await add();
    expect(matrixIn((await add()).value).gaps).toHaveLength(2);
  });

  it('links two revealed cells of one matrix, once, and no cell of another', async () => {
    const matrix = await start();
    const [fromCellId, toCellId] = cellIdsOf(matrix);
    const link = {
      id: uuidv7(),
      kind: 'trade-off',
      explanation: 'Ruil',
      size: 'large',
      decidedBy: '',
    } as const;
    const add = (ids: object) =>
      as(participant, endpoints.addEffectLink, {
        params: { caseId },
        body: { ...link, fromCellId, toCellId, ...ids },
      });
    expect((await add({})).code).toBe('round-open');
    await reveal(holder);
    expect((await add({ toCellId: fromCellId })).code).toBe('invalid-input');
    const own = caseId;
    caseId = await community.addCase(cop.id, { holderId: holder.personId });
    const [foreign] = cellIdsOf(await start());
    await reveal(holder);
    caseId = own;
    expect((await add({ toCellId: foreign })).code).toBe('not-found');
    await add({});
    expect(matrixIn((await add({})).value).links).toEqual([
      expect.objectContaining({ ...link, fromCellId, toCellId }),
    ]);
    const update = (body: object) =>
      as(holder, endpoints.updateEffectLink, { params: { linkId: link.id }, body: { version: 1, ...body } });
    expect(matrixIn((await update({ isRemoved: true })).value).links[0]?.isRemoved).toBe(true);
    expect((await update({ isRemoved: false })).code).toBe('changed-meanwhile');
  });

  it('can be read but not changed once the case is concluded', async () => {
    const [cellId] = cellIdsOf(await start());
    await server.query("UPDATE cases SET status = 'concluded' WHERE id = $1", [caseId]);
    expect((await fill(participant, cellId)).code).toBe('case-concluded');
    expect((await reveal(holder)).code).toBe('case-concluded');
    const { value } = await as(participant, endpoints.getEffects, { params: { caseId } });
    expect([value.matrix?.cells.length, value.abilities]).toEqual([
      4,
      ['effect.read', 'effect.propose-question'],
    ]);
  });

  it('tells names within the CoP only: from outside one sees how often, not who or why', async () => {
    const outsider = await community.addPerson();
    const observer = await community.addMember(cop.id, 'observer');
    const [cellId] = cellIdsOf(await start());
    await fill(participant, cellId, { ...effectEntry, why: 'Alleen voor de kring' });
    await reveal(holder);
    const inputsFor = async (person: SignedInTestPerson) =>
      (await as(person, endpoints.getEffectCellInputs, { params: { cellId } })).value.inputs;
    expect(await inputsFor(observer)).toEqual([
      { person: expect.objectContaining({ id: participant.personId }), entry: expect.anything() },
    ]);
    expect(await inputsFor(outsider)).toBeNull();
    const seen = await as(outsider, endpoints.getEffects, { params: { caseId } });
    expect(seen.value.matrix?.cells[0]?.spread).toEqual([{ direction: 'positive', count: 1 }]);
    expect(JSON.stringify(seen.body)).not.toContain('Alleen voor de kring');
    expect(JSON.stringify(seen.body)).not.toContain(participant.personId);
  });
});
