import { DocumentState } from './document-state.ts';
import type { EngineContext } from './engine-context.ts';
import { JoinContent } from './join-content.ts';
import { Room } from './room.ts';

/** How long a room stays in memory after the last one left. */
const LINGER = 5_000;

export interface OpenRoom {
  readonly room: Room;
  readonly content: JoinContent;
}

/** Which rooms are open. Each is loaded once, however many arrive at once, and leaves memory once. SPEC L1 to L4. */
export class RoomRegistry {
  readonly #context: EngineContext;
  readonly #rootNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #loading = new Map<string, Promise<OpenRoom | null>>();
  readonly #open = new Map<string, OpenRoom>();
  #lastChannel = 0;
  readonly #onIdle = (room: Room) => void this.#context.clock.after(LINGER, () => this.#evict(room));
  readonly #onGone = (room: Room) => void this.#closeGone(room);

  constructor(context: EngineContext, rootNames: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#context = context;
    this.#rootNames = rootNames;
  }

  rooms(): Room[] {
    return [...this.#open.values()].map((entry) => entry.room);
  }

  /** The room if it is open. */
  find(name: string): Room | undefined {
    return this.#open.get(name)?.room;
  }

  /** Since when the oldest update that is not on disk waits; null when none does. */
  waitingSince(): number | null {
    const waits = this.rooms().flatMap((room) => room.queue.waitingSince ?? []);
    return waits.length > 0 ? Math.min(...waits) : null;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Null: there is no such document. Throws when it cannot be read: it is then never taken as empty. */
  open(name: string): Promise<OpenRoom | null> {
    const open = this.#open.get(name);
    if (open) return Promise.resolve(open);
    const known = this.#loading.get(name);
    if (known) return known;
    const loading = this.#load(name).finally(() => this.#loading.delete(name));
    this.#loading.set(name, loading);
    return loading;
  }

  async #load(name: string): Promise<OpenRoom | null> {
    const rootNames = this.#rootNames.get(name.slice(0, name.indexOf(':')));
    if (!rootNames) return null;
    const stored = await this.#context.log.load(name);
    if (!stored) return null;
    const room = new Room({
      name,
      channel: ++this.#lastChannel,
      state: new DocumentState(stored),
      accessVersion: stored.accessVersion,
      rootNames,
      context: this.#context,
      onIdle: this.#onIdle,
      onGone: this.#onGone,
    });
    const entry = { room, content: new JoinContent(room, this.#context, stored) };
    this.#open.set(name, entry);
    if (this.#context.bus.hasPeers) this.#context.bus.publish({ type: 'who', room: name });
    // Whoever asked may be gone by now.
    this.#context.clock.after(LINGER, () => this.#evict(room));
    return entry;
  }

  #evict(room: Room): void {
    if (!room.isIdle || this.#open.get(room.name)?.room !== room) return;
    this.#open.delete(room.name);
    room.isClosed = true;
    room.fanOut.stop();
    room.hints.stop();
    this.#context.compaction.considerLast(room);
  }

  /** Ends a room for all; a later join loads it anew. */
  close(room: Room, code: 'deleted' | 'generation-changed' | 'unavailable'): void {
    if (this.#open.get(room.name)?.room === room) this.#open.delete(room.name);
    room.closeAll(code);
  }

  async #closeGone(room: Room): Promise<void> {
    const heads = await this.#context.log.heads([room.name]).catch(() => null);
    const head = heads?.get(room.name);
    if (!heads) this.close(room, 'unavailable');
    else if (!head) this.close(room, 'deleted');
    else this.close(room, head.generation === room.state.generation ? 'unavailable' : 'generation-changed');
  }

  /** Compares all open rooms with the log: who may do what, whether the document is the same, and how far it is. */
  async refreshAccess(): Promise<void> {
    const rooms = this.rooms();
    if (rooms.length === 0) return;
    const heads = await this.#context.log.heads(rooms.map((room) => room.name));
    for (const room of rooms) {
      if (room.isClosed) continue;
      const head = heads.get(room.name);
      if (!head) this.close(room, 'deleted');
      else if (head.generation !== room.state.generation) this.close(room, 'generation-changed');
      else {
        room.noteAccessVersion(head.accessVersion);
        room.noteLogSeq(head.headSeq);
      }
    }
  }
}
