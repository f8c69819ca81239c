import { limits, type PresenceChange, type PresentPerson } from '@kring/collab-protocol';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ClientClock } from './clock.ts';

const sendEvery = 125;
const origin = 'server';

/** What others see of somebody: the person as the server knows them, and the cursor they last sent. */
export interface RemoteState {
  readonly user: Pick<PresentPerson, 'personId' | 'name' | 'affiliation' | 'colour'>;
  readonly cursor: unknown;
}

export interface PresenceHost {
  /** @returns false when it cannot be sent now; the newest cursor is sent after the next join. */
  sendCursor(cursor: Uint8Array): boolean;
  peopleChanged(): void;
}

/**
 * Who is in a room. The server says who they are; the awareness is only the shape in which editors expect
 * it, and of it only the local `cursor` ever leaves the page.
 */
export class RoomPresence {
  readonly awareness: Awareness;
  readonly #clock: ClientClock;
  readonly #host: PresenceHost;
  readonly #known = new Map<number, PresentPerson>();
  #people: readonly PresentPerson[] = [];
  #cancelTimer: (() => void) | null = null;
  #sentAt = -sendEvery;
  #sent = '';

  constructor(doc: Y.Doc, clock: ClientClock, host: PresenceHost) {
    this.#clock = clock;
    this.#host = host;
    this.awareness = new Awareness(doc);
    // Its timer drops whoever was silent for 30 s; here the server says who is gone.
    clearInterval(this.awareness._checkInterval as ReturnType<typeof setInterval>);
    this.awareness.on('update', (_changes: unknown, from: unknown) => {
      if (from === 'local') this.#scheduleCursor();
    });
  }

  get people(): readonly PresentPerson[] {
    return this.#people;
  }

  /** The local state moves along with the id that this page writes with. */
  useClientId(clientId: number): void {
    const { awareness } = this;
    if (awareness.clientID === clientId) return;
    const state = awareness.getLocalState();
    awareness.states.delete(awareness.clientID);
    awareness.meta.delete(awareness.clientID);
    awareness.clientID = clientId;
    this.#known.delete(clientId);
    awareness.states.delete(clientId);
    awareness.setLocalState(state);
  }

  /** A new join: this is everybody. */
  joined(people: readonly PresentPerson[]): void {
    const gone = [...this.#known.keys()].filter((id) => !people.some((person) => person.clientId === id));
    this.#apply([
      ...gone.map((clientId) => ({ kind: 'gone' as const, clientId })),
      ...people.map((person) => ({ kind: 'here' as const, person })),
    ]);
    this.#sent = '';
    this.#scheduleCursor();
  }

  changed(changes: readonly PresenceChange[]): void {
    this.#apply(changes);
  }

  /** Offline: nobody is known to be here. */
  left(): void {
    this.#apply([...this.#known.keys()].map((clientId) => ({ kind: 'gone' as const, clientId })));
  }

  clearCursor(): void {
    if (this.awareness.getLocalState()?.['cursor']) this.awareness.setLocalStateField('cursor', null);
  }

  destroy(): void {
    this.#cancelTimer?.();
    this.awareness.destroy();
  }

  #apply(changes: readonly PresenceChange[]): void {
    if (changes.length === 0) return;
    const touched = { added: [] as number[], updated: [] as number[], removed: [] as number[] };
    for (const change of changes) {
      const clientId = change.kind === 'here' ? change.person.clientId : change.clientId;
      const before = this.#known.get(clientId);
      if (change.kind === 'gone') {
        if (this.#known.delete(clientId)) touched.removed.push(clientId);
        continue;
      }
      const person = change.kind === 'here' ? change.person : before && { ...before, cursor: change.cursor };
      if (!person) continue;
      this.#known.set(clientId, person);
      touched[before ? 'updated' : 'added'].push(clientId);
    }
    this.#tellAwareness(touched);
    // Cursors move all the time: whoever lists people must not be woken by them.
    if (changes.every((change) => change.kind === 'cursor')) return;
    this.#people = [...this.#known.values()];
    this.#host.peopleChanged();
  }

  #tellAwareness(touched: { added: number[]; updated: number[]; removed: number[] }): void {
    const { awareness } = this;
    const others = (ids: number[]) => ids.filter((id) => id !== awareness.clientID);
    const change = {
      added: others(touched.added),
      updated: others(touched.updated),
      removed: others(touched.removed),
    };
    for (const id of [...change.added, ...change.updated]) this.#setState(id);
    for (const id of change.removed) awareness.states.delete(id);
    if (change.added.length + change.updated.length + change.removed.length === 0) return;
    awareness.emit('change', [change, origin]);
    awareness.emit('update', [change, origin]);
  }

  #setState(clientId: number): void {
    const person = this.#known.get(clientId);
    if (!person) return;
    const { personId, name, affiliation, colour } = person;
    const state: RemoteState = {
      user: { personId, name, affiliation, colour },
      cursor: parse(person.cursor),
    };
    const clock = (this.awareness.meta.get(clientId)?.clock ?? 0) + 1;
    this.awareness.states.set(clientId, { ...state });
    this.awareness.meta.set(clientId, { clock, lastUpdated: this.#clock.now() });
  }

  /** At once when it was quiet, otherwise the newest cursor when its turn comes. */
  #scheduleCursor(): void {
    if (this.#cancelTimer) return;
    const wait = this.#sentAt + sendEvery - this.#clock.now();
    if (wait <= 0) return this.#sendCursor();
    this.#cancelTimer = this.#clock.after(wait, () => {
      this.#cancelTimer = null;
      this.#sendCursor();
    });
  }

  #sendCursor(): void {
    const cursor: unknown = this.awareness.getLocalState()?.['cursor'] ?? null;
    const text = cursor === null ? '' : JSON.stringify(cursor);
    if (text === this.#sent) return;
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > limits.cursorBytes || !this.#host.sendCursor(bytes)) return;
    this.#sent = text;
    this.#sentAt = this.#clock.now();
  }
}

/** Cursors come from other people's pages: what is no JSON is no cursor. */
function parse(cursor: Uint8Array): unknown {
  if (cursor.length === 0) return null;
  try {
    return JSON.parse(new TextDecoder().decode(cursor));
  } catch {
    return null;
  }
}
