import type { ProtocolName } from '../protocols/index.ts';
import type { Seat } from '../protocols/protocol.ts';

/** A server that is measured, running. */
export interface RunningSubject {
  /** Where the client number `person` sits when it opens the document number `room`. */
  seat(person: number, room: number): Seat;
  /** All processes that work for it, its database with them. */
  pids(): number[];
  /** The server itself, without its database. */
  serverPid(): number;
  /** Resolves once what was written in these documents is stored as it will be when a server starts anew. */
  untilStored(rooms: readonly number[]): Promise<void>;
  /** Ends the server, as its own people would, and starts it anew. */
  restart(): Promise<void>;
  /** Kills the server and starts it anew. Resolves once it takes connections. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export interface Subject {
  readonly name: string;
  readonly protocol: ProtocolName;
  start(): Promise<RunningSubject>;
}
