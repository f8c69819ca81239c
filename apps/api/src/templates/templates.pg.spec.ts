import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, templateSectionsSchema, type Endpoint } from '@kring/contracts';
import { readNote, type NoteNode } from '@kring/live-documents';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const sections = [
  { key: 'vraag', title: 'Vraag', guidance: 'Wat wil je weten?', isRequired: true },
  { key: 'plan', title: 'Plan' },
];

describe('templates', () => {
  let server: TestApp;
  let facilitator: SignedInTestPerson;
  let participant: SignedInTestPerson;
  let observer: SignedInTestPerson;
  let copId: string;
  let elsewhere: { copId: string; facilitator: SignedInTestPerson };
  beforeAll(async () => {
    server = await startTestApp();
    const community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    facilitator = await community.addMember(copId, 'facilitator');
    participant = await community.addMember(copId, 'participant');
    observer = await community.addMember(copId, 'observer');
    const other = await community.addCop();
    elsewhere = { copId: other.id, facilitator: await community.addMember(other.id, 'facilitator') };
  });
  afterAll(async () => {
    await server.close();
  });

  const as = (person: SignedInTestPerson) => ({
    call: async <E extends Endpoint>(endpoint: E, input: Parameters<typeof callEndpoint<E>>[2]) =>
      callEndpoint(server.url, endpoint, input, { cookie: person.cookie }),
  });
  const list = async (person: SignedInTestPerson, params = { copId }) =>
    (await as(person).call(endpoints.listTemplates, { params, query: {} })).value;
  async function make(name: string) {
    const body = { name, language: 'nl', sections } as const;
    return (await as(facilitator).call(endpoints.createTemplate, { params: { copId }, body })).value;
  }
  async function bodyOf(noteId: string): Promise<NoteNode> {
    const [row] = await server.query<{ bytes: Buffer }>(
      `SELECT s.bytes FROM document_snapshots s JOIN notes n ON n.document_id = s.document_id WHERE n.id = $1`,
      [noteId],
    );
    return row ? readNote(new Uint8Array(row.bytes)) : { type: 'doc' };
  }
  const titles = (body: NoteNode) => (body.content ?? []).map((block) => block.attrs?.['title']);

  it('of the network are there for every CoP, in both languages, and follow the contract', async () => {
    const ofNetwork = await list(participant);
    expect(
      ofNetwork.map(({ language, copId: owner, sectionCount }) => [language, owner, sectionCount]),
    ).toEqual([
      ['nl', null, 12],
      ['en', null, 12],
    ]);
    for (const { id: templateId } of ofNetwork) {
      const { value } = await as(participant).call(endpoints.getTemplate, { params: { copId, templateId } });
      expect(templateSectionsSchema.parse(value.sections)).toEqual(value.sections);
      expect(value.sections.every(({ guidance }) => guidance.length > 80)).toBe(true);
    }
    expect(ofNetwork.filter(({ isDefault }) => isDefault).map(({ language }) => language)).toEqual(['nl']);
    await server.query(`UPDATE people SET language = 'en' WHERE id = $1`, [participant.personId]);
    expect((await list(participant)).find(({ isDefault }) => isDefault)?.language).toBe('en');
    await server.query(`UPDATE people SET language = 'nl' WHERE id = $1`, [participant.personId]);
  });

  it('can be made by a facilitator, not by a participant; an observer does not even see them', async () => {
    const body = { name: 'Kort', language: 'nl', sections } as const;
    const made = await as(facilitator).call(endpoints.createTemplate, { params: { copId }, body });
    expect(made.value.sections).toEqual([
      { ...sections[0], tool: null },
      { key: 'plan', title: 'Plan', guidance: '', isRequired: false, tool: null },
    ]);
    const refused = await as(participant).call(endpoints.createTemplate, { params: { copId }, body });
    expect(refused.code).toBe('not-allowed');
    expect((await as(observer).call(endpoints.listTemplates, { params: { copId }, query: {} })).code).toBe(
      'not-allowed',
    );
  });

  it('of the network cannot be changed, but copied and then changed', async () => {
    const [ofNetwork] = (await list(facilitator)).filter(({ copId: owner }) => owner === null);
    const templateId = ofNetwork?.id ?? '';
    const input = { version: 1, name: 'Van ons', language: 'nl', sections } as const;
    const params = { copId, templateId };
    expect((await as(facilitator).call(endpoints.updateTemplate, { params, body: input })).code).toBe(
      'not-found',
    );
    const copy = await as(facilitator).call(endpoints.copyTemplate, {
      params,
      body: { name: 'Onze analyse' },
    });
    expect([copy.value.copId, copy.value.sections.length]).toEqual([copId, 12]);
    const own = { copId, templateId: copy.value.id };
    const changed = await as(facilitator).call(endpoints.updateTemplate, { params: own, body: input });
    expect([changed.value.name, changed.value.version]).toEqual(['Van ons', 2]);
  });

  it('keep what somebody else changed meanwhile', async () => {
    const { id: templateId, version } = await make('Samen');
    const params = { copId, templateId };
    const change = (name: string) =>
      as(facilitator).call(endpoints.updateTemplate, {
        params,
        body: { version, name, language: 'nl', sections },
      });
    expect((await change('Eerste')).code).toBeNull();
    expect((await change('Tweede')).code).toBe('changed-meanwhile');
    expect((await as(facilitator).call(endpoints.getTemplate, { params })).value.name).toBe('Eerste');
  });

  it.each<[string, unknown]>([
    ['no section', []],
    ['a key twice', [sections[0], sections[0]]],
    ['a key that is none', [{ key: 'Geen Sleutel', title: 'X' }]],
    ['too many sections', Array.from({ length: 41 }, (_, at) => ({ key: `k-${at}`, title: 'X' }))],
    ['too much guidance', [{ key: 'x', title: 'X', guidance: 'x'.repeat(1_501) }]],
    ['a page that is none', [{ key: 'x', title: 'X', tool: 'shell' }]],
  ])('are refused with %s', async (_, wrong) => {
    const body = { name: 'X', language: 'nl', sections: wrong } as never;
    const answer = await as(facilitator).call(endpoints.createTemplate, { params: { copId }, body });
    expect(answer.code).toBe('invalid-input');
  });

  it('have one that is chosen beforehand, until it is put away', async () => {
    const { id: templateId } = await make('Vooraf');
    const choose = (chosen: string | null, person = facilitator) =>
      as(person).call(endpoints.chooseDefaultTemplate, { params: { copId }, body: { templateId: chosen } });
    const chosen = async () =>
      (await list(participant)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    expect((await choose(templateId, participant)).code).toBe('not-allowed');
    expect((await choose(templateId)).code).toBeNull();
    expect(await chosen()).toEqual([templateId]);
    const params = { copId, templateId };
    await as(facilitator).call(endpoints.archiveTemplate, { params });
    expect(await chosen()).not.toContain(templateId);
    expect(await chosen()).toHaveLength(1);
    expect((await choose(templateId)).code).toBe('not-found');
    await as(facilitator).call(endpoints.restoreTemplate, { params });
    expect((await list(participant)).map(({ id }) => id)).toContain(templateId);
  });

  it('give a new case and a new note their sections, which later changes do not reach', async () => {
    const { id: templateId, version } = await make('Begin');
    const input = { title: 'Met hoofdstukken', holderId: participant.personId, visibility: 'cop' } as const;
    const opened = await as(participant).call(endpoints.createCase, {
      params: { copId },
      body: { ...input, templateId },
    });
    const caseId = opened.value.id;
    const added = await as(participant).call(endpoints.createNote, {
      params: { caseId },
      body: { title: 'Nog een', templateId },
    });
    const changed = {
      version,
      name: 'Begin',
      language: 'nl' as const,
      sections: [{ key: 'a', title: 'Anders' }],
    };
    await as(facilitator).call(endpoints.updateTemplate, { params: { copId, templateId }, body: changed });
    for (const noteId of [opened.value.notes[0]?.id ?? '', added.value.id]) {
      const body = await bodyOf(noteId);
      expect(titles(body)).toEqual(['Vraag', 'Plan']);
      expect(body.content?.[0]?.attrs).toMatchObject({
        key: 'vraag',
        guidance: 'Wat wil je weten?',
        status: 'empty',
        isRequired: true,
        ownerId: null,
      });
    }
    const empty = await as(participant).call(endpoints.createCase, { params: { copId }, body: input });
    expect(titles(await bodyOf(empty.value.notes[0]?.id ?? ''))).toEqual([]);
  });

  it('of another CoP, or put away, begin nothing', async () => {
    const archived = (await make('Weg')).id;
    await as(facilitator).call(endpoints.archiveTemplate, { params: { copId, templateId: archived } });
    const foreign = await as(elsewhere.facilitator).call(endpoints.createTemplate, {
      params: { copId: elsewhere.copId },
      body: { name: 'Elders', language: 'nl', sections },
    });
    const count = async () => (await server.query<{ n: string }>('SELECT count(*) AS n FROM cases'))[0]?.n;
    const before = await count();
    for (const templateId of [archived, foreign.value.id, '0198c0de-0000-7000-8000-000000000009']) {
      const body = { title: 'X', holderId: participant.personId, visibility: 'cop', templateId } as const;
      const answer = await as(participant).call(endpoints.createCase, { params: { copId }, body });
      expect(answer.code).toBe('template-not-usable');
    }
    expect(await count()).toBe(before);
  });

  it('are bounded in number, and audited', async () => {
    const own = (await list(facilitator)).filter(({ copId: owner }) => owner === copId).length;
    for (let made = own; made < 50; made += 1) await make(`Nummer ${made}`);
    const body = { name: 'Te veel', language: 'nl', sections } as const;
    const answer = await as(facilitator).call(endpoints.createTemplate, { params: { copId }, body });
    expect(answer.code).toBe('too-many-templates');
    const acts = await server.query<{ action: string }>(
      `SELECT DISTINCT action FROM audit_events WHERE object_type = 'template' AND result = 'done' ORDER BY action`,
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'template.archive',
      'template.choose-default',
      'template.copy',
      'template.create',
      'template.restore',
      'template.update',
    ]);
  });
});
