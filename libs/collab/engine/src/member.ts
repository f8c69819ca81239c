import type { AccessLevel, PresentPerson, ServerFrame } from '@kring/collab-protocol';
import type { Connection } from './connection.ts';
import type { Authorization } from './ports.ts';
import type { Room } from './room.ts';

type Granted = Extract<Authorization, { access: 'read' | 'write' }>;

const noCursor = new Uint8Array();

/** One connection in one room. */
export class Member {
  readonly connection: Connection;
  readonly room: Room;
  readonly clientId: number;
  /** Client ids that the server gave this person for this document. */
  readonly ownIds: Set<number>;
  grant: Granted;
  cursor = noCursor;
  /** Number that the next update must carry. */
  nextClientSeq = 1;
  /** The sender was told to come back with `nextClientSeq`; what it had under way is passed over. */
  isHeldBack = false;
  /** Between a change of access and the answer about it: nothing is sent, nothing is stored. */
  isSuspended = false;
  /** Access must be asked about once more, whatever answer is under way. */
  mustRecheck = false;
  hasLeft = false;
  /** Hints that wait for the answer about access. */
  missedHints: Set<string> | null = null;
  /** Everything up to here has been handed to the transport. */
  sentSeq: number;
  isCatchingUp = false;
  laggingSince: number | null = null;

  constructor(options: {
    connection: Connection;
    room: Room;
    clientId: number;
    ownIds: Set<number>;
    grant: Granted;
    sentSeq: number;
  }) {
    this.connection = options.connection;
    this.room = options.room;
    this.clientId = options.clientId;
    this.ownIds = options.ownIds;
    this.grant = options.grant;
    this.sentSeq = options.sentSeq;
  }

  get access(): AccessLevel {
    return this.connection.isOutdated ? 'read' : this.grant.access;
  }

  get reason(): string {
    return this.connection.isOutdated ? 'reload-needed' : this.grant.reason;
  }

  /** Has been sent everything up to `seq`, and can be sent what follows. */
  isInStep(seq: number): boolean {
    return this.sentSeq === seq && !this.isSuspended && !this.isCatchingUp && this.laggingSince === null;
  }

  /** As others see this person: from the account, never from what a client says. */
  present(): PresentPerson {
    const { person } = this.grant;
    return {
      clientId: this.clientId,
      personId: person.id,
      name: person.name,
      affiliation: person.affiliation,
      colour: person.colour,
      access: this.access,
      cursor: this.cursor,
    };
  }

  send(frame: ServerFrame): void {
    this.connection.send(frame);
  }
}
