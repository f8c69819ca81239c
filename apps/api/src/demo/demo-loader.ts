import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CasesService } from '../cases/cases.service.ts';
import { CopMembersService } from '../cops/cop-members.service.ts';
import { CopsService } from '../cops/cops.service.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import { PeopleService } from '../identity/people.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { DemoAgendaLoader } from './demo-agenda-loader.ts';
import type { DemoCase, DemoContent, DemoNode } from './demo-content.ts';
import { DemoNoteLoader } from './demo-note-loader.ts';

const dayMs = 86_400_000;
/** Since when people of the demo are in their CoP. */
const memberDays = 90;
const newMemberDays = 1;

type After = (event: DomainEvent) => void;
type Ids = ReadonlyMap<string, string>;

/** What the parts of a loaded programme are in the database. */
export interface DemoIds {
  cop(slug: string): string;
  person(key: string): string;
  case(key: string): string;
  note(caseKey: string, title: string): string;
}

/** Writes a demo programme into the database by the product's own services. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly cops: CopsService,
    private readonly members: CopMembersService,
    private readonly cases: CasesService,
    private readonly agenda: DemoAgendaLoader,
    private readonly notes: DemoNoteLoader,
  ) {}

  async load(tx: EntityManager, after: After, content: DemoContent): Promise<DemoIds> {
    const organisationIds = await this.addOrganisations(tx, content);
    const personIds = await this.addPeople(tx, content, organisationIds);
    const copIds = await this.addCops(tx, content, organisationIds);
    await this.addMembers(tx, after, content, copIds, personIds);
    await this.agenda.load(tx, content.learningQuestions, {
      cop: (slug) => idOf(copIds, slug),
      person: (key) => idOf(personIds, key),
    });
    // Lists show the newest first, and the content has its best first.
    const names = new Map(content.people.map(({ key, name }) => [key, name]));
    const caseIds = new Map<string, string>();
    const noteIds = new Map<string, string>();
    for (const item of content.cases.toReversed()) {
      const added = await this.addCase(tx, item, { copIds, personIds, names });
      caseIds.set(item.key, added.caseId);
      for (const [title, id] of added.notes) noteIds.set(`${item.key}/${title}`, id);
    }
    return {
      cop: (slug) => idOf(copIds, slug),
      person: (key) => idOf(personIds, key),
      case: (key) => idOf(caseIds, key),
      note: (caseKey, title) => idOf(noteIds, `${caseKey}/${title}`),
    };
  }

  private async addOrganisations(tx: EntityManager, { organisations }: DemoContent): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const { parentSlug, formerNames = [], ...organisation } of organisations) {
      const id = await this.organisations.add(tx, {
        ...organisation,
        parentId: parentSlug === undefined ? null : idOf(ids, parentSlug),
        formerNames: formerNames.map(({ name, until }) => ({ name, until: new Date(until) })),
      });
      ids.set(organisation.slug, id);
    }
    return ids;
  }

  private async addPeople(tx: EntityManager, { people }: DemoContent, organisationIds: Ids): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const { key, organisationSlug, ...person } of people) {
      const organisationId = organisationSlug === null ? null : idOf(organisationIds, organisationSlug);
      ids.set(key, await this.people.create(tx, { ...person, organisationId }));
    }
    return ids;
  }

  private async addCops(tx: EntityManager, { cops }: DemoContent, organisationIds: Ids): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const { coordinatorSlug, ...cop } of cops) {
      const coordinatorId = coordinatorSlug === null ? null : idOf(organisationIds, coordinatorSlug);
      const { id } = await this.cops.add(tx, { ...cop, coordinatorId });
      ids.set(cop.slug, id);
    }
    return ids;
  }

  private async addMembers(
    tx: EntityManager,
    after: After,
    { members }: DemoContent,
    copIds: Ids,
    personIds: Ids,
  ): Promise<void> {
    for (const { copSlug, personKey, role, isNew } of members) {
      const personId = idOf(personIds, personKey);
      const copId = idOf(copIds, copSlug);
      await this.members.admit(tx, after, { actor: { personId }, copId, personId, role });
      if (!isNew) await this.members.markWelcomed(tx, copId, personId);
      const since = new Date(Date.now() - (isNew ? newMemberDays : memberDays) * dayMs);
      await this.members.setSince(tx, copId, personId, since);
    }
  }

  private async addCase(
    tx: EntityManager,
    item: DemoCase,
    { copIds, personIds, names }: { copIds: Ids; personIds: Ids; names: Ids },
  ): Promise<{ caseId: string; notes: Ids }> {
    const { copSlug, holderKey, title, question, region, themes, status, visibility, isExample } = item;
    const holderId = idOf(personIds, holderKey);
    const facts = { title, question, region, themes: [...themes], status, visibility, isExample, holderId };
    const caseId = await this.cases.add(tx, {
      ...facts,
      copId: idOf(copIds, copSlug),
      createdById: holderId,
    });
    const personIdOf = (key: string) => idOf(personIds, key);
    const notes = new Map<string, string>();
    for (const note of item.notes) {
      const owned = (body: DemoNode) => withPeople(body, personIds, names);
      const body = note.body && owned(note.body);
      const past = note.past?.map((step) => ({ ...step, body: owned(step.body) }));
      notes.set(note.title, await this.notes.add(tx, caseId, { ...note, body, past }, personIdOf));
    }
    return { caseId, notes };
  }
}

function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo programme refers to "${name}", which it does not have`);
  return id;
}

/** The text with the owners of its sections and the people that it names as who they have become. */
function withPeople(node: DemoNode, personIds: Ids, names: Ids): DemoNode {
  const content = node.content?.map((child) => withPeople(child, personIds, names));
  return { ...node, ...(content && { content }), ...(node.attrs && { attrs: asPeople(node.attrs) }) };

  function asPeople({ ownerKey, personKey, ...attrs }: NonNullable<DemoNode['attrs']>) {
    if (typeof ownerKey === 'string')
      return { ...attrs, ownerId: idOf(personIds, ownerKey), ownerName: idOf(names, ownerKey) };
    if (typeof personKey === 'string')
      return { ...attrs, kind: 'person', id: idOf(personIds, personKey), label: idOf(names, personKey) };
    return attrs;
  }
}
