import { describe, expect, it } from '@jest/globals';
import {
  caseSchema,
  copSchema,
  createCaseInputSchema,
  createCopDateInputSchema,
  createNoteInputSchema,
  effectAgreementSchema,
  effectEntrySchema,
  emailSchema,
  organisationSchema,
  slugSchema,
  updateCopInputSchema,
  updateMeInputSchema,
} from '@kring/contracts';
import { cellsOf, newestFramework } from '@kring/domain';
import {
  anchorAtWords,
  noteBodyToUpdate,
  noteToText,
  readNote,
  safeHref,
  type NoteNode,
} from '@kring/live-documents';
import * as Y from 'yjs';
import { caseAnalysisNl } from '../../database/migrations/1764300000000-case-analysis-nl.ts';
import type { DemoNode } from '../demo-content.ts';
import { demoProgramme } from './demo-programme.ts';

const { organisations, people, cops, members, learningQuestions, cases, demoSignIns } = demoProgramme;
const personKeys = new Set(people.map((person) => person.key));
const copSlugs = new Set(cops.map((cop) => cop.slug));
const notes = cases.flatMap((item) => item.notes.map((note) => ({ ...note, item })));

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function rolesIn(copSlug: string) {
  return new Map(members.filter((m) => m.copSlug === copSlug).map((m) => [m.personKey, m.role]));
}

function nodesOf(node: DemoNode): DemoNode[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)];
}

