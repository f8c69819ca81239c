import { limits } from '@kring/collab-protocol';
import type { PresenceChange, ServerFrame } from '@kring/collab-protocol';
import type { EngineContext } from './engine-context.ts';
import type { Member } from './member.ts';
import { toOutgoing } from './outgoing.ts';
import type { OutgoingFrame, StoredUpdate } from './ports.ts';
import type { Room } from './room.ts';

/** Above this a reader gets no cursors, and above the next no edits until it has caught up. */
const SOFT_BUFFER_BYTES = 256 * 1024;
const HARD_BUFFER_BYTES = 1024 * 1024;
const LAGGING_LIMIT = 30_000;
const LAGGING_CHECK = 250;

const PRESENCE_WINDOW = 50;

function presenceWindow(members: number): number {
  return members < 30 ? PRESENCE_WINDOW : members < 100 ? 150 : 300;
}

/**
 * Sends what is stored, and who is here, to the members of one room, each frame encoded once. Updates come gathered by
 * the commit that stored them; who is here is gathered in windows of its own. SPEC Q4, Q5, B5.
 */
export class FanOut {
  readonly #room: Room;
  readonly #context: EngineContext;
  /** Who changed since it was last told; an idle room has none. */
  #changes: Map<number, PresenceChange['kind']> | null = null;
  #presenceAt = -Infinity;
  #cancelPresence: (() => void) | null = null;
  #cancelLagging: (() => void) | null = null;

  constructor(room: Room, context: EngineContext) {
    this.#room = room;
    this.#context = context;
  }

