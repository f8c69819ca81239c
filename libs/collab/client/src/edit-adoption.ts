import type { ClientClock } from './clock.ts';
import type { CopyKey, LocalStore, StoredEdit } from './local-store.ts';
import type { PendingEdits } from './pending-edits.ts';

/** How often a page looks whether other pages have edits waiting. */
const lookEvery = 5_000;

/**
 * Takes over edits that pages of this browser left behind unsaved. A page keeps the edits of its client id for
 * as long as it lives; only when it is gone does another page send them.
 */
export class EditAdoption {
  readonly #store: LocalStore;
  readonly #room: CopyKey;
  readonly #pending: PendingEdits;
  readonly #clock: ClientClock;
  readonly #bringIn: (updates: readonly Uint8Array[]) => void;
  readonly #stopped = new AbortController();
  readonly #held = new Set<number>();
  readonly #watched = new Set<number>();
  /** Ids that this page itself writes with, or wrote with. */
  readonly #own = new Set<number>();
  #cancelLook: () => void = () => undefined;
  #generation = 0;
  /** Edits of a copy that is gone, until it is known which document the server has. */
  #later: StoredEdit[] = [];

  /** `bringIn` puts edits that are found later into the document. */
  constructor(
    store: LocalStore,
    room: CopyKey,
    pending: PendingEdits,
    clock: ClientClock,
    bringIn: (updates: readonly Uint8Array[]) => void,
  ) {
    this.#store = store;
    this.#room = room;
    this.#pending = pending;
    this.#clock = clock;
    this.#bringIn = bringIn;
  }

  /** Nothing is known to wait for the server's word. */
  get isIdle(): boolean {
    return this.#later.length === 0;
  }

  /** From now on this page writes with `clientId`: no other page touches its edits. */
  async keep(clientId: number): Promise<void> {
    this.#own.add(clientId);
    await this.#store.tryHold(clientId);
  }

  /** @returns the edits found, which belong into the document together with the copy of `generation`. */
  async collect(generation: number): Promise<Uint8Array[]> {
    this.#generation = generation;
    this.#lookLater();
    const edits = await this.#store.listEdits(this.#room);
    for (const clientId of new Set(edits.map((edit) => edit.clientId))) {
      if (this.#own.has(clientId)) continue;
      if (await this.#store.tryHold(clientId)) this.#held.add(clientId);
      else this.#watch(clientId);
    }
    return this.#take(edits.filter((edit) => this.#held.has(edit.clientId)));
  }

  /** The server told the generation of the document. */
  activate(generation: number): void {
    this.#generation = generation;
    const later = this.#later;
    this.#later = [];
    const updates = this.#take(later);
    if (updates.length > 0) this.#bringIn(updates);
  }

  stop(): void {
    this.#cancelLook();
    this.#stopped.abort();
  }

  release(): void {
    this.stop();
    for (const clientId of [...this.#held, ...this.#own]) this.#store.release(clientId);
    this.#held.clear();
    this.#own.clear();
  }

  /** Pages that were opened later may leave edits behind, too. */
  #lookLater(): void {
    if (this.#stopped.signal.aborted) return;
    this.#cancelLook = this.#clock.after(lookEvery, () => {
      void this.#look()
        .catch(() => undefined)
        .then(() => this.#lookLater());
    });
  }

  async #look(): Promise<void> {
    for (const clientId of await this.#store.clientIdsWithEdits(this.#room)) {
      if (!this.#own.has(clientId) && !this.#held.has(clientId)) this.#watch(clientId);
    }
  }

  #take(edits: readonly StoredEdit[]): Uint8Array[] {
    const isOfNow = (edit: StoredEdit) => edit.generation === this.#generation;
    if (this.#generation === 0) this.#later.push(...edits);
    else {
      const usable = edits.filter((edit) => edit.refusal === '' && isOfNow(edit));
      this.#pending.adopt(usable);
      this.#pending.keepRefused(edits.filter((edit) => !usable.includes(edit)));
      return usable.map((edit) => edit.update);
    }
    return [];
  }

  #watch(clientId: number): void {
    if (this.#watched.has(clientId)) return;
    this.#watched.add(clientId);
    void this.#adoptWhenGone(clientId).catch(() => undefined);
  }

  async #adoptWhenGone(clientId: number): Promise<void> {
    const isHeld = await this.#store.holdWhenFree(clientId, this.#stopped.signal);
    if (!isHeld) return;
    this.#held.add(clientId);
    const edits = await this.#store.listEdits(this.#room);
    if (this.#stopped.signal.aborted) return this.#store.release(clientId);
    const updates = this.#take(edits.filter((edit) => edit.clientId === clientId));
    if (updates.length > 0) this.#bringIn(updates);
  }
}
