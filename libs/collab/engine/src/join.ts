import { limits } from '@kring/collab-protocol';
import type { ClientFrame, CloseCode } from '@kring/collab-protocol';
import type { Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import type { Content } from './join-content.ts';
import { Member } from './member.ts';
import type { Authorization } from './ports.ts';
import type { OpenRoom, RoomRegistry } from './room-registry.ts';

type JoinFrame = Extract<ClientFrame, { type: 'join' }>;
type Granted = Exclude<Authorization, { access: 'none' }>;

/** Silence after which a connection may be taken for dead, so that its page gets its client id back. */
const DEAD_AFTER = 2 * limits.pingInterval;
const TRIES = 5;

class Refused extends Error {
  readonly code: CloseCode;

  constructor(code: CloseCode) {
    super(code);
    this.code = code;
  }
}

/** Lets a connection into a room, or tells it why not. SPEC O1 to O6. */
export async function joinRoom(
  context: EngineContext,
  registry: RoomRegistry,
  connection: Connection,
  frame: JoinFrame,
): Promise<void> {
  try {
    await new Joining(context, registry, connection, frame).run();
  } catch (error) {
    if (!(error instanceof Refused)) {
      const facts = { room: frame.room, connection: connection.id, error };
      context.logger.warn('a room could not be opened', facts);
    }
    const code = error instanceof Refused ? error.code : 'unavailable';
    connection.send({ type: 'closed', room: frame.room, channel: 0, code, reason: '' });
  }
}

class Joining {
  readonly #context: EngineContext;
  readonly #registry: RoomRegistry;
  readonly #connection: Connection;
  readonly #frame: JoinFrame;

  constructor(context: EngineContext, registry: RoomRegistry, connection: Connection, frame: JoinFrame) {
    this.#context = context;
    this.#registry = registry;
    this.#connection = connection;
    this.#frame = frame;
  }

  async run(): Promise<void> {
    for (let left = TRIES; left > 0; left--) {
      const grant = await this.#authorize();
      const open = await this.#registry.open(this.#frame.room);
      if (!open) throw new Refused('not-found');
      if (await this.#enter(open, grant)) return;
      if (!this.#connection.isOpen) return;
    }
    throw new Refused('unavailable');
  }

  async #authorize(): Promise<Granted> {
    const answer = await this.#context.authorizer.authorize(this.#connection.credentials, this.#frame.room);
    if (answer.access === 'none') throw new Refused(answer.code);
    return answer;
  }

  /** False: something moved meanwhile, try again. */
  async #enter(open: OpenRoom, grant: Granted): Promise<boolean> {
    const { room, content } = open;
    const { generation } = this.#frame;
    if (room.isCrowded) throw new Refused('limit');
    if (generation !== 0 && generation !== room.state.generation) throw new Refused('generation-changed');
    const { personId } = this.#connection.credentials;
    // Another process has stored what this page knows already.
    if (generation !== 0) await room.catchUpTo(this.#frame.seq);
    const known = this.#context.log.clientIdsOf(room.state.documentId, personId);
    // A page without a copy has no id of its own yet: nothing of it depends on what is known.
    const needed = generation === 0 ? 1 : known.then((ids) => (ids.includes(this.#frame.clientId) ? 0 : 1));
    const [ids, fresh, found] = await Promise.all([
      known,
      Promise.resolve(needed).then((count) => this.#issue(open, grant, count)),
      content.since(generation === 0 ? 0 : this.#frame.seq),
    ]);
    const ownIds = new Set(ids);
    const wantsOwn = ownIds.has(this.#frame.clientId);
    if (!found) throw new Refused('not-found');
    // From here on nothing is awaited: the member must not miss what is stored from now on.
    if (!this.#connection.isOpen) return true;
    room.noteAccessVersion(grant.accessVersion);
    if (room.isClosed || grant.accessVersion < room.accessVersion) return false;
    const rest = room.state.recentSince(found.seq);
    if (!rest) {
      content.forget();
      await room.catchUpTo(found.seq);
      return false;
    }
    for (const id of fresh) ownIds.add(id);
    const clientId = wantsOwn && this.#takeOver(open) ? this.#frame.clientId : fresh.shift();
    if (clientId === undefined) return false;
    const updates = [...found.updates, ...rest.map((update) => update.bytes)];
    this.#admit(open, grant, { ...found, updates }, { clientId, ownIds, spare: fresh });
    return true;
  }

  /** One id when the page has none of its own, or when its own may be in use, and the spare ones. */
  async #issue(open: OpenRoom, grant: Granted, needed: number): Promise<number[]> {
    const isTaken = open.room.isPresent(this.#frame.clientId);
    const spare = grant.access === 'write' ? limits.spareClientIds : 0;
    const count = Math.max(needed, isTaken ? 1 : 0) + spare;
    if (count === 0) return [];
    const { personId } = this.#connection.credentials;
    return this.#context.log.issueClientIds(open.room.state.documentId, personId, count);
  }

  /** Whether the page may go on under its own client id: nobody else writes with it, or only a dead connection. */
  #takeOver(open: OpenRoom): boolean {
    const holder = open.room.memberByClientId(this.#frame.clientId);
    if (!holder) return !open.room.isPresent(this.#frame.clientId);
    const isDead = this.#context.clock.now() - holder.connection.heardAt > DEAD_AFTER;
    if (isDead) holder.connection.close('too-slow');
    return isDead;
  }

  #admit(
    { room }: OpenRoom,
    grant: Granted,
    content: Content,
    ids: { clientId: number; ownIds: Set<number>; spare: number[] },
  ): void {
    const member = new Member({
      connection: this.#connection,
      room,
      clientId: ids.clientId,
      ownIds: ids.ownIds,
      grant,
      sentSeq: room.state.headSeq,
    });
    if (!this.#connection.addMember(member)) throw new Refused('limit');
    member.send({
      type: 'joined',
      room: room.name,
      channel: room.channel,
      generation: room.state.generation,
      seq: room.state.headSeq,
      clientId: ids.clientId,
      spareClientIds: ids.spare,
      access: member.access,
      reason: member.reason,
      isSnapshot: content.isSnapshot,
      clock: room.state.index.storedClock(ids.clientId),
      packed: content.packed,
      updates: content.updates,
      people: [...room.people(), member.present()],
    });
    room.add(member);
  }
}