  /** The room has just stored these as its newest: whoever was in step gets them, unless they are its own. */
  sendUpdates(updates: readonly StoredUpdate[]): void {
    const seq = this.#room.state.headSeq;
    const before = seq - updates.length;
    let frame: OutgoingFrame | null = null;
    for (const member of this.#room.members) {
      if (member.isSuspended || member.sentSeq >= seq) continue;
      if (member.sentSeq !== before || member.laggingSince !== null) {
        if (member.laggingSince === null) void this.catchUp(member);
        continue;
      }
      if (this.#isLagging(member)) continue;
      frame ??= toOutgoing({
        type: 'updates',
        channel: this.#room.channel,
        seq,
        updates: updates.map(({ bytes }) => bytes),
      });
      member.connection.sendShared(frame);
      member.sentSeq = seq;
    }
    // Where the carets stand travels along: what one turn says to a page is written in one piece.
    if (this.#presenceAt + PRESENCE_WINDOW <= this.#context.clock.now()) this.#flushPresence();
  }

  #isLagging(member: Member): boolean {
    const buffered = member.connection.bufferedBytes();
    if (buffered <= HARD_BUFFER_BYTES) return false;
    if (buffered > limits.sendBufferBytes) {
      member.connection.close('too-slow');
      return true;
    }
    member.laggingSince = this.#context.clock.now();
    this.#cancelLagging ??= this.#context.clock.after(LAGGING_CHECK, () => this.#checkLagging());
    return true;
  }

  #checkLagging(): void {
    this.#cancelLagging = null;
    const now = this.#context.clock.now();
    let isAnyLeft = false;
    for (const member of [...this.#room.members]) {
      if (member.laggingSince === null) continue;
      if (member.connection.bufferedBytes() <= SOFT_BUFFER_BYTES) {
        member.laggingSince = null;
        void this.catchUp(member);
      } else if (now - member.laggingSince > LAGGING_LIMIT) member.connection.close('too-slow');
      else isAnyLeft = true;
    }
    if (isAnyLeft)
      this.#cancelLagging ??= this.#context.clock.after(LAGGING_CHECK, () => this.#checkLagging());
  }

  /** Sends one member what was stored since its `sentSeq`. */
  async catchUp(member: Member): Promise<void> {
    if (member.isCatchingUp) return;
    member.isCatchingUp = true;
    const room = this.#room;
    try {
      while (!member.hasLeft && !member.isSuspended) {
        if (member.sentSeq >= room.state.headSeq) break;
        const updates =
          room.state.recentSince(member.sentSeq) ??
          (await this.#context.log.readSince(room.state.documentId, member.sentSeq))?.updates;
        if (member.hasLeft || member.isSuspended) break;
        const last = updates?.at(-1);
        if (!updates || !last) {
          room.close(member, 'too-slow');
          break;
        }
        member.send({
          type: 'updates',
          channel: room.channel,
          seq: last.seq,
          updates: updates.map((update) => update.bytes),
        });
        member.sentSeq = last.seq;
      }
    } catch (error) {
      const facts = { room: room.name, connection: member.connection.id, error };
      this.#context.logger.warn('a member could not be brought up to date', facts);
      room.close(member, 'unavailable');
    } finally {
      member.isCatchingUp = false;
    }
  }

  /** Something changed about who is here. */
  announce(clientId: number, kind: PresenceChange['kind']): void {
    this.#changes ??= new Map();
    if (kind !== 'cursor' || !this.#changes.has(clientId)) this.#changes.set(clientId, kind);
    const { clock } = this.#context;
    const window = presenceWindow(this.#room.members.size);
    if (kind === 'cursor') {
      this.#cancelPresence ??= clock.after(window, () => this.#flushPresence());
      return;
    }
    const wait = this.#presenceAt + window - clock.now();
    if (wait <= 0) return this.#flushPresence();
    this.#cancelPresence?.();
    this.#cancelPresence = clock.after(wait, () => this.#flushPresence());
  }

  #flushPresence(): void {
    this.#cancelPresence?.();
    this.#cancelPresence = null;
    if (this.#changes === null) return;
    this.#presenceAt = this.#context.clock.now();
    const changes = [...this.#changes].map(([clientId, kind]) => this.#toChange(clientId, kind));
    this.#changes = null;
    this.#publish(changes);
    this.#sendChanges(changes);
  }

  /** Tells the people here of those who are in by way of another process. SPEC W3. */
  relay(changes: readonly PresenceChange[]): void {
    const isNews = (change: PresenceChange): boolean =>
      !this.#room.memberByClientId(change.kind === 'here' ? change.person.clientId : change.clientId);
    this.#sendChanges(changes.filter(isNews));
  }

  /** Tells other processes of everybody who is in by way of this one. */
  tellPeers(): void {
    this.#publish([...this.#room.members].map((member) => ({ kind: 'here', person: member.present() })));
  }

  #publish(changes: readonly PresenceChange[]): void {
    const { bus } = this.#context;
    if (bus.hasPeers && changes.length > 0) bus.publish({ type: 'presence', room: this.#room.name, changes });
  }

  #sendChanges(changes: readonly PresenceChange[]): void {
    if (changes.length === 0) return;
    const frame = toOutgoing({ type: 'presence', channel: this.#room.channel, changes: [...changes] });
    const isOptional = changes.every((change) => change.kind === 'cursor');
    // A page knows where its own caret stands.
    const alone = isOptional && changes.length === 1 ? changes[0]?.clientId : null;
    for (const member of this.#room.members) {
      if (member.isSuspended || member.clientId === alone) continue;
      if (isOptional && member.connection.bufferedBytes() > SOFT_BUFFER_BYTES) continue;
      member.connection.sendShared(frame);
    }
  }

  #toChange(clientId: number, kind: PresenceChange['kind']): PresenceChange {
    const member = this.#room.memberByClientId(clientId);
    if (!member) return { kind: 'gone', clientId };
    if (kind === 'cursor') return { kind, clientId, cursor: member.cursor };
    return { kind: 'here', person: member.present() };
  }

  /** Tells one member who is here now, and who of `before` is gone. */
  sendPresence(member: Member, before: Iterable<number>): void {
    const changes: PresenceChange[] = [];
    const people = this.#room.people();
    const present = new Set(people.map(({ clientId }) => clientId));
    for (const clientId of before) if (!present.has(clientId)) changes.push({ kind: 'gone', clientId });
    for (const person of people) changes.push({ kind: 'here', person });
    const frame: ServerFrame = { type: 'presence', channel: this.#room.channel, changes };
    member.send(frame);
  }

  stop(): void {
    this.#cancelPresence?.();
    this.#cancelLagging?.();
  }
}
