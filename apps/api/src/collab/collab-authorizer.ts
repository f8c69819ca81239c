import { createHash } from 'node:crypto';
import type { Authorization, Authorizer, Credentials } from '@kring/collab-engine';
import { Injectable } from '@nestjs/common';
import { idSchema } from '@kring/contracts';
import { LoginSessionsService } from '../identity/login-sessions.service.ts';
import { NoteAccess, type LiveAccess } from '../notes/note-access.ts';

const CARET_COLOURS = 12;

type FindLiveAccess = (personId: string, objectId: string) => Promise<LiveAccess | null>;

/** Answers the engine who somebody is and what they may do, by asking the feature behind a kind of room, with rights as they are at this moment. */
@Injectable()
export class CollabAuthorizer implements Authorizer {
  private readonly kinds: ReadonlyMap<string, FindLiveAccess>;

  constructor(
    private readonly loginSessions: LoginSessionsService,
    notes: NoteAccess,
  ) {
    this.kinds = new Map([['note', (personId, noteId) => notes.findLiveAccess(personId, noteId)]]);
  }

  /** Who a Cookie header belongs to; null for nobody. */
  authenticate(cookieHeader: string | undefined): Promise<Credentials | null> {
    return this.loginSessions.authenticate(cookieHeader);
  }

  async authorize({ personId, loginSessionId }: Credentials, room: string): Promise<Authorization> {
    const [kind = '', id, ...rest] = room.split(':');
    const find = this.kinds.get(kind);
    const isName = find !== undefined && rest.length === 0 && idSchema.safeParse(id).success;
    const [isAlive, found] = await Promise.all([
      this.loginSessions.isAlive(loginSessionId),
      isName && id !== undefined ? find(personId, id) : null,
    ]);
    if (!isAlive) return { access: 'none', code: 'signed-out' };
    if (!found) return { access: 'none', code: 'not-found' };
    return { ...found, person: { ...found.person, colour: colourOf(personId) } };
  }
}

/** The same for a person everywhere, without keeping it anywhere. */
function colourOf(personId: string): number {
  return createHash('sha256').update(personId).digest().readUInt16BE() % CARET_COLOURS;
}
