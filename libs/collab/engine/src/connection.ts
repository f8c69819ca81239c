import { decodeClientFrame, limits, MalformedFrameError, PROTOCOL_VERSION } from '@kring/collab-protocol';
import type { ClientFrame, CloseCode, RefusalCode, ServerFrame } from '@kring/collab-protocol';
import { frameAccess } from './frame-access.ts';
import type { Member } from './member.ts';
import { toOutgoing } from './outgoing.ts';
import { isCursor } from './presence-cursor.ts';
import type { Clock, Credentials, Logger, Monitor, OutgoingFrame, Transport } from './ports.ts';
import { TokenBucket } from './token-bucket.ts';

/** Refused updates after which a client is taken for broken or hostile. */
const MAX_REFUSALS = 20;

export interface ConnectionOptions {
  /** Names it in logs, within this process. */
  readonly id: number;
  readonly logger: Logger;
  readonly transport: Transport;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly monitor: Monitor;
  readonly schemaVersion: number;
  readonly join: (connection: Connection, frame: Extract<ClientFrame, { type: 'join' }>) => Promise<void>;
  /** It is about to be closed for what it sent, which no page of ours sends. */
  readonly onCutOff: (connection: Connection) => void;
  readonly onClosed: (connection: Connection) => void;
}

/** One page: says hello, joins rooms, and is held to its limits. */
export class Connection {
  readonly id: number;
  readonly credentials: Credentials;
  isOpen = true;
  /** Written by another version: it may read, and keeps its text until it is loaded anew. SPEC V2. */
  isOutdated = false;
  heardAt: number;
  readonly #options: ConnectionOptions;
  readonly #members = new Map<number, Member>();
  readonly #joining = new Set<string>();
  readonly #updates: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #presence: TokenBucket;
  readonly #control: TokenBucket;
  #isGreeted = false;
  #refusals = 0;
  readonly #cancelHello: () => void;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.id = options.id;
    this.credentials = options.credentials;
    const now = options.clock.now();
    this.heardAt = now;
    this.#updates = new TokenBucket(limits.updateFramesPerSecond, limits.updateFramesBurst, now);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, now);
    this.#presence = new TokenBucket(limits.presencePerSecond * 2, limits.presencePerSecond * 4, now);
    this.#control = new TokenBucket(20, 4 * limits.roomsPerSocket, now);
    this.#cancelHello = options.clock.after(limits.helloTimeout, () => this.#end('protocol-error'));
  }

  get members(): Iterable<Member> {
    return this.#members.values();
  }

  bufferedBytes(): number {
    return this.#options.transport.bufferedBytes();
  }

  send(frame: ServerFrame): void {
    this.sendShared(toOutgoing(frame));
  }

  sendShared(frame: OutgoingFrame): void {
    if (!this.isOpen) return;
    this.#options.transport.send(frame);
    if (this.bufferedBytes() > limits.sendBufferBytes + limits.documentBytes) this.close('too-slow');
  }

  /** Takes one frame from the network. */
  receive(bytes: Uint8Array): void {
    if (!this.isOpen) return;
    const now = this.#options.clock.now();
    this.heardAt = now;
    if (bytes.length > limits.frameBytes) return this.close('protocol-error');
    let frame;
    try {
      frame = decodeClientFrame(bytes);
    } catch (error) {
      if (error instanceof MalformedFrameError) return this.close('protocol-error');
      throw error;
    }
    const hasBytes = this.#bytes.take(bytes.length, now);
    const member = 'channel' in frame ? this.#members.get(frame.channel) : undefined;
    if (!this.#mayReceive(frame, member)) return;
    if (frame.type === 'update') {
      const isInBudget = hasBytes && this.#updates.take(1, now);
      if (member) this.#receiveUpdate(frame, member, isInBudget);
    } else if (!hasBytes) this.close('limit');
    else if (frame.type === 'presence') {
      if (member && this.#presence.take(1, now)) this.#receivePresence(frame, member);
    } else if (!this.#control.take(1, now)) this.close('limit');
    else this.#receiveControl(frame, member);
  }

  /** The one gate: what each type of frame needs stands in `frameAccess`. */
  #mayReceive(frame: ClientFrame, member: Member | undefined): boolean {
    const needed = frameAccess[frame.type];
    if (needed === 'connected') return true;
    if (!this.#isGreeted) {
      this.close('protocol-error');
      return false;
    }
    if (needed === 'greeted') return true;
    // Without member: a room that was closed a moment ago, and the page does not know yet.
    if (!member) return false;
    if (needed === 'joined' || member.access === 'write') return true;
    if (frame.type === 'update') member.room.holdBack(member, 'no-access');
    return false;
  }

  #receiveControl(
    frame: Exclude<ClientFrame, { type: 'update' | 'presence' }>,
    member: Member | undefined,
  ): void {
    switch (frame.type) {
      case 'hello':
        return this.#receiveHello(frame);
      case 'ping':
        return this.send({ type: 'pong' });
      case 'join':
        return this.#receiveJoin(frame);
      case 'leave':
        return member?.room.remove(member);
      case 'fetch':
        if (!member) return;
        member.sentSeq = Math.min(member.sentSeq, frame.seq);
        void member.room.fanOut.catchUp(member);
    }
  }

  #receiveHello(frame: Extract<ClientFrame, { type: 'hello' }>): void {
    if (this.#isGreeted) return this.close('protocol-error');
    this.#isGreeted = true;
    this.#cancelHello();
    const { schemaVersion } = this.#options;
    this.send({ type: 'welcome', protocolVersion: PROTOCOL_VERSION, schemaVersion });
    if (frame.protocolVersion !== PROTOCOL_VERSION) return this.close('reload-needed');
    this.isOutdated = frame.schemaVersion !== schemaVersion;
  }

  #receiveJoin(frame: Extract<ClientFrame, { type: 'join' }>): void {
    const refuse = (code: CloseCode): void =>
      this.send({ type: 'closed', room: frame.room, channel: 0, code, reason: '' });
    if (frame.room.length > 200) return this.close('protocol-error');
    for (const member of this.#members.values())
      if (member.room.name === frame.room) return this.close('protocol-error');
    if (this.#joining.has(frame.room)) return this.close('protocol-error');
    if (this.#members.size + this.#joining.size >= limits.roomsPerSocket) return refuse('limit');
    this.#joining.add(frame.room);
    void this.#options.join(this, frame).finally(() => this.#joining.delete(frame.room));
  }

  #receiveUpdate(frame: Extract<ClientFrame, { type: 'update' }>, member: Member, isInBudget: boolean): void {
    if (frame.updates.length > limits.updatesPerFrame) return this.close('protocol-error');
    if (!isInBudget) return member.room.holdBack(member, 'busy');
    member.room.submit(member, frame.clientSeq, frame.updates);
  }

  #receivePresence(frame: Extract<ClientFrame, { type: 'presence' }>, member: Member): void {
    if (member.isSuspended) return;
    if (frame.cursor.length > limits.cursorBytes || !isCursor(frame.cursor))
      return this.close('protocol-error');
    member.cursor = frame.cursor.slice();
    member.room.fanOut.announce(member.clientId, 'cursor');
  }

  /** False: this page has as many rooms as it may have. */
  addMember(member: Member): boolean {
    if (this.#members.size >= limits.roomsPerSocket) return false;
    this.#members.set(member.room.channel, member);
    return true;
  }

  forget(member: Member): void {
    this.#members.delete(member.room.channel);
  }

  countRefusal(code: RefusalCode): void {
    this.#options.monitor.refused(code);
    if (code !== 'document-full' && ++this.#refusals > MAX_REFUSALS) this.close('protocol-error');
  }

  /** Tells the page why, and ends the connection. */
  close(code: CloseCode): void {
    if (this.isOpen && (code === 'protocol-error' || code === 'limit')) this.#options.onCutOff(this);
    this.#end(code);
  }

  #end(code: CloseCode): void {
    if (!this.isOpen) return;
    this.#options.monitor.closed(code);
    const rooms = [...this.#members.values()].map(({ room }) => room.name);
    this.#options.logger.info('a connection was ended', { connection: this.id, code, rooms });
    this.#options.transport.send(toOutgoing({ type: 'error', code }));
    this.#options.transport.close();
    this.handleClosed();
  }

  /** The network is gone. */
  handleClosed(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#cancelHello();
    for (const member of [...this.#members.values()]) member.room.remove(member);
    this.#options.onClosed(this);
  }
}
