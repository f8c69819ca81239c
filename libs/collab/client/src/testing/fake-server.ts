import {
  type AccessLevel,
  type ClientFrame,
  type CloseCode,
  decodeClientFrame,
  encodeServerFrame,
  PROTOCOL_VERSION,
  type PresentPerson,
  type RefusalCode,
  type ServerFrame,
} from '@kring/collab-protocol';
import * as Y from 'yjs';
import type { ClientTransportFactory, TransportHandlers } from '../transport.ts';

interface FakeRoom {
  readonly name: string;
  readonly channel: number;
  generation: number;
  readonly log: Uint8Array[];
  /** To whom each client id was given. */
  readonly owners: Map<number, string>;
  readonly clocks: Map<number, number>;
}

interface Member {
  readonly room: FakeRoom;
  readonly clientId: number;
  nextClientSeq: number;
}

/** One connection: frames wait in both directions until `deliver`. */
class Session {
  readonly personId: string;
  readonly handlers: TransportHandlers;
  readonly toServer: Uint8Array[] = [];
  readonly toClient: Uint8Array[] = [];
  readonly members = new Map<number, Member>();
  isOpened = false;

  constructor(personId: string, handlers: TransportHandlers) {
    this.personId = personId;
    this.handlers = handlers;
  }
}

/** A server that keeps the rules of the protocol that a client can see, with its log in memory. */
export class FakeServer {
  readonly rooms = new Map<string, FakeRoom>();
  readonly access = new Map<string, AccessLevel>();
  /** Frames that arrived, newest last. */
  readonly received: ClientFrame[] = [];
  schemaVersion = 1;
  isReachable = true;
  isSilent = false;
  /** Joins get no answer. */
  isJoinLost = false;
  /** Asked for each update; a code refuses it. */
  refuse: (update: Uint8Array) => RefusalCode | null = () => null;
  /** Asked for each join; a code closes the room. */
  close: (room: string) => CloseCode | null = () => null;
  readonly #sessions = new Set<Session>();
  #nextClientId = 1000;

