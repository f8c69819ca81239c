import type { PresentPerson, ServerFrame } from '@kring/collab-protocol';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { LocalStore } from './local-store.ts';
import type { RoomClient } from './room-client.ts';
import type { RoomStatus } from './room-status.ts';
import { type RoomHost, RoomSync } from './room-sync.ts';

/** How long a room that no page shows any more goes on trying to save what waits. */
const lingerFor = 30_000;

/** A room of this tab as pages hold it, counted by use. */
export class Room implements RoomClient {
  readonly name: string;
  readonly #host: RoomHost;
  readonly #sync: RoomSync;
  #users = 0;
  #cancelLinger: () => void = () => undefined;

  /** `gone`: the room is not to be handed out any more; its promise resolves when it has let go of the store. */
  constructor(
    name: string,
    host: RoomHost,
    store: LocalStore,
    gone: (room: Room, isOver: Promise<void>) => void,
  ) {
    this.name = name;
    this.#host = host;
    this.#sync = new RoomSync(name, host, store, {
      moved: () => this.#leaveWhenSaved(),
      ended: (isOver) => {
        this.#cancelLinger();
        gone(this, isOver);
      },
    });
  }

  get doc(): Y.Doc {
    return this.#sync.document.doc;
  }

  get awareness(): Awareness {
    return this.#sync.presence.awareness;
  }

  get people(): readonly PresentPerson[] {
    return this.#sync.presence.people;
  }

  get status(): RoomStatus {
    return this.#sync.board.status;
  }

  get localMeta(): unknown {
    return this.#sync.localMeta;
  }

  /** The server's number for the room; 0 while not joined. */
  get channel(): number {
    return this.#sync.channel;
  }

  subscribe(listener: () => void): () => void {
    return this.#sync.board.subscribe(listener);
  }

  onLook(listener: (topic: string | null) => void): () => void {
    return this.#sync.looks.listen(listener);
  }

  setLocalMeta(meta: unknown): void {
    this.#sync.setLocalMeta(meta);
  }

  docWithRefused(): Y.Doc {
    return this.#sync.document.copyWith(this.#sync.pending.refusedUpdates());
  }

  discardRefused(): Promise<void> {
    return this.#sync.discardRefused();
  }

  /** Not before `earlier`, the same room of before, has let go of the store. */
  open(earlier: Promise<void>): Promise<void> {
    return this.#sync.open(earlier);
  }

  use(): void {
    this.#users += 1;
    this.#cancelLinger();
  }

  close(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#sync.presence.clearCursor();
    this.#cancelLinger = this.#host.clock.after(lingerFor, () => void this.dispose());
    this.#leaveWhenSaved();
  }

  handle(frame: ServerFrame): void {
    this.#sync.handle(frame);
  }

  connectionChanged(): void {
    this.#sync.connectionChanged();
  }

  /** Lets go at once; what waits is in the store. */
  dispose(): Promise<void> {
    return this.#sync.leave();
  }

  /** The person signed out. The copies are wiped by the client, for all rooms together. */
  signedOut(): Promise<void> {
    return this.#sync.end('signed-out');
  }

  #leaveWhenSaved(): void {
    if (this.#users <= 0 && this.#sync.isSettled) void this.dispose();
  }
}
