import { limits } from '@kring/collab-protocol';
import type { CloseCode, PresentPerson, RefusalCode } from '@kring/collab-protocol';
import { admit } from './admission/admit.ts';
import type { AdmissionRules } from './admission/admit.ts';
import type { DocumentState } from './document-state.ts';
import type { EngineContext } from './engine-context.ts';
import { FanOut } from './fan-out.ts';
import { Hints } from './hints.ts';
import type { Member } from './member.ts';
import { PeerPeople } from './peer-people.ts';
import { PendingQueue } from './pending-queue.ts';
import type { PendingUpdate } from './pending-queue.ts';
import type { AppendBatch, AppendOutcome, Authorization, StoredUpdate } from './ports.ts';

/** After so long an append that is under way is over, as a rule. */
const APPEND_TIME = 10;

/** Time from one append of a room to its next, so that what many people type in it travels together. */
function appendWindow(members: number): number {
  return members < 20 ? 0 : members < 200 ? 12 : 33;
}

/** One open document: who is in it, what waits to be stored, and what was stored last. */
export class Room {
  readonly name: string;
  readonly channel: number;
  readonly state: DocumentState;
  readonly members = new Set<Member>();
  readonly fanOut: FanOut;
  readonly hints: Hints;
  readonly queue: PendingQueue;
  readonly peerPeople = new PeerPeople();
  accessVersion: number;
  isClosed = false;
  #appendedAt = -Infinity;
  /** The log is known to go up to here; ahead of `state.headSeq` when others stored. */
  #logSeq = 0;
  /** While the room reads what others stored, nothing of it is appended. */
  #refreshing: Promise<void> | null = null;
  readonly #context: EngineContext;
  readonly #rootNames: ReadonlySet<string>;
  readonly #onIdle: (room: Room) => void;
  readonly #onGone: (room: Room) => void;

  constructor(options: {
    name: string;
    channel: number;
    state: DocumentState;
    accessVersion: number;
    rootNames: ReadonlySet<string>;
    context: EngineContext;
    onIdle: (room: Room) => void;
    onGone: (room: Room) => void;
  }) {
    this.name = options.name;
    this.channel = options.channel;
    this.state = options.state;
    this.accessVersion = options.accessVersion;
    this.#context = options.context;
    this.#rootNames = options.rootNames;
    this.#onIdle = options.onIdle;
    this.#onGone = options.onGone;
    this.fanOut = new FanOut(this, options.context);
    this.hints = new Hints(this, options.context.clock);
    this.queue = new PendingQueue(options.context.writer.budget);
  }

  get isIdle(): boolean {
    return this.members.size === 0 && this.queue.isEmpty;
  }

  memberByClientId(clientId: number): Member | undefined {
    for (const member of this.members) if (member.clientId === clientId) return member;
    return undefined;
  }

  /** Everybody who is in, by way of this process or another. */
  people(): PresentPerson[] {
    const people = [...this.members].map((member) => member.present());
    const elsewhere = this.peerPeople.all().filter(({ clientId }) => !this.memberByClientId(clientId));
    return [...people, ...elsewhere];
  }

  isPresent(clientId: number): boolean {
    return this.memberByClientId(clientId) !== undefined || this.peerPeople.get(clientId) !== undefined;
  }

  add(member: Member): void {
    this.members.add(member);
    this.fanOut.announce(member.clientId, 'here');
  }

  /** The member goes, by itself or because its connection ended. */
  remove(member: Member): void {
    if (member.hasLeft) return;
    member.hasLeft = true;
    this.members.delete(member);
    member.connection.forget(member);
    this.fanOut.announce(member.clientId, 'gone');
    if (this.isIdle) this.#onIdle(this);
  }

  /** The server ends it; what is queued of the member can still be stored. */
  close(member: Member, code: CloseCode): void {
    if (member.hasLeft) return;
    member.send({ type: 'closed', room: this.name, channel: this.channel, code, reason: '' });
    this.remove(member);
  }

