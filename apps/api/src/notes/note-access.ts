import { Injectable } from '@nestjs/common';
import type { ReadOnlyReason } from '@kring/contracts';
import { can, noteReadOnlyReason, withRoleIn, type ActionOn, type PersonPrincipal } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import type { Actor } from '../identity/actor.ts';
import { toNoteFacts } from './note-facts-access.ts';
import { NotesRepository, type NoteRow } from './notes.repository.ts';

/** What somebody may do in the live text of a note, decided on facts of one moment. */
export interface LiveAccess {
  readonly access: 'read' | 'write';
  readonly reason: ReadOnlyReason | '';
  /** Of the document, at that moment: a write under it is refused once access has changed. */
  readonly accessVersion: number;
  readonly person: { readonly id: string; readonly name: string; readonly affiliation: string };
}

/** The only door to a note. */
@Injectable()
export class NoteAccess {
  constructor(private readonly notes: NotesRepository) {}

  /** The note, if the actor may do this to it. In a transaction it stays locked to the end. */
  async requireNote(
    actor: Actor,
    noteId: string,
    action: ActionOn<'note'>,
    tx?: EntityManager,
  ): Promise<NoteRow> {
    if (tx) await this.notes.lock(tx, noteId);
    const note = await this.notes.findById(noteId, actor.personId, tx);
    if (!note) throw new AppError('not-found');
    const principal = withRoleIn(actor.principal, note.copId, note.myRole);
    requireAllowed(can(principal, action, toNoteFacts(note)));
    return note;
  }

  /** Null when the note is not there for this person. Looks up who they are anew: rights may have changed since. */
  async findLiveAccess(personId: string, noteId: string): Promise<LiveAccess | null> {
    const row = await this.notes.findLive(noteId, personId);
    if (!row) return null;
    const { platformRole, memberships } = row;
    const principal: PersonPrincipal = { kind: 'person', personId, platformRole, memberships };
    const facts = toNoteFacts(row);
    if (!can(principal, 'note.read', facts).isAllowed) return null;
    return {
      access: can(principal, 'note.write', facts).isAllowed ? 'write' : 'read',
      reason: noteReadOnlyReason(principal, facts) ?? '',
      accessVersion: row.accessVersion,
      person: { id: personId, name: row.personName, affiliation: row.organisationName ?? '' },
    };
  }
}
