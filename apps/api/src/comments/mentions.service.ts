import { Injectable } from '@nestjs/common';
import type { BodyPartInput, CopRole, Person } from '@kring/contracts';
import { can, type Principal } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { toNoteFacts, type NoteFactsRow } from '../notes/note-facts-access.ts';
import { CommentsRepository } from './comments.repository.ts';

/** Who can be mentioned in the comments of a note: members of its CoP who can read it. */
@Injectable()
export class MentionsService {
  constructor(private readonly comments: CommentsRepository) {}

  async listMentionable(note: NoteFactsRow, tx?: EntityManager): Promise<Person[]> {
    const facts = toNoteFacts(note);
    const members = await this.comments.listMembers(note.copId, tx);
    return members
      .filter(({ person, role }) => can(memberOf(note.copId, person.id, role), 'note.read', facts).isAllowed)
      .map(({ person }) => person);
  }

  /** Refuses mentions of others; who was mentioned `before` in the same comment may stay in it. */
  async requireMentionable(
    tx: EntityManager,
    note: NoteFactsRow,
    body: readonly BodyPartInput[],
    before: readonly BodyPartInput[] = [],
  ): Promise<void> {
    const known = new Set(mentionedIn(before));
    const added = mentionedIn(body).filter((id) => !known.has(id));
    if (added.length === 0) return;
    const possible = new Set((await this.listMentionable(note, tx)).map(({ id }) => id));
    if (!added.every((id) => possible.has(id))) throw new AppError('mention-not-possible');
  }
}

export function mentionedIn(body: readonly BodyPartInput[]): string[] {
  return [...new Set(body.flatMap((part) => (part.type === 'mention' ? [part.personId] : [])))];
}

function memberOf(copId: string, personId: string, role: CopRole): Principal {
  return { kind: 'person', personId, platformRole: 'member', memberships: [{ copId, role }] };
}