  closeAll(code: CloseCode): void {
    this.isClosed = true;
    this.queue.remove(() => true);
    for (const member of [...this.members]) this.close(member, code);
    this.fanOut.stop();
    this.hints.stop();
  }

  /** Something beside the text changed, as it may be known under this version of access. SPEC H1, H2. */
  look(topic: string, accessVersion: number): void {
    this.noteAccessVersion(accessVersion);
    this.hints.add(topic);
  }

  submit(member: Member, clientSeq: number, updates: readonly Uint8Array[]): void {
    if (clientSeq !== member.nextClientSeq) {
      if (member.isHeldBack && clientSeq > member.nextClientSeq) return;
      return member.connection.close('protocol-error');
    }
    member.isHeldBack = false;
    const rules: AdmissionRules = {
      isOwn: (client) => member.ownIds.has(client),
      rootNames: this.#rootNames,
    };
    for (const bytes of updates) {
      if (member.access !== 'write') return this.holdBack(member, 'no-access');
      if (!this.#context.writer.hasSpace) return this.holdBack(member, 'busy');
      if (this.state.isFull && this.#context.compaction.makesRoom(this)) return this.holdBack(member, 'busy');
      this.#take(member, bytes, rules);
      if (member.hasLeft) return;
    }
    this.#context.writer.schedule(this);
  }

  #take(member: Member, bytes: Uint8Array, rules: AdmissionRules): void {
    const clientSeq = member.nextClientSeq++;
    const admission = this.state.isFull
      ? ({ kind: 'refused', code: 'document-full' } as const)
      : admit(bytes, this.state.index, rules);
    if (admission.kind === 'refused') {
      member.send({ type: 'refused', channel: this.channel, clientSeq, code: admission.code });
      member.connection.countRefusal(admission.code);
      return;
    }
    this.queue.push({
      member,
      clientSeq,
      at: this.#context.clock.now(),
      // A copy of its own: a view would keep the whole of what the network read.
      bytes: admission.kind === 'admitted' ? admission.bytes.slice() : null,
      began: admission.kind === 'admitted' ? admission.began : [],
      advances: admission.advances,
    });
  }

  /** The sender is to come again with its next update; all that it has under way after it is passed over. */
  holdBack(member: Member, code: RefusalCode): void {
    if (member.isHeldBack) return;
    member.isHeldBack = true;
    this.#context.monitor.refused(code);
    member.send({ type: 'refused', channel: this.channel, clientSeq: member.nextClientSeq, code });
  }

  /** Takes back everything of one person that waits, in every place that depends on it. */
  #dropPending(personId: string, code: RefusalCode): void {
    for (const item of this.queue.remove(
      (entry) => entry.member.connection.credentials.personId === personId,
    )) {
      for (const { client, clock } of item.began) this.state.index.truncate(client, clock);
      const { member } = item;
      if (member.hasLeft || item.clientSeq >= member.nextClientSeq) continue;
      member.nextClientSeq = item.clientSeq;
      member.isHeldBack = false;
      this.holdBack(member, code);
    }
  }

  /** From when on the room's next append may go. SPEC Q4. */
  get appendsFrom(): number {
    return this.#appendedAt + appendWindow(this.members.size);
  }

