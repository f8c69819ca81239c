import { Injectable } from '@nestjs/common';
import { mentionableLimit, type Mentionable } from '@kring/contracts';
import { can, type Principal } from '@kring/domain';
import type { Actor } from '../identity/actor.ts';
import { MentionablesRepository, type MemberRow } from './mentionables.repository.ts';
import { NoteAccess } from './note-access.ts';
import { toNoteFacts } from './note-facts-access.ts';

/** Who and what can be named in a note. */
@Injectable()
export class MentionablesService {
  constructor(
    private readonly access: NoteAccess,
    private readonly mentionables: MentionablesRepository,
  ) {}

  /** Without words only people: nobody looks through all cases. */
  async search(actor: Actor, noteId: string, query: string): Promise<Mentionable> {
    const note = await this.access.requireNote(actor, noteId, 'note.write');
    const facts = toNoteFacts(note);
    const members = await this.mentionables.listMembers(note.copId, query);
    const people = members
      .filter((member) => can(principalOf(note.copId, member), 'note.read', facts).isAllowed)
      .slice(0, mentionableLimit)
      .map(({ id, label, affiliation }) => ({ id, label, affiliation }));
    if (query === '') return { people, cases: [], organisations: [] };
    const [cases, organisations] = await Promise.all([
      this.mentionables.listCases(actor.principal, query),
      this.mentionables.listOrganisations(query),
    ]);
    return { people, cases, organisations };
  }
}

function principalOf(copId: string, { id, role }: MemberRow): Principal {
  return { kind: 'person', personId: id, platformRole: 'member', memberships: [{ copId, role }] };
}
