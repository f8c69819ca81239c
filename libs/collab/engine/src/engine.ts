import { type Deflate, limits } from '@kring/collab-protocol';
import { AppendWriter } from './append-writer.ts';
import { Compaction } from './compaction/compaction.ts';
import { Connection, type ConnectionHost } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import { joinRoom } from './join.ts';
import { toOutgoing } from './outgoing.ts';
import { noBus, Peers } from './peers.ts';
import type {
  Authorizer,
  Clock,
  Compactor,
  Credentials,
  DocumentLog,
  Logger,
  Monitor,
  RoomBus,
  Transport,
} from './ports.ts';
import { RoomRegistry } from './room-registry.ts';

/** How often everything is compared with the log, in case an event or a hint was lost. */
const SWEEP_INTERVAL = 15_000;
/** The same while nothing is heard from other processes. */
const DEAF_SWEEP_INTERVAL = 1_000;
const DRAIN_TIMEOUT = 8_000;
const RESTART_DELAY = 1_000;

export interface CollabEngineOptions {
  readonly log: DocumentLog;
  readonly authorizer: Authorizer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly compactor: Compactor;
  /** Makes long texts shorter for their way to a page, without blocking the process. */
  readonly deflate: Deflate;
  readonly monitor?: Monitor;
  /** To the other processes that serve the same log; without one this is the only process. */
  readonly bus?: RoomBus;
  /** Version of the documents' shape; pages of another version may only read. */
  readonly schemaVersion: number;
  /** For each kind of room, `note` in `note:<id>`, the names of its shared types. */
  readonly rootNames: Readonly<Record<string, readonly string[]>>;
  readonly maxConnections?: number;
  /** Somebody is cut off for what they sent, which no page of ours sends; `rooms` are those they were in. */
  readonly onCutOff?: (credentials: Credentials, rooms: readonly string[]) => void;
}

const unwatched: Monitor = {
  acknowledged: () => undefined,
  committed: () => undefined,
  commitFailed: () => undefined,
  refused: () => undefined,
  closed: () => undefined,
};

/** What a transport calls for the connection it carries. */
export interface ConnectionHandle {
  receive(bytes: Uint8Array): void;
  closed(): void;
}

export interface CollabEngineStats {
  readonly connections: number;
  readonly rooms: number;
  readonly queuedUpdates: number;
  /** How long the oldest of them has waited. */
  readonly waitingMilliseconds: number;
  readonly commits: number;
  readonly isStoring: boolean;
}

export class CollabEngine {
  readonly #options: CollabEngineOptions;
  readonly #context: EngineContext;
  readonly #registry: RoomRegistry;
  readonly #host: ConnectionHost;
  readonly #connections = new Set<Connection>();
  /** How many of them each person has: counted anew at each, thousands who come back would be millions of steps. */
  readonly #ownCounts = new Map<string, number>();
  #connectionCount = 0;
  #isDraining = false;
  #cancelSweep: () => void = () => undefined;

  constructor(options: CollabEngineOptions) {
    const { log, clock, logger, compactor, authorizer, deflate, bus = noBus, monitor = unwatched } = options;
    this.#options = options;
    this.#context = {
      log,
      authorizer,
      bus,
      clock,
      logger,
      monitor,
      writer: new AppendWriter({ log, clock, logger, monitor }),
      compaction: new Compaction({ log, clock, logger, compactor }),
      deflate,
      endLoginSessions: (ids) => this.endLoginSessions(ids),
    };
    const rootNames = Object.entries(options.rootNames).map(
      ([kind, names]) => [kind, new Set(names)] as const,
    );
    this.#registry = new RoomRegistry(this.#context, new Map(rootNames));
    this.#host = {
      logger,
      clock,
      monitor,
      schemaVersion: options.schemaVersion,
      isDraining: () => this.#isDraining,
      join: (joining, frame) => joinRoom(this.#context, this.#registry, joining, frame),
      onCutOff: ({ credentials, members }) =>
        options.onCutOff?.(
          credentials,
          [...members].map(({ room }) => room.name),
        ),
      onClosed: (closed) => {
        this.#connections.delete(closed);
        this.#count(closed.credentials, -1);
      },
    };
    new Peers(this.#context, this.#registry, () => this.#sweepNow());
    this.#scheduleSweep();
  }

