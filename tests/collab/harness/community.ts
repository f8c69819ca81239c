import { type CopRole, endpoints } from '@kring/contracts';
import type { Installation } from '../../../tools/installation.ts';
import { until } from './until.ts';
import { Visitor } from './visitor.ts';

/** The first community of an installation makes its administrator; later ones are founded by the same. */
const administrators = new WeakMap<Installation, Visitor>();

/** People in one CoP with a case, made through the product's own doors: set-up code, invites, outbox. */
export class Community {
  readonly installation: Installation;
  readonly administrator: Visitor;
  readonly facilitator: Visitor;
  readonly copId: string;
  readonly caseId: string;
  #count = 0;

  private constructor(
    installation: Installation,
    people: { administrator: Visitor; facilitator: Visitor },
    ids: { copId: string; caseId: string },
  ) {
    this.installation = installation;
    this.administrator = people.administrator;
    this.facilitator = people.facilitator;
    this.copId = ids.copId;
    this.caseId = ids.caseId;
  }

  static async found(installation: Installation): Promise<Community> {
    const founder = administrators.get(installation) ?? (await setUp(installation));
    const number = Math.random().toString(36).slice(2, 8);
    const facilitatorEmail = `facilitator-${number}@example.org`;
    const cop = await founder.call(endpoints.createCop, {
      body: { name: `CoP ${number}`, question: 'Hoe houden we alles heel?', facilitatorEmail },
    });
    const facilitator = new Visitor(installation.address);
    await accept(founder, facilitator, facilitatorEmail, 'Facilitator');
    const opened = await facilitator.call(endpoints.createCase, {
      params: { copId: cop.id },
      body: { title: 'Een zaak onder vuur', holderId: facilitator.personId, visibility: 'cop' },
    });
    const ids = { copId: cop.id, caseId: opened.id };
    return new Community(installation, { administrator: founder, facilitator }, ids);
  }

  async invite(role: CopRole): Promise<Visitor> {
    const number = ++this.#count;
    const email = `person-${number}-${this.copId.slice(-6)}@example.org`;
    await this.facilitator.call(endpoints.createInvite, {
      params: { copId: this.copId },
      body: { email, role, name: `Persoon ${number}` },
    });
    const visitor = new Visitor(this.installation.address);
    await accept(this.administrator, visitor, email, `Persoon ${number}`);
    return visitor;
  }

  /** @returns the name of the note's room. */
  async addNote(title: string): Promise<string> {
    const note = await this.facilitator.call(endpoints.createNote, {
      params: { caseId: this.caseId },
      body: { title },
    });
    return note.room;
  }

  async remove(person: Visitor): Promise<void> {
    const params = { copId: this.copId, personId: person.personId };
    await this.facilitator.call(endpoints.removeMember, { params });
  }

  async changeRole(person: Visitor, role: CopRole): Promise<void> {
    const params = { copId: this.copId, personId: person.personId };
    await this.facilitator.call(endpoints.changeMemberRole, { params, body: { role } });
  }
}

async function setUp(installation: Installation): Promise<Visitor> {
  const printed = () => /^\s+([A-Z2-9]{5}(?:-[A-Z2-9]{5}){3})\s*$/m.exec(installation.output)?.[1];
  await until(
    () => `a set-up code in: ${installation.output}`,
    () => printed() !== undefined,
  );
  const code = printed() ?? '';
  const administrator = new Visitor(installation.address);
  const { me } = await administrator.call(endpoints.setUp, {
    body: { code, name: 'Beheerder', email: 'admin@example.org', language: 'nl' },
  });
  administrator.personId = me.id;
  administrator.name = me.name;
  administrators.set(installation, administrator);
  return administrator;
}

/** No mail server is set, so the administrator reads the invite in the outbox and passes it on. */
async function accept(administrator: Visitor, visitor: Visitor, email: string, name: string): Promise<void> {
  const { items: mails } = await administrator.call(endpoints.listOutbox, { query: {} });
  const mail = mails.find((candidate) => candidate.to === email);
  const token = /\/invite#token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`No invite for ${email} in the outbox.`);
  const { me } = await visitor.call(endpoints.acceptInvite, { body: { token, name } });
  visitor.personId = me.id;
  visitor.name = me.name;
}