  transport(personId: string): ClientTransportFactory {
    return (_url, handlers) => {
      const session = new Session(personId, handlers);
      if (this.isReachable) this.#sessions.add(session);
      else queueMicrotask(() => handlers.closed('websocket error'));
      return {
        send: (frame) => session.toServer.push(frame),
        close: () => this.#sessions.delete(session),
      };
    };
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions];
  }

  room(name: string): FakeRoom {
    const room = this.rooms.get(name) ?? {
      name,
      channel: this.rooms.size + 1,
      generation: 1,
      log: [],
      owners: new Map(),
      clocks: new Map(),
    };
    this.rooms.set(name, room);
    return room;
  }

  /** The document as its log says. */
  document(name: string): Y.Doc {
    const doc = new Y.Doc();
    for (const update of this.room(name).log) Y.applyUpdate(doc, update);
    return doc;
  }

  /** Passes everything on until nothing waits; @returns whether anything did. */
  deliverAll(): boolean {
    let hasWorked = false;
    for (let isBusy = true; isBusy;) {
      isBusy = this.sessions.map((session) => this.deliver(session)).some(Boolean);
      hasWorked ||= isBusy;
    }
    return hasWorked;
  }

  /** Passes on one frame in each direction. */
  deliver(session: Session): boolean {
    if (!this.#sessions.has(session) || this.isSilent) return false;
    if (!session.isOpened) {
      session.isOpened = true;
      session.handlers.opened();
      return true;
    }
    const isInbound = this.deliverToServer(session);
    const isOutbound = this.deliverToClient(session);
    return isInbound || isOutbound;
  }

  deliverToServer(session: Session): boolean {
    const frame = this.#sessions.has(session) ? session.toServer.shift() : undefined;
    if (frame) this.#handle(session, decodeClientFrame(frame));
    return frame !== undefined;
  }

  deliverToClient(session: Session): boolean {
    const frame = this.#sessions.has(session) ? session.toClient.shift() : undefined;
    if (frame) session.handlers.received(frame);
    return frame !== undefined;
  }

  /** The connection breaks; what was under way is gone. */
  cut(session: Session): void {
    if (this.#sessions.delete(session)) session.handlers.closed('');
  }

  cutAll(): void {
    for (const session of this.sessions) this.cut(session);
  }

  /** The page is gone without a word. */
  forget(session: Session): void {
    this.#sessions.delete(session);
  }

  send(session: Session, frame: ServerFrame): void {
    session.toClient.push(encodeServerFrame(frame));
  }

  /** Overtakes what is under way. */
  sendEarly(session: Session, frame: ServerFrame): void {
    session.toClient.unshift(encodeServerFrame(frame));
  }

  /** To everybody in a room. */
  broadcast(name: string, frame: ServerFrame, except?: Session): void {
    for (const session of this.sessions) {
      if (session !== except && session.members.has(this.room(name).channel)) this.send(session, frame);
    }
  }

  setAccess(personId: string, name: string, access: AccessLevel): void {
    this.access.set(personId, access);
    for (const session of this.sessions) {
      const { channel } = this.room(name);
      if (session.personId !== personId || !session.members.has(channel)) continue;
      this.send(session, { type: 'access', channel, access, reason: access === 'write' ? '' : 'not-member' });
    }
  }

  #handle(session: Session, frame: ClientFrame): void {
    this.received.push(frame);
    if (frame.type === 'hello') {
      this.send(session, {
        type: 'welcome',
        protocolVersion: PROTOCOL_VERSION,
        schemaVersion: this.schemaVersion,
      });
    } else if (frame.type === 'ping') this.send(session, { type: 'pong' });
    else if (frame.type === 'join') this.#join(session, frame);
    else if (frame.type === 'leave') session.members.delete(frame.channel);
    else {
      const member = session.members.get(frame.channel);
      if (!member) return;
      if (frame.type === 'fetch') this.#sendSince(session, member.room, frame.seq);
      if (frame.type === 'update') this.#update(session, member, frame.clientSeq, frame.updates);
      if (frame.type === 'presence') {
        const changes = [{ kind: 'cursor' as const, clientId: member.clientId, cursor: frame.cursor }];
        this.broadcast(member.room.name, { type: 'presence', channel: frame.channel, changes });
      }
    }
  }

  #join(session: Session, frame: Extract<ClientFrame, { type: 'join' }>): void {
    if (this.isJoinLost) return;
    const room = this.room(frame.room);
    const { name, channel } = room;
    const isStale = frame.generation !== 0 && frame.generation !== room.generation;
    const code = this.close(name) ?? (isStale ? 'generation-changed' : null);
    if (code) return this.send(session, { type: 'closed', room: name, channel: 0, code, reason: '' });
    const isOwn = room.owners.get(frame.clientId) === session.personId;
    const clientId = isOwn ? frame.clientId : this.#issue(room, session.personId);
    session.members.set(channel, { room, clientId, nextClientSeq: 1 });
    const access = this.access.get(session.personId) ?? 'write';
    this.send(session, {
      type: 'joined',
      room: name,
      channel,
      generation: room.generation,
      seq: room.log.length,
      clientId,
      spareClientIds: [this.#issue(room, session.personId), this.#issue(room, session.personId)],
      access,
      reason: access === 'write' ? '' : 'not-member',
      isSnapshot: frame.seq === 0,
      packed: new Uint8Array(),
      clock: room.clocks.get(clientId) ?? 0,
      updates: room.log.slice(frame.seq),
      people: this.#people(room),
    });
  }

  #people(room: FakeRoom): PresentPerson[] {
    return this.sessions.flatMap((session) => {
      const member = session.members.get(room.channel);
      if (!member) return [];
      const { personId } = session;
      const name = `Name of ${personId}`;
      const { clientId } = member;
      const affiliation = 'Gemeente';
      return [
        { clientId, personId, name, affiliation, colour: 1, access: 'write', cursor: new Uint8Array() },
      ];
    });
  }

  #issue(room: FakeRoom, personId: string): number {
    const id = this.#nextClientId++;
    room.owners.set(id, personId);
    return id;
  }

  #update(session: Session, member: Member, clientSeq: number, updates: readonly Uint8Array[]): void {
    const { room } = member;
    const { channel } = room;
    if (clientSeq !== member.nextClientSeq) throw new Error(`clientSeq ${clientSeq} has a hole before it`);
    member.nextClientSeq += updates.length;
    const before = room.log.length;
    updates.forEach((update, index) => {
      const code = this.#admit(session, room, update);
      if (code === 'duplicate') return;
      if (code) this.send(session, { type: 'refused', channel, clientSeq: clientSeq + index, code });
      else room.log.push(update);
    });
    const seq = room.log.length;
    const own = seq - before;
    this.send(session, { type: 'ack', channel, clientSeq: clientSeq + updates.length - 1, seq, own });
    if (own > 0) {
      this.broadcast(room.name, { type: 'updates', channel, seq, updates: room.log.slice(before) }, session);
    }
  }

  #admit(session: Session, room: FakeRoom, update: Uint8Array): RefusalCode | 'duplicate' | null {
    if ((this.access.get(session.personId) ?? 'write') !== 'write') return 'no-access';
    const refusal = this.refuse(update);
    if (refusal) return refusal;
    const { structs, ds } = Y.decodeUpdate(update);
    const [first] = structs;
    const last = structs.at(-1);
    if (!first || !last) return ds.clients.size > 0 ? null : 'malformed';
    const { client, clock } = first.id;
    if (room.owners.get(client) !== session.personId) return 'foreign-client-id';
    const known = room.clocks.get(client) ?? 0;
    const end = last.id.clock + last.length;
    if (end <= known) return 'duplicate';
    if (clock !== known) return clock > known ? 'clock-gap' : 'clock-overlap';
    room.clocks.set(client, end);
    return null;
  }

  #sendSince(session: Session, room: FakeRoom, seq: number): void {
    const updates = room.log.slice(seq);
    const { channel } = room;
    this.send(session, { type: 'updates', channel, seq: room.log.length, updates });
  }
}