  /** Takes over a connection whose owner is known. Null: there is no place for it; it was told and closed. */
  connect(transport: Transport, credentials: Credentials): ConnectionHandle | null {
    const refusal = this.#isDraining ? 'restarting' : this.#isFullFor(credentials) ? 'limit' : null;
    if (refusal) {
      transport.send(toOutgoing({ type: 'error', code: refusal }));
      transport.close();
      return null;
    }
    const connection = new Connection(this.#host, ++this.#connectionCount, transport, credentials);
    this.#connections.add(connection);
    this.#count(credentials, 1);
    return connection;
  }

  #isFullFor({ personId }: Credentials): boolean {
    if (this.#connections.size >= (this.#options.maxConnections ?? 5_000)) return true;
    return (this.#ownCounts.get(personId) ?? 0) >= limits.socketsPerPerson;
  }

  #count({ personId }: Credentials, step: 1 | -1): void {
    const own = (this.#ownCounts.get(personId) ?? 0) + step;
    if (own > 0) this.#ownCounts.set(personId, own);
    else this.#ownCounts.delete(personId);
  }

  /** Who may read or write changed somewhere: asks anew for every room that it concerns. */
  refreshAccess(): Promise<void> {
    return this.#registry.refreshAccess();
  }

  /** A person changed: name, or whether they may be here at all. */
  refreshPerson(personId: string): void {
    for (const connection of this.#connections)
      if (connection.credentials.personId === personId)
        for (const member of [...connection.members]) void member.room.reauthorize(member);
  }

  /** Something beside the text of a room changed: those in it who may still read are told to look. */
  async look(name: string, topic: string): Promise<void> {
    if (!this.#registry.find(name)) return;
    // Read after the change, so that whoever lost access before it is known to have.
    const head = (await this.#context.log.heads([name])).get(name);
    if (head) this.#registry.find(name)?.look(topic, head.accessVersion);
  }

  endLoginSessions(loginSessionIds: readonly string[]): void {
    for (const connection of [...this.#connections])
      if (loginSessionIds.includes(connection.credentials.loginSessionId)) connection.close('signed-out');
  }

  /** Looks at everybody again, as a net under the events. */
  async sweep(): Promise<void> {
    const ids = new Set([...this.#connections].map((connection) => connection.credentials.loginSessionId));
    if (ids.size > 0) this.endLoginSessions(await this.#context.log.endedLoginSessions([...ids]));
    await this.refreshAccess();
  }

  #scheduleSweep(): void {
    const wait = this.#context.bus.isUp ? SWEEP_INTERVAL : DEAF_SWEEP_INTERVAL;
    this.#cancelSweep();
    this.#cancelSweep = this.#context.clock.after(wait, () => this.#sweepNow());
  }

  #sweepNow(): void {
    this.#cancelSweep();
    void this.sweep()
      .catch((error: unknown) => this.#context.logger.warn('the log could not be compared with', { error }))
      .finally(() => {
        if (!this.#isDraining) this.#scheduleSweep();
      });
  }

  /** Stops taking anything, stores and acknowledges what was taken, tells the pages, and closes. */
  async drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    this.#cancelSweep();
    if (!(await this.#isIdleInTime())) {
      const { updates } = this.#context.writer.budget;
      this.#context.logger.error('stopped with updates that could not be stored; pages keep them', {
        updates,
      });
    }
    for (const connection of [...this.#connections]) {
      connection.send({ type: 'restarting', delay: Math.round(Math.random() * RESTART_DELAY) });
      connection.close('restarting');
    }
    await this.#context.compaction.stop();
  }

  #isIdleInTime(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.#context.clock.after(DRAIN_TIMEOUT, () => resolve(false));
      void this.#context.writer.idle().then(() => {
        cancel();
        resolve(true);
      });
    });
  }

  stats(): CollabEngineStats {
    const { budget, counts, isFailing } = this.#context.writer;
    const waitingSince = this.#registry.waitingSince();
    return {
      connections: this.#connections.size,
      rooms: this.#registry.size,
      queuedUpdates: budget.updates,
      waitingMilliseconds: waitingSince === null ? 0 : this.#context.clock.now() - waitingSince,
      commits: counts.commits,
      isStoring: !isFailing,
    };
  }
}
