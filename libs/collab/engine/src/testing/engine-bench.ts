import { encodeClientFrame, FrameReader, PROTOCOL_VERSION } from '@kring/collab-protocol';
import type { ClientFrame, ServerFrame } from '@kring/collab-protocol';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as Y from 'yjs';
import { buildSnapshot } from '../compaction/build-snapshot.ts';
import { CollabEngine } from '../engine.ts';
import type { ConnectionHandle } from '../engine.ts';
import type {
  Authorization,
  Authorizer,
  Compactor,
  Credentials,
  Logger,
  OutgoingFrame,
  RoomBus,
  Transport,
} from '../ports.ts';
import { FakeClock, settled } from './fake-clock.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';

export const ROOM = 'note:1';
export const SCHEMA_VERSION = 7;

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** Who may do what, as a test sets it. */
export class TestAuthorizer implements Authorizer {
  readonly #log: MemoryDocumentLog;
  readonly access = new Map<string, 'none' | 'read' | 'write'>();
  readonly names = new Map<string, string>();
  asked = 0;
  /** Called before each answer: throw to let it fail, wait to let it take long. */
  before: (credentials: Credentials) => Promise<void> | void = () => undefined;

  constructor(log: MemoryDocumentLog) {
    this.#log = log;
  }

  async authorize(credentials: Credentials, room: string): Promise<Authorization> {
    this.asked++;
    const accessVersion = this.#log.documents.get(room)?.accessVersion ?? 1;
    await this.before(credentials);
    const { personId, loginSessionId } = credentials;
    if (this.#log.ended.has(loginSessionId)) return { access: 'none', code: 'signed-out' };
    const access = this.access.get(personId) ?? 'write';
    if (access === 'none') return { access, code: 'not-found' };
    const person = {
      id: personId,
      name: this.names.get(personId) ?? personId,
      affiliation: 'Province',
      colour: 3,
    };
    return { access, reason: access === 'write' ? '' : 'role-observer', person, accessVersion };
  }
}

/** A page, down to its frames, with a Y.Doc that makes real updates. */
export class TestPage implements Transport {
  readonly personId: string;
  readonly frames: ServerFrame[] = [];
  readonly sent: OutgoingFrame[] = [];
  readonly doc = new Y.Doc();
  readonly made: Uint8Array[] = [];
  handle: ConnectionHandle | null = null;
  buffered = 0;
  isClosed = false;
  channel = 0;
  clientSeq = 0;
  readonly #reader = new FrameReader(
    (frame) => this.#read(frame),
    (error) => {
      throw error;
    },
    async (bytes) => inflateRawSync(bytes),
  );

  constructor(personId: string) {
    this.personId = personId;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.made.push(update);
    });
  }

  send(frame: OutgoingFrame): void {
    this.sent.push(frame);
    this.#reader.received(frame.bytes);
  }

  #read(read: ServerFrame): void {
    this.frames.push(read);
    if (read.type === 'joined' || read.type === 'updates')
      for (const update of read.updates) Y.applyUpdate(this.doc, update, 'server');
    if (read.type !== 'joined') return;
    this.channel = read.channel;
    this.clientSeq = 0;
    this.doc.clientID = read.clientId;
  }

  bufferedBytes(): number {
    return this.buffered;
  }

  close(): void {
    this.isClosed = true;
  }

  say(frame: ClientFrame): void {
    this.handle?.receive(encodeClientFrame(frame));
  }

  hello(schemaVersion = SCHEMA_VERSION): void {
    this.say({ type: 'hello', protocolVersion: PROTOCOL_VERSION, schemaVersion });
  }

  join(options: Partial<Extract<ClientFrame, { type: 'join' }>> = {}): void {
    this.say({ type: 'join', room: ROOM, generation: 0, seq: 0, clientId: 0, ...options });
  }

  /** Writes into the document; the updates that this made. */
  write(text: string): Uint8Array[] {
    const body = this.doc.getXmlFragment('body');
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      body.insert(body.length, [paragraph]);
    });
    return this.made.splice(0);
  }

  /** Sends updates as the next ones. */
  submit(updates: readonly Uint8Array[]): void {
    const clientSeq = this.clientSeq + 1;
    this.clientSeq += updates.length;
    this.say({ type: 'update', channel: this.channel, clientSeq, updates: [...updates] });
  }

  type(text: string): void {
    this.submit(this.write(text));
  }

  /** All frames of one type so far. */
  all<T extends ServerFrame['type']>(type: T): FrameOf<T>[] {
    return this.frames.filter((frame): frame is FrameOf<T> => frame.type === type);
  }

  last<T extends ServerFrame['type']>(type: T): FrameOf<T> | undefined {
    return this.all(type).at(-1);
  }

  text(): string {
    return this.doc
      .getXmlFragment('body')
      .toString()
      .replace(/<\/?paragraph>/g, '|');
  }
}

