import type { ServerFrame } from '@kring/collab-protocol';
import { type ClientClock, systemClock } from './clock.ts';
import type { ConnectionState } from './connection-state.ts';
import { Connection } from './connection.ts';
import { openDefaultStore } from './default-store.ts';
import type { LocalStore } from './local-store.ts';
import { watchPage } from './page-signals.ts';
import { Room } from './room.ts';
import type { RoomClient } from './room-client.ts';
import type { RoomHost } from './room-sync.ts';
import { socketIoTransport } from './socket-io-client-transport.ts';
import { LazyStore } from './lazy-store.ts';
import type { ClientTransportFactory } from './transport.ts';

export interface CollabClientOptions {
  /** Origin of the server. */
  readonly url: string;
  /** Local copies are kept apart per person. */
  readonly personId: string;
  /** Version of the documents' shape that this page can write. */
  readonly schemaVersion: number;
  readonly transport?: ClientTransportFactory;
  readonly store?: LocalStore;
  readonly random?: () => number;
  readonly clock?: ClientClock;
}

/** The live side of one tab: one connection, any number of rooms. */
export interface CollabClient {
  readonly state: ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Connects without a room yet, and opens what the device keeps, so that the first one need not wait for either. */
  connect(): void;
  /** The same instance while it is open; each call asks for a `close` of its own. Connects at the first call. */
  openRoom(name: string): RoomClient;
  /** Removes every local copy of this person from the device, and closes what is open. */
  wipeLocal(): Promise<void>;
  /** What is not yet saved stays on the device. */
  close(): Promise<void>;
}

export function createCollabClient(options: CollabClientOptions): CollabClient {
  return new Client(options);
}

class Client implements CollabClient {
  readonly #options: CollabClientOptions;
  readonly #connection: Connection;
  readonly #store: LazyStore;
  readonly #host: RoomHost;
  readonly #rooms = new Map<string, Room>();
  /** Rooms that still hold on to the store. */
  readonly #leaving = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  readonly #unwatch: () => void;
  #hasLookedBack = false;
  #isClosed = false;

  constructor(options: CollabClientOptions) {
    const clock = options.clock ?? systemClock;
    const random = options.random ?? Math.random;
    const transport = options.transport ?? socketIoTransport();
    const { url, schemaVersion, personId } = options;
    this.#options = options;
    const { store } = options;
    this.#store = new LazyStore(store ? () => Promise.resolve(store) : openDefaultStore);
    this.#connection = new Connection(
      { url, schemaVersion, transport, clock, random },
      {
        stateChanged: () => this.#stateChanged(),
        up: () => this.#up(),
        down: () => this.#tellRooms(),
        frame: (frame) => this.#frame(frame),
      },
    );
    this.#host = {
      personId,
      clock,
      random,
      connection: this.#connection,
      signedOut: () => void this.#signedOut(),
    };
    this.#unwatch = watchPage({
      back: () => this.#connection.wake(),
      offline: () => this.#connection.doubt(),
    });
  }

  get state(): ConnectionState {
    return this.#connection.state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  connect(): void {
    if (this.#isClosed) return;
    this.#store.begin();
    this.#connection.start();
  }

  openRoom(name: string): RoomClient {
    const room = this.#rooms.get(name) ?? this.#makeRoom(name);
    room.use();
    return room;
  }

  async wipeLocal(): Promise<void> {
    const rooms = [...this.#rooms.values()];
    await Promise.all(rooms.map((room) => room.signedOut()));
    await Promise.all(this.#leaving.values());
    await this.#store.wipePerson(this.#options.personId).catch(() => undefined);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#unwatch();
    await Promise.all([...this.#rooms.values()].map((room) => room.dispose()));
    await Promise.all(this.#leaving.values());
    this.#connection.stop();
    await this.#store.close();
  }

  #makeRoom(name: string): Room {
    const room = new Room(name, this.#host, this.#store, (gone, isOver) => this.#gone(gone, isOver));
    this.#rooms.set(name, room);
    void room.open(this.#leaving.get(name) ?? Promise.resolve());
    this.connect();
    return room;
  }

  #gone(room: Room, isOver: Promise<void>): void {
    if (this.#rooms.get(room.name) === room) this.#rooms.delete(room.name);
    const leaving = isOver.then(() => {
      if (this.#leaving.get(room.name) === leaving) this.#leaving.delete(room.name);
    });
    this.#leaving.set(room.name, leaving);
  }

  #frame(frame: ServerFrame): void {
    if (frame.type === 'joined') return this.#rooms.get(frame.room)?.handle(frame);
    if (frame.type === 'closed') {
      const byChannel = frame.channel === 0 ? undefined : this.#roomOn(frame.channel);
      return (this.#rooms.get(frame.room) ?? byChannel)?.handle(frame);
    }
    if ('channel' in frame) this.#roomOn(frame.channel)?.handle(frame);
  }

  #roomOn(channel: number): Room | undefined {
    for (const room of this.#rooms.values()) if (room.channel === channel) return room;
    return undefined;
  }

  #up(): void {
    this.#tellRooms();
    if (this.#hasLookedBack) return;
    this.#hasLookedBack = true;
    void this.#sendWhatWasLeft().catch(() => (this.#hasLookedBack = false));
  }

  /** Edits that earlier pages could not save go out also when nobody opens their room. */
  async #sendWhatWasLeft(): Promise<void> {
    for (const name of await this.#store.roomsWithEdits(this.#options.personId)) {
      if (this.#isClosed || this.#rooms.has(name)) continue;
      this.openRoom(name).close();
    }
  }

  #stateChanged(): void {
    if (this.state === 'signed-out') void this.#signedOut();
    this.#tellRooms();
    for (const listener of [...this.#listeners]) listener();
  }

  async #signedOut(): Promise<void> {
    if (this.state !== 'signed-out') return this.#connection.signedOut();
    await this.wipeLocal();
  }

  #tellRooms(): void {
    for (const room of [...this.#rooms.values()]) room.connectionChanged();
  }
}