describe('the demo programme', () => {
  it('tells and follows what it has, for people who may know of it', () => {
    const caseKeys = new Map(cases.map((item) => [item.key, item]));
    for (const { personKey, of } of demoProgramme.follows) {
      expect(personKeys).toContain(personKey);
      expect('copSlug' in of ? copSlugs.has(of.copSlug) : caseKeys.has(of.caseKey)).toBe(true);
    }
    for (const { byKey, toKeys, about } of demoProgramme.tellings) {
      for (const key of [byKey, ...(toKeys === 'followers' ? [] : toKeys)]) expect(personKeys).toContain(key);
      const item = caseKeys.get(about.caseKey);
      expect([undefined, ...(item?.notes ?? []).map(({ title }) => title)]).toContain(about.noteTitle);
    }
    const hours = demoProgramme.tellings.map(({ hoursAgo }) => hoursAgo);
    expect(hours).toEqual(hours.toSorted((a, b) => b - a));
  });

  it('puts dates on the timeline of each CoP, past and to come, by its facilitators', () => {
    const { dates } = demoProgramme;
    for (const { copSlug, byKey, title, on, time = '', place = '', url = '', isPublic = false } of dates) {
      expect(rolesIn(copSlug).get(byKey)).toBe('facilitator');
      const day = 'day' in on ? on.day : '2030-01-01';
      createCopDateInputSchema.parse({ title, day, time, place, url, isPublic });
      // What has been is public knowledge; what is to come is made up, and says so.
      if ('inDays' in on) expect(title).toMatch(/voorbeeld/);
    }
    const toCome = dates.filter(({ on }) => 'inDays' in on);
    expect(new Set(toCome.map(({ copSlug }) => copSlug))).toEqual(copSlugs);
    expect(dates.length).toBeGreaterThan(toCome.length + 4);
  });

  it('names everything once', () => {
    expect(duplicates(organisations.map((o) => o.slug))).toEqual([]);
    expect(duplicates(organisations.map((o) => o.name))).toEqual([]);
    expect(duplicates(people.map((person) => person.key))).toEqual([]);
    expect(duplicates(people.map((person) => person.email))).toEqual([]);
    expect(duplicates(cops.map((cop) => cop.slug))).toEqual([]);
    expect(duplicates(cases.map((item) => item.key))).toEqual([]);
    expect(duplicates(members.map((m) => `${m.copSlug} ${m.personKey}`))).toEqual([]);
  });

  it('refers only to what it names, a parent before its parts', () => {
    const known = new Set<string>();
    for (const organisation of organisations) {
      expect([undefined, ...known]).toContain(organisation.parentSlug);
      known.add(organisation.slug);
    }
    for (const person of people) expect([null, ...known]).toContain(person.organisationSlug);
    for (const cop of cops) expect([null, ...known]).toContain(cop.coordinatorSlug);
    for (const member of members) {
      expect(copSlugs).toContain(member.copSlug);
      expect(personKeys).toContain(member.personKey);
    }
    for (const item of cases) expect(copSlugs).toContain(item.copSlug);
  });

  it('asks learning questions by members of the CoP', () => {
    for (const question of learningQuestions) {
      const roles = rolesIn(question.copSlug);
      for (const { byKey } of question.wordings) expect(roles.get(byKey)).toMatch(/participant|facilitator/);
      if (question.ownerKey !== null) expect([...roles.keys()]).toContain(question.ownerKey);
      for (const { text } of question.wordings) expect(text).toMatch(/^Hoe .*\?$/);
    }
    const asked = new Set(learningQuestions.map(({ copSlug }) => copSlug));
    expect(asked).toEqual(copSlugs);
  });

  it('has the five CoPs, each with 6 to 13 members, a facilitator of its coordinator and an observer', () => {
    expect(cops.map((cop) => cop.name)).toEqual([
      'Bewoners in beeld',
      'Gebiedsgericht werken',
      'Oog voor de toekomst',
      'Sturen op impact',
      'Lerende en adaptieve aanpak',
    ]);
    for (const cop of cops) {
      const roles = rolesIn(cop.slug);
      const facilitators = people.filter((person) => roles.get(person.key) === 'facilitator');
      expect(roles.size).toBeGreaterThanOrEqual(6);
      expect(roles.size).toBeLessThanOrEqual(13);
      expect([...roles.values()]).toContain('observer');
      expect(facilitators.map((person) => person.organisationSlug)).toContain(cop.coordinatorSlug);
    }
  });

  it('lets only members with a writing role hold a case or start a note', () => {
    for (const item of cases) {
      const roles = rolesIn(item.copSlug);
      for (const key of [item.holderKey, ...item.notes.map((note) => note.createdByKey)]) {
        expect(['participant', 'facilitator']).toContain(roles.get(key));
      }
    }
  });

  it('signs in people whose role in "Gebiedsgericht werken" is what the link says', () => {
    const roles = rolesIn('gebiedsgericht-werken');
    const organisationOf = (key: string) => people.find((person) => person.key === key)?.organisationSlug;
    expect(roles.get(demoSignIns.facilitator)).toBe('facilitator');
    expect(roles.get(demoSignIns.participantOne)).toBe('participant');
    expect(roles.get(demoSignIns.participantTwo)).toBe('participant');
    expect(organisationOf(demoSignIns.participantOne)).not.toBe(organisationOf(demoSignIns.participantTwo));
    expect(roles.get(demoSignIns.commenter)).toBe('commenter');
    expect(roles.get(demoSignIns.observer)).toBe('observer');
    const administrators = people.filter((person) => person.platformRole === 'administrator');
    expect(administrators.map((person) => person.key)).toEqual([demoSignIns.administrator]);
  });

  it('quotes words that stand in the note once, and lets only members speak who may comment', () => {
    for (const { item, body, threads = [] } of notes) {
      const doc = new Y.Doc();
      if (body) Y.applyUpdate(doc, noteBodyToUpdate(body as NoteNode));
      for (const { quote, comments, resolvedByKey } of threads) {
        if (quote !== undefined) expect(anchorAtWords(doc, quote)?.quote).toBe(quote);
        const mentioned = comments.flatMap(({ text }) =>
          [...text.matchAll(/@\{([\w-]+)\}/g)].map(([, key]) => key),
        );
        const speakers = comments.map(({ personKey }) => personKey);
        for (const key of [...speakers, ...mentioned, resolvedByKey ?? speakers[0]]) {
          expect(['commenter', 'participant', 'facilitator']).toContain(rolesIn(item.copSlug).get(key ?? ''));
        }
      }
    }
    expect(notes.some(({ threads = [] }) => threads.some(({ resolvedByKey }) => resolvedByKey))).toBe(true);
  });

  it('writes to nobody: every address is of voorbeeld.nl', () => {
    for (const { email } of people) {
      expect(emailSchema.parse(email)).toBe(email);
      expect(email).toMatch(/@voorbeeld\.nl$/);
    }
  });

  it('stays within what the product itself would accept', () => {
    for (const person of people) {
      updateMeInputSchema.parse({ name: person.name, jobTitle: person.jobTitle, language: person.language });
    }
    for (const { slug, kind, formerNames } of organisations) {
      slugSchema.parse(slug);
      organisationSchema.shape.kind.parse(kind);
      for (const { until } of formerNames ?? []) expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    for (const cop of cops) {
      copSchema.shape.slug.parse(cop.slug);
      updateCopInputSchema.parse({
        version: 1,
        name: cop.name,
        question: cop.question,
        charter: cop.charter,
        welcome: cop.welcome,
        houseRules: cop.houseRules,
      });
      expect([cop.welcome, cop.houseRules]).not.toContain('');
    }
    const holderId = '0198c0de-0000-7000-8000-000000000001';
    for (const { title, question, region, visibility, status } of cases) {
      createCaseInputSchema.parse({ title, question, region, visibility, holderId });
      caseSchema.shape.status.parse(status);
      if (status !== 'exploring') expect(question).not.toBe('');
    }
    for (const note of notes) createNoteInputSchema.parse({ title: note.title });
  });

  it('labels every text as an example', () => {
    for (const note of notes) {
      expect(`${note.title} ${JSON.stringify(note.body)}`).toMatch(/voorbeeld/i);
    }
  });

  it('says of each case with a whole analysis that it is an example', () => {
    const whole = notes.filter(({ body }) =>
      nodesOf(body ?? { type: 'doc' }).some(({ type }) => type === 'section'),
    );
    expect(whole.map(({ item }) => item.key)).toEqual(
      cases.filter(({ isExample }) => isExample).map(({ key }) => key),
    );
  });

  it('has whole analyses of six cases in five CoPs, talked about, with a history of days and all statuses', () => {
    const whole = cases.filter(({ isExample }) => isExample);
    expect(whole.length).toBeGreaterThanOrEqual(6);
    expect(new Set(whole.map(({ copSlug }) => copSlug)).size).toBe(5);
    expect(new Set(whole.map(({ status }) => status)).size).toBe(3);
    for (const {
      key,
      notes: [analysis],
    } of whole) {
      const sections = (analysis?.body?.content ?? []).filter(({ type }) => type === 'section');
      expect([key, sections.length]).toEqual([key, caseAnalysisNl.sections.length]);
      expect(noteToText(analysis?.body as NoteNode).split(/\s+/).length).toBeGreaterThanOrEqual(850);
      const past = analysis?.past ?? [];
      expect(new Set(past.map(({ daysAgo }) => daysAgo)).size).toBeGreaterThanOrEqual(5);
      expect(new Set(past.map(({ byKey }) => byKey)).size).toBeGreaterThanOrEqual(3);
      expect(past.at(-1)?.body).toEqual(analysis?.body);
      const threads = analysis?.threads ?? [];
      expect(threads.some(({ resolvedByKey }) => resolvedByKey !== undefined)).toBe(true);
      expect(threads.some(({ resolvedByKey }) => resolvedByKey === undefined)).toBe(true);
      expect(threads.some(({ comments }) => comments.length > 1)).toBe(true);
    }
  });

  it('has effect matrices of people who may contribute, in cells that there are, and one is still private', () => {
    const matrices = cases.flatMap((item) => (item.effects ? [{ item, effects: item.effects }] : []));
    expect(new Set(matrices.map(({ effects }) => effects.frameworkId)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(matrices.map(({ effects }) => effects.isRevealed))).toEqual(new Set([true, false]));
    for (const { item, effects } of matrices) {
      const roles = rolesIn(item.copSlug);
      const places = cellsOf(newestFramework(effects.frameworkId));
      const { inputs, agreed, links, gaps, options } = effects;
      const cells = [...inputs, ...agreed, ...gaps].map(({ at }) => at);
      for (const { option, theme, dimension } of [...cells, ...links.flatMap(({ from, to }) => [from, to])]) {
        expect(places).toContainEqual({ theme, dimension });
        expect(options[option]).toBeDefined();
      }
      const writers = [
        ...inputs.map(({ personKey }) => personKey),
        ...agreed.map(({ byKey }) => byKey),
        ...links.map(({ createdByKey }) => createdByKey),
        ...gaps.map(({ byKey }) => byKey),
      ];
      for (const key of writers) expect(['participant', 'facilitator']).toContain(roles.get(key));
      for (const { entry } of inputs) expect(effectEntrySchema.parse(entry)).toEqual(entry);
      for (const cell of agreed) expect(effectAgreementSchema.parse(cell.agreed)).toEqual(cell.agreed);
      expect(item.isExample || JSON.stringify(options).includes('voorbeeld')).toBe(true);
    }
  });
});

describe.each(notes.map((note) => [`${note.item.key}: ${note.title}`, note.body] as const))(
  '%s',
  (_, body) => {
    it('is a text that the editor can hold, unchanged', () => {
      expect(body).toBeDefined();
      const note = body as NoteNode;
      const kept = readNote(noteBodyToUpdate(note));
      expect(noteToText(kept)).toBe(noteToText(note));
      expect(noteToText(kept).split(/\s+/).length).toBeGreaterThanOrEqual(80);
    });

    it('links only to addresses that a note may hold', () => {
      const hrefs = nodesOf(body ?? { type: 'doc' })
        .flatMap((node) => node.marks ?? [])
        .flatMap((mark) => mark.attrs?.['href'] ?? []);
      for (const href of hrefs) expect(safeHref(href)).toBe(href);
    });
  },
);
