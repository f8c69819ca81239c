import type { AccessLevel, CloseCode, RefusalCode, ServerFrame } from '@kring/collab-protocol';
import type { ClientClock } from './clock.ts';
import type { Connection } from './connection.ts';
import { CopyKeeper } from './copy-keeper.ts';
import { EditAdoption } from './edit-adoption.ts';
import { EditSender } from './edit-sender.ts';
import { InboundOrder } from './inbound-order.ts';
import { LiveDocument } from './live-document.ts';
import { Looks } from './looks.ts';
import type { CopyHeader, CopyKey, LocalStore } from './local-store.ts';
import { PendingEdits } from './pending-edits.ts';
import { RoomJoin } from './room-join.ts';
import { RoomPresence } from './room-presence.ts';
import type { RoomFacts, RoomStatus } from './room-status.ts';
import { splitUpdate } from './split-update.ts';
import { StatusBoard } from './status-board.ts';

/** What a room needs of the client that it belongs to. */
export interface RoomHost {
  readonly personId: string;
  readonly clock: ClientClock;
  readonly random: () => number;
  readonly connection: Connection;
  signedOut(): void;
}

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** Codes after which this person may no longer have the text on the device. */
const wiping: ReadonlySet<CloseCode> = new Set(['not-found', 'access-lost', 'deleted']);
const final: ReadonlySet<CloseCode> = new Set([...wiping, 'generation-changed', 'reload-needed']);

export interface RoomSyncListener {
  /** Edits were made, sent, saved or found. */
  moved(): void;
  /** The room has ended for this page; `isOver` resolves when it has let go of the store. */
  ended(isOver: Promise<void>): void;
}

/** Keeps a document in step with the server and with the device: joining, both directions, and the end. */
export class RoomSync {
  readonly name: string;
  readonly #host: RoomHost;
  readonly #listener: RoomSyncListener;
  readonly #store: LocalStore;
  readonly #key: CopyKey;
  readonly document = new LiveDocument((update) => this.#edited(update));
  readonly pending: PendingEdits;
  readonly #sender: EditSender;
  readonly #adoption: EditAdoption;
  readonly #keeper: CopyKeeper;
  readonly presence: RoomPresence;
  readonly #order: InboundOrder;
  readonly #join: RoomJoin;
  readonly board: StatusBoard;
  readonly looks = new Looks();
  #phase: RoomStatus['phase'] = 'opening';
  #generation = 0;
  #access: AccessLevel | 'unknown' = 'unknown';
  #reason = '';
  #meta: unknown = null;
  #closeCode: CloseCode | null = null;
  #isLoaded = false;
  #isSynced = false;
  /** An edit of this page was refused for good: whatever is typed after it would be refused too. */
  #isBroken = false;
  #needsNewJoin = false;
  #lastSavedAt: number | null = null;
  #over: Promise<void> | null = null;

  constructor(name: string, host: RoomHost, store: LocalStore, listener: RoomSyncListener) {
    const { clock, connection } = host;
    this.name = name;
    this.#host = host;
    this.#listener = listener;
    this.#store = store;
    this.#key = { personId: host.personId, room: name };
    this.pending = new PendingEdits(store, this.#key, clock, () => this.#settle());
    this.#sender = new EditSender(this.pending, connection, clock, () => this.#startAnew());
    this.#adoption = new EditAdoption(store, this.#key, this.pending, clock, (updates) =>
      this.#adopted(updates),
    );
    this.#keeper = new CopyKeeper(store, this.#key, clock, {
      header: () => this.#header(),
      wholeDocument: () => (this.pending.count === 0 ? this.document.encode() : null),
    });
    this.#join = new RoomJoin(host, () => this.#askToJoin());
    this.#order = new InboundOrder(clock, (seq) => {
      connection.send({ type: 'fetch', channel: this.#join.channel, seq });
    });
    this.presence = new RoomPresence(this.document.doc, clock, {
      sendCursor: (cursor) => this.#sendCursor(cursor),
      peopleChanged: () => this.board.notify(),
    });
    this.board = new StatusBoard(clock, () => this.#facts());
  }

  get localMeta(): unknown {
    return this.#meta;
  }

  /** The server's number for the room; 0 while not joined. */
  get channel(): number {
    return this.#join.channel;
  }

