import { decodeClientFrame, limits, MalformedFrameError, PROTOCOL_VERSION } from '@kring/collab-protocol';
import type { ClientFrame, CloseCode, RefusalCode, ServerFrame } from '@kring/collab-protocol';
import { frameAccess } from './frame-access.ts';
import type { Member } from './member.ts';
import { toOutgoing } from './outgoing.ts';
import { isCursor } from './presence-cursor.ts';
import type { Clock, Credentials, Logger, Monitor, OutgoingFrame, Transport } from './ports.ts';
import { withOneMore } from './short-list.ts';
import { type Rate, TokenBucket } from './token-bucket.ts';

/** Refused updates after which a client is taken for broken or hostile. */
const MAX_REFUSALS = 20;

const rates = {
  updates: { perSecond: limits.updateFramesPerSecond, burst: limits.updateFramesBurst },
  bytes: { perSecond: limits.bytesPerSecond, burst: limits.bytesBurst },
  presence: { perSecond: limits.presencePerSecond * 2, burst: limits.presencePerSecond * 4 },
  control: { perSecond: 20, burst: 4 * limits.roomsPerSocket },
} satisfies Record<string, Rate>;

/** What all connections of a process share. */
export interface ConnectionHost {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly monitor: Monitor;
  readonly schemaVersion: number;
  /** Nothing is taken any more. */
  readonly isDraining: () => boolean;
  readonly join: (connection: Connection, frame: Extract<ClientFrame, { type: 'join' }>) => Promise<void>;
  /** It is about to be closed for what it sent, which no page of ours sends. */
  readonly onCutOff: (connection: Connection) => void;
  readonly onClosed: (connection: Connection) => void;
}

/** One page: says hello, joins rooms, and is held to its limits. */
export class Connection {
  /** Names it in logs, within this process. */
  readonly id: number;
  readonly credentials: Credentials;
  isOpen = true;
  /** Written by another version: it may read, and keeps its text until it is loaded anew. SPEC V2. */
  isOutdated = false;
  heardAt: number;
  readonly #host: ConnectionHost;
  readonly #transport: Transport;
  #members: Member[] = [];
  #joining: Set<string> | null = null;
  readonly #budgets: { [Kind in keyof typeof rates]?: TokenBucket } = {};
  #isGreeted = false;
  #refusals = 0;
  #cancelHello: (() => void) | null;

  constructor(host: ConnectionHost, id: number, transport: Transport, credentials: Credentials) {
    this.#host = host;
    this.#transport = transport;
    this.id = id;
    this.credentials = credentials;
    this.heardAt = host.clock.now();
    this.#cancelHello = host.clock.after(limits.helloTimeout, () => this.#end('protocol-error'));
  }

  get members(): Iterable<Member> {
    return this.#members;
  }

  bufferedBytes(): number {
    return this.#transport.bufferedBytes();
  }

  send(frame: ServerFrame): void {
    this.sendShared(toOutgoing(frame));
  }

  sendShared(frame: OutgoingFrame): void {
    if (!this.isOpen) return;
    this.#transport.send(frame);
    if (this.bufferedBytes() > limits.sendBufferBytes + limits.documentBytes) this.close('too-slow');
  }

  /** Takes one frame from the network. */
  receive(bytes: Uint8Array): void {
    if (!this.isOpen || this.#host.isDraining()) return;
    const now = this.#host.clock.now();
    this.heardAt = now;
    if (bytes.length > limits.frameBytes) return this.close('protocol-error');
    let frame;
    try {
      frame = decodeClientFrame(bytes);
    } catch (error) {
      if (error instanceof MalformedFrameError) return this.close('protocol-error');
      throw error;
    }
    const hasBytes = this.#take('bytes', bytes.length, now);
    const member = 'channel' in frame ? this.#memberOn(frame.channel) : undefined;
    if (!this.#mayReceive(frame, member)) return;
    if (frame.type === 'update') {
      const isInBudget = hasBytes && this.#take('updates', 1, now);
      if (member) this.#receiveUpdate(frame, member, isInBudget);
    } else if (!hasBytes) this.close('limit');
    else if (frame.type === 'presence') {
      if (member && this.#take('presence', 1, now)) this.#receivePresence(frame, member);
    } else if (!this.#take('control', 1, now)) this.close('limit');
    else this.#receiveControl(frame, member);
  }

  #take(kind: keyof typeof rates, amount: number, now: number): boolean {
    return (this.#budgets[kind] ??= new TokenBucket(rates[kind], now)).take(amount, now);
  }

  #memberOn(channel: number): Member | undefined {
    return this.#members.find(({ room }) => room.channel === channel);
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
    this.#forgetHello();
    const { schemaVersion } = this.#host;
    this.send({ type: 'welcome', protocolVersion: PROTOCOL_VERSION, schemaVersion });
    if (frame.protocolVersion !== PROTOCOL_VERSION) return this.close('reload-needed');
    this.isOutdated = frame.schemaVersion !== schemaVersion;
  }

  #receiveJoin(frame: Extract<ClientFrame, { type: 'join' }>): void {
    const refuse = (code: CloseCode): void =>
      this.send({ type: 'closed', room: frame.room, channel: 0, code, reason: '' });
    if (frame.room.length > 200) return this.close('protocol-error');
    for (const member of this.#members)
      if (member.room.name === frame.room) return this.close('protocol-error');
    const joining = (this.#joining ??= new Set());
    if (joining.has(frame.room)) return this.close('protocol-error');
    if (this.#members.length + joining.size >= limits.roomsPerSocket) return refuse('limit');
    joining.add(frame.room);
    void this.#host.join(this, frame).finally(() => {
      joining.delete(frame.room);
      if (joining.size === 0) this.#joining = null;
    });
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
    if (this.#members.length >= limits.roomsPerSocket) return false;
    this.#members = withOneMore(this.#members, member);
    return true;
  }

  forget(member: Member): void {
    this.#members = this.#members.filter((one) => one !== member);
  }

  countRefusal(code: RefusalCode): void {
    this.#host.monitor.refused(code);
    if (code !== 'document-full' && ++this.#refusals > MAX_REFUSALS) this.close('protocol-error');
  }

  /** Tells the page why, and ends the connection. */
  close(code: CloseCode): void {
    if (this.isOpen && (code === 'protocol-error' || code === 'limit')) this.#host.onCutOff(this);
    this.#end(code);
  }

  #end(code: CloseCode): void {
    if (!this.isOpen) return;
    this.#host.monitor.closed(code);
    const rooms = this.#members.map(({ room }) => room.name);
    this.#host.logger.info('a connection was ended', { connection: this.id, code, rooms });
    this.#transport.send(toOutgoing({ type: 'error', code }));
    this.#transport.close();
    this.closed();
  }

  #forgetHello(): void {
    this.#cancelHello?.();
    this.#cancelHello = null;
  }

  /** The network is gone. */
  closed(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#forgetHello();
    for (const member of [...this.#members]) member.room.remove(member);
    this.#host.onClosed(this);
  }
}