  /** What can be stored now, or null. */
  takeBatch(): { items: PendingUpdate[]; batch: AppendBatch } | null {
    if (this.#refreshing || this.isClosed) return null;
    for (const member of this.queue.members()) {
      if (member.hasLeft && member.grant.accessVersion !== this.accessVersion)
        this.#dropPending(member.connection.credentials.personId, 'busy');
      else if (member.grant.accessVersion !== this.accessVersion) void this.reauthorize(member);
    }
    const items = this.queue.take((item) => !item.member.isSuspended);
    if (items.length === 0) return null;
    this.#appendedAt = this.#context.clock.now();
    const batch = {
      documentId: this.state.documentId,
      generation: this.state.generation,
      accessVersion: this.accessVersion,
      headSeq: this.state.headSeq,
      updates: items.flatMap(({ bytes, member }) =>
        bytes ? [{ bytes, personId: member.connection.credentials.personId }] : [],
      ),
      loginSessionIds: [...new Set(items.map((item) => item.member.connection.credentials.loginSessionId))],
    };
    return { items, batch };
  }

  settle(items: readonly PendingUpdate[], outcome: AppendOutcome): void {
    if (this.isClosed) return;
    if (outcome.status === 'stored') this.#settleStored(items);
    else this.#settleRefused(items, outcome);
    if (this.#logSeq > this.state.headSeq) this.#refresh();
  }

  #settleRefused(
    items: readonly PendingUpdate[],
    outcome: Exclude<AppendOutcome, { status: 'stored' }>,
  ): void {
    this.queue.putBack(items);
    switch (outcome.status) {
      case 'stale-access':
        this.noteAccessVersion(outcome.accessVersion);
        return this.#context.writer.schedule(this);
      case 'session-ended':
        this.#context.endLoginSessions(outcome.loginSessionIds);
        for (const { member } of items) {
          const { loginSessionId, personId } = member.connection.credentials;
          if (outcome.loginSessionIds.includes(loginSessionId)) this.#dropPending(personId, 'busy');
        }
        return this.#context.writer.schedule(this);
      case 'moved':
        return this.noteLogSeq(this.state.headSeq + 1);
      case 'gone':
        return this.#onGone(this);
    }
  }

  #settleStored(items: readonly PendingUpdate[]): void {
    const before = this.state.headSeq;
    const stored: StoredUpdate[] = [];
    const writers = new Set<Member>();
    const acks = new Map<Member, { clientSeq: number; seq: number }>();
    for (const item of items) {
      const isOnDisk =
        item.bytes !== null ||
        item.advances.every(({ client, clock }) => this.state.index.storedClock(client) >= clock);
      // It repeats what another connection of this person has under way: let it come again.
      if (!isOnDisk) {
        this.close(item.member, 'unavailable');
        continue;
      }
      if (item.bytes) {
        const update = { seq: this.state.headSeq + 1, bytes: item.bytes };
        this.state.addSeq(update);
        for (const { client, clock } of item.advances) this.state.index.markStored(client, clock);
        stored.push(update);
        writers.add(item.member);
      }
      acks.set(item.member, { clientSeq: item.clientSeq, seq: this.state.headSeq });
    }
    for (const [member, ack] of acks) {
      if (member.hasLeft) continue;
      const isAlone = writers.size === 1 && writers.has(member) && ack.seq === this.state.headSeq;
      const own = isAlone && member.isInStep(before) ? stored.length : 0;
      if (own > 0) member.sentSeq = this.state.headSeq;
      member.send({ type: 'ack', channel: this.channel, ...ack, own });
    }
    if (stored.length > 0) {
      this.fanOut.sendUpdates(stored);
      const { bus } = this.#context;
      if (bus.hasPeers) bus.publish({ type: 'moved', room: this.name, seq: this.state.headSeq });
    }
    this.#context.compaction.consider(this);
    if (this.isIdle) this.#onIdle(this);
  }

  /** The log goes up to `seq`: whoever stored it, the people here are to have it. SPEC W1. */
  noteLogSeq(seq: number): void {
    this.#logSeq = Math.max(this.#logSeq, seq);
    if (this.#logSeq > this.state.headSeq) this.#refresh();
  }

  /** Waits once for what another process may have stored up to `seq`. SPEC W4. */
  async catchUpTo(seq: number): Promise<void> {
    if (seq <= this.state.headSeq) return;
    this.noteLogSeq(seq);
    await (this.#refreshing ??
      new Promise<void>((resolve) => this.#context.clock.after(APPEND_TIME, resolve)));
  }

  /** Reads what the log has and the room has not. SPEC W2: not while something of the room is on its way there. */
  #refresh(): void {
    if (this.queue.isUnderWay || this.isClosed) return;
    this.#refreshing ??= this.#readOn().finally(() => {
      this.#refreshing = null;
      this.#context.writer.schedule(this);
    });
  }