/** An engine with a log in memory and time in the test's hands. */
export class EngineBench {
  readonly clock: FakeClock;
  readonly log: MemoryDocumentLog;
  readonly authorizer: TestAuthorizer;
  readonly logged: string[] = [];
  /** What is no trouble. */
  readonly informed: Record<string, unknown>[] = [];
  /** Who was cut off for what they sent, and in which rooms. */
  readonly cutOff: [string, readonly string[]][] = [];
  readonly engine: CollabEngine;
  /** How often something was packed. */
  packed = 0;
  packFault: Error | null = null;

  /** `beside`: another process, with which this one shares the log, the rights and the time. */
  constructor({
    beside,
    ...options
  }: { maxConnections?: number; compactor?: Compactor; bus?: RoomBus; beside?: EngineBench } = {}) {
    this.clock = beside?.clock ?? new FakeClock();
    this.log = beside?.log ?? new MemoryDocumentLog();
    this.authorizer = beside?.authorizer ?? new TestAuthorizer(this.log);
    const note = (message: string): void => void this.logged.push(message);
    const inform = (message: string, facts = {}): void => void this.informed.push({ message, ...facts });
    const logger: Logger = { info: inform, warn: note, error: note };
    if (!beside) this.log.create(ROOM);
    this.engine = new CollabEngine({
      log: this.log,
      authorizer: this.authorizer,
      clock: this.clock,
      logger,
      compactor: (updates) => Promise.resolve(buildSnapshot(updates)),
      deflate: async (bytes) => {
        if (this.packFault) throw this.packFault;
        this.packed += 1;
        return deflateRawSync(bytes);
      },
      schemaVersion: SCHEMA_VERSION,
      rootNames: { note: ['body'] },
      onCutOff: ({ personId }, rooms) => this.cutOff.push([personId, rooms]),
      ...options,
    });
  }

  /** A page that is connected and has said nothing. */
  connect(personId = 'anna', loginSessionId = `sign-in of ${personId}`): TestPage {
    const page = new TestPage(personId);
    page.handle = this.engine.connect(page, { personId, loginSessionId });
    return page;
  }

  /** A page in the room. */
  async enter(
    personId = 'anna',
    join: Partial<Extract<ClientFrame, { type: 'join' }>> = {},
  ): Promise<TestPage> {
    const page = this.connect(personId);
    page.hello();
    page.join(join);
    await settled();
    return page;
  }

  /** Access to the room changes, in the log and for the engine. */
  async changeAccess(personId: string, access: 'none' | 'read' | 'write', room = ROOM): Promise<void> {
    this.authorizer.access.set(personId, access);
    this.log.get(room).accessVersion++;
    await this.engine.refreshAccess();
    await settled();
  }

  /** What a page that has nothing would be sent. */
  async stored(room = ROOM): Promise<string> {
    const document = await this.log.load(room);
    const page = new TestPage('nobody');
    for (const update of [document?.snapshot, ...(document?.tail ?? [])])
      if (update) Y.applyUpdate(page.doc, update.bytes);
    return page.text();
  }
}