  setLocalMeta(meta: unknown): void {
    this.#meta = meta;
    if (this.#isLoaded && !this.#over) this.#keeper.headerChanged();
  }

  async discardRefused(): Promise<void> {
    await this.pending.discardRefused();
    // The document holds what was refused and cannot give it back: start from the server's text.
    await this.end('generation-changed');
  }

  /** Nothing waits that could still be saved. */
  get isSettled(): boolean {
    return this.#isLoaded && this.#adoption.isIdle && this.pending.count === this.pending.refusedCount;
  }

  /** Reads what the device has, shows it, and asks to join; not before `earlier` has let go of the store. */
  async open(earlier: Promise<void>): Promise<void> {
    await earlier;
    try {
      await this.#load();
    } catch {
      // A device that cannot be read costs the offline text, never the room.
    }
    if (this.#over) return;
    this.#isLoaded = true;
    this.connectionChanged();
    this.#listener.moved();
  }

  connectionChanged(): void {
    if (this.#over) return;
    if (this.#host.connection.state === 'signed-out') return void this.end('signed-out');
    if (this.#host.connection.isUp) this.#askToJoin();
    else if (!this.#join.isNone) this.#unjoined();
    this.board.update();
  }

  handle(frame: ServerFrame): void {
    if (this.#over) return;
    if (frame.type === 'joined') return this.#joined(frame);
    if (frame.type === 'closed') return this.#closed(frame.code, frame.reason);
    if (!this.#join.isJoined) return;
    if (frame.type === 'updates') this.#passOn(this.#order.offer(frame));
    else if (frame.type === 'ack') this.#acked(frame);
    else if (frame.type === 'refused') this.#refused(frame.clientSeq, frame.code);
    else if (frame.type === 'presence') this.presence.changed(frame.changes);
    else if (frame.type === 'access') this.#accessChanged(frame.access, frame.reason);
    else if (frame.type === 'look') this.looks.tell(frame.topic);
  }

  /** Lets go at once; what waits is in the store. */
  leave(): Promise<void> {
    if (this.#over) return this.#over;
    if (this.#join.isJoined) this.#host.connection.send({ type: 'leave', channel: this.#join.channel });
    return this.#finish(this.#letGo());
  }

  /** The room is closed to this page. Whoever shows `doc` may go on reading it; it is connected to nothing. */
  end(code: CloseCode): Promise<void> {
    if (this.#over) return this.#over;
    this.#phase = 'closed';
    this.#closeCode = code;
    this.#access = 'none';
    this.#unjoined();
    this.board.update();
    return this.#finish(this.#clearUp(code));
  }

  async #load(): Promise<void> {
    const copy = await this.#store.readCopy(this.#key);
    const clientId = await this.#store.takeClientId(this.#key);
    if (clientId) await this.#adoption.keep(clientId);
    if (this.#over) return;
    if (copy) {
      this.#generation = copy.generation;
      this.#access = copy.access;
      this.#reason = copy.reason;
      this.#meta ??= copy.meta;
      this.#order.restart(copy.seq);
      this.#keeper.resume(copy);
    }
    const waiting = await this.#adoption.collect(this.#generation);
    if (this.#over) return;
    this.document.apply([...(copy?.updates ?? []), ...waiting]);
    if (clientId) this.#useClientId(clientId);
    if (copy) this.#phase = 'ready';
    this.board.update();
  }

  #askToJoin(): void {
    if (!this.#isLoaded || this.#over || !this.#join.isNone || !this.#host.connection.isUp) return;
    this.#join.asked();
    this.#host.connection.send({
      type: 'join',
      room: this.name,
      generation: this.#generation,
      seq: this.#order.seq,
      clientId: this.document.clientId,
    });
  }

  #joined(frame: FrameOf<'joined'>): void {
    if (!this.#join.isAsked) return;
    if (this.#generation !== 0 && frame.generation !== this.#generation) {
      return this.#closed('generation-changed', '');
    }
    this.#join.joined(frame.channel);
    this.#generation = frame.generation;
    this.#access = frame.access;
    this.#reason = frame.reason;
    this.#closeCode = null;
    this.#keepClientIds(frame);
    this.#useClientId(frame.clientId);
    this.#catchUp(frame);
    this.#adoption.activate(frame.generation);
    this.#isSynced = true;
    this.#phase = 'ready';
    this.presence.joined(frame.people);
    if (this.pending.count === 0) this.#join.worked();
    this.#settle();
    this.looks.tell(null);
  }

  #keepClientIds(frame: FrameOf<'joined'>): void {
    void this.#adoption.keep(frame.clientId).catch(() => undefined);
    if (frame.spareClientIds.length === 0) return;
    void this.#store.keepClientIds(this.#key, frame.spareClientIds).catch(() => undefined);
  }

  #catchUp(frame: FrameOf<'joined'>): void {
    const isWhole = frame.isSnapshot || this.#order.seq === 0;
    this.document.apply(frame.updates);
    this.#order.follow(frame.seq);
    if (isWhole) this.#keeper.replaced(frame.updates, frame.seq);
    else this.#keeper.received(frame.updates, frame.seq);
    this.#keeper.headerChanged();
  }

  #passOn(updates: readonly Uint8Array[]): void {
    this.document.apply(updates);
    this.#keeper.received(updates, this.#order.seq);
  }

  #adopted(updates: readonly Uint8Array[]): void {
    this.document.apply(updates);
    this.#settle();
  }

  #acked(frame: FrameOf<'ack'>): void {
    const settled = this.pending.acked(frame.clientSeq);
    this.#sender.answered();
    this.#keeper.settled(settled, frame.seq);
    if (frame.own > 0) this.#passOn(this.#order.skip(frame.seq, settled.length < frame.own ? 0 : frame.own));
    if (settled.length === 0) return;
    this.#join.worked();
    this.#lastSavedAt = this.#host.clock.date();
    this.#settle();
  }

  #refused(clientSeq: number, code: RefusalCode): void {
    this.#sender.answered();
    const isFinal = this.pending.refuse(clientSeq, code);
    if (isFinal) this.#isBroken ||= this.pending.hasRefusedOf(this.document.clientId);
    else if (code === 'no-access') {
      // The frame that says why is on its way.
      this.#access = 'read';
      this.#needsNewJoin = true;
    } else if (!this.#needsNewJoin) {
      this.#startAnew();
      this.#join.againLater();
    }
    this.#settle();
  }

  #accessChanged(access: AccessLevel, reason: string): void {
    this.#access = access;
    this.#reason = reason;
    this.#keeper.headerChanged();
    // Numbers that the server refused for want of access are behind us: count from one again.
    if (access === 'write' && this.#needsNewJoin) this.#startAnew();
    this.#settle();
  }

  #closed(code: CloseCode, reason: string): void {
    this.#reason = reason;
    if (code === 'signed-out') return this.#host.signedOut();
    if (final.has(code)) return void this.end(code);
    this.#unjoined();
    this.#closeCode = code;
    this.#join.againLater(code === 'limit' ? 5_000 : undefined);
    this.board.update();
  }

  /** Leaves, and joins again at once, which numbers everything that waits from one. */
  #startAnew(): void {
    if (!this.#join.isJoined) return;
    this.#host.connection.send({ type: 'leave', channel: this.#join.channel });
    this.#unjoined();
    this.#join.againNow();
    this.board.update();
  }

  #unjoined(): void {
    this.#join.ended();
    this.#needsNewJoin = false;
    this.#order.restart();
    this.pending.restart();
    this.#sender.stop();
    this.presence.left();
  }

  #edited(update: Uint8Array): void {
    if (this.#over) return;
    this.pending.add(splitUpdate(update), this.document.doc.clientID, this.#generation);
    this.board.update();
  }

  #useClientId(clientId: number): void {
    this.document.useClientId(clientId);
    this.presence.useClientId(clientId);
  }

  #sendCursor(cursor: Uint8Array): boolean {
    if (!this.#join.isJoined || this.#access !== 'write') return false;
    this.#host.connection.send({ type: 'presence', channel: this.#join.channel, cursor });
    return true;
  }

  /** Sends what may be sent and tells how things stand. */
  #settle(): void {
    if (this.#over) return;
    if (this.#canSend()) this.#sender.pump(this.#join.channel);
    this.board.update();
    this.#listener.moved();
  }

  #canSend(): boolean {
    return this.#join.isJoined && this.#access === 'write' && !this.#needsNewJoin;
  }

  #header(): CopyHeader {
    const access = this.#access === 'unknown' ? 'none' : this.#access;
    return { generation: this.#generation, access, reason: this.#reason, meta: this.#meta };
  }

  async #letGo(): Promise<void> {
    await this.pending.flushed();
    await this.#keeper.flush();
    await this.#keeper.stop();
    this.presence.destroy();
    this.document.destroy();
  }

  async #clearUp(code: CloseCode): Promise<void> {
    await this.#keeper.stop();
    await this.pending.flushed();
    if (wiping.has(code)) await this.#store.wipeRoom(this.#key);
    else if (code === 'generation-changed') await this.#store.dropCopy(this.#key);
  }

  #finish(work: Promise<void>): Promise<void> {
    this.#join.ended();
    this.board.stop();
    this.#order.restart();
    this.#sender.stop();
    this.#adoption.stop();
    this.#over = work.catch(() => undefined).then(() => this.#adoption.release());
    this.#listener.ended(this.#over);
    return this.#over;
  }

  #facts(): RoomFacts {
    const { clock, connection } = this.#host;
    const oldest = this.pending.oldestAt;
    return {
      phase: this.#phase,
      isOnline: connection.isUp || connection.state === 'connecting',
      isOutdated: connection.state === 'reload-needed',
      access: this.#access,
      reason: this.#reason,
      closeCode: this.#closeCode,
      isSynced: this.#isSynced,
      isWritable: this.#isBroken ? 'refused' : this.document.clientId === 0 ? 'no-client-id' : 'yes',
      unsavedCount: this.pending.count,
      refusedCount: this.pending.refusedCount,
      canSend: this.#canSend(),
      waited: oldest === null ? 0 : clock.now() - oldest,
      kept: this.#store.isDurable ? this.pending.kept : 'no',
      lastSavedAt: this.#lastSavedAt,
    };
  }
}