  async #readOn(): Promise<void> {
    try {
      do {
        const part = await this.#context.log.readSince(this.state.documentId, this.state.headSeq);
        if (this.isClosed) return;
        if (!part) return this.#onGone(this);
        // Whoever lost access before these were stored must not be sent them.
        this.noteAccessVersion(part.accessVersion);
        for (const update of part.updates) this.state.addFromLog(update);
        if (part.updates.length === 0) this.#logSeq = this.state.headSeq;
        this.queue.markStored(part.updates, (client) => this.state.index.storedClock(client));
        this.fanOut.sendUpdates(part.updates);
      } while (this.#logSeq > this.state.headSeq);
    } catch (error) {
      this.#context.logger.warn('a room could not read its log', { room: this.name, error });
    }
  }

  /** Access to this document changed: nobody reads or writes on until asked about anew. */
  noteAccessVersion(version: number): void {
    if (version > this.accessVersion) this.accessVersion = version;
    for (const member of [...this.members])
      if (!member.isSuspended && member.grant.accessVersion < this.accessVersion)
        void this.reauthorize(member);
  }

  async reauthorize(member: Member): Promise<void> {
    member.mustRecheck = true;
    if (member.isSuspended || member.hasLeft) return;
    member.isSuspended = true;
    const before = this.people().map(({ clientId }) => clientId);
    let answer: Authorization = { access: 'none', code: 'not-found' };
    try {
      while (!member.hasLeft && (member.mustRecheck || isOlder(answer, this.accessVersion))) {
        member.mustRecheck = false;
        answer = await this.#context.authorizer.authorize(member.connection.credentials, this.name);
      }
    } catch (error) {
      const facts = { room: this.name, connection: member.connection.id, error };
      this.#context.logger.warn('access could not be asked about', facts);
      this.#dropPending(member.connection.credentials.personId, 'busy');
      return this.close(member, 'unavailable');
    }
    if (answer.access === 'none') {
      this.#dropPending(member.connection.credentials.personId, 'no-access');
      if (answer.code === 'signed-out') return member.connection.close('signed-out');
      return this.close(member, 'access-lost');
    }
    if (member.hasLeft) this.#dropPending(member.connection.credentials.personId, 'busy');
    else this.#resume(member, answer, before);
    this.#context.writer.schedule(this);
  }

  #resume(
    member: Member,
    grant: Exclude<Authorization, { access: 'none' }>,
    before: readonly number[],
  ): void {
    const hasNewAccess = grant.access !== member.grant.access || grant.reason !== member.grant.reason;
    const isNewPerson = JSON.stringify(grant.person) !== JSON.stringify(member.grant.person);
    member.grant = grant;
    member.isSuspended = false;
    if (hasNewAccess)
      member.send({ type: 'access', channel: this.channel, access: member.access, reason: member.reason });
    if (member.access !== 'write') {
      this.#dropPending(member.connection.credentials.personId, 'no-access');
      member.cursor = new Uint8Array();
    }
    if (hasNewAccess || isNewPerson) this.fanOut.announce(member.clientId, 'here');
    this.fanOut.sendPresence(member, before);
    void this.fanOut.catchUp(member);
    this.hints.resume(member);
    this.noteAccessVersion(grant.accessVersion);
  }

  get isCrowded(): boolean {
    return this.members.size >= limits.connectionsPerRoom;
  }
}

function isOlder(answer: Authorization, version: number): boolean {
  return answer.access !== 'none' && answer.accessVersion < version;
}
