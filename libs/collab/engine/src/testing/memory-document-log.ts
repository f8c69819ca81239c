import type {
  AppendBatch,
  AppendOutcome,
  DocumentHead,
  DocumentLog,
  LogPart,
  Snapshot,
  StoredDocument,
  StoredUpdate,
} from '../ports.ts';

interface MemoryDocument {
  documentId: string;
  room: string;
  generation: number;
  headSeq: number;
  accessVersion: number;
  snapshot: StoredUpdate | null;
  updates: (StoredUpdate & { personId: string })[];
  clientIds: Map<number, string>;
}

/** A log in memory, with the same promises but for the disk, and with faults at will. */
export class MemoryDocumentLog implements DocumentLog {
  readonly documents = new Map<string, MemoryDocument>();
  readonly ended = new Set<string>();
  #nextClientId = 1_000;
  /** Called before each method: throw to let it fail, wait to let it hang. */
  fault: (method: keyof DocumentLog) => Promise<void> | void = () => undefined;
  /** Called after an append took effect and before its answer. */
  afterAppend: () => Promise<void> | void = () => undefined;

  create(room: string): MemoryDocument {
    const document = {
      documentId: `document of ${room}`,
      room,
      generation: 1,
      headSeq: 0,
      accessVersion: 1,
      snapshot: null,
      updates: [],
      clientIds: new Map(),
    };
    this.documents.set(room, document);
    return document;
  }

  get(room: string): MemoryDocument {
    const document = this.documents.get(room);
    if (!document) throw new Error(`no document behind ${room}`);
    return document;
  }

  #byId(documentId: string): MemoryDocument | undefined {
    return [...this.documents.values()].find((document) => document.documentId === documentId);
  }

  async load(room: string): Promise<StoredDocument | null> {
    await this.fault('load');
    const document = this.documents.get(room);
    if (!document) return null;
    const { documentId, generation, headSeq, accessVersion, snapshot } = document;
    const tail = document.updates.filter((update) => update.seq > (snapshot?.seq ?? 0));
    return { documentId, generation, headSeq, accessVersion, snapshot, tail };
  }

  async append(batches: readonly AppendBatch[]): Promise<AppendOutcome[]> {
    await this.fault('append');
    const outcomes = batches.map((batch) => this.#appendOne(batch));
    await this.afterAppend();
    return outcomes;
  }

  #appendOne(batch: AppendBatch): AppendOutcome {
    const ended = batch.loginSessionIds.filter((id) => this.ended.has(id));
    if (ended.length > 0) return { status: 'session-ended', loginSessionIds: ended };
    const document = this.#byId(batch.documentId);
    if (!document || document.generation !== batch.generation) return { status: 'gone' };
    if (document.accessVersion !== batch.accessVersion)
      return { status: 'stale-access', accessVersion: document.accessVersion };
    if (document.headSeq !== batch.headSeq) return { status: 'moved' };
    for (const update of batch.updates) document.updates.push({ ...update, seq: ++document.headSeq });
    return { status: 'stored' };
  }

  async readSince(documentId: string, seq: number): Promise<LogPart | null> {
    await this.fault('readSince');
    const document = this.#byId(documentId);
    if (!document || seq > document.headSeq) return null;
    const updates = document.updates.filter((update) => update.seq > seq);
    if (updates.length !== document.headSeq - seq) return null;
    return { updates, accessVersion: document.accessVersion };
  }

  async issueClientIds(documentId: string, personId: string, count: number): Promise<number[]> {
    await this.fault('issueClientIds');
    const ids = Array.from({ length: count }, () => this.#nextClientId++);
    for (const id of ids) this.#byId(documentId)?.clientIds.set(id, personId);
    return ids;
  }

  async clientIdsOf(documentId: string, personId: string): Promise<number[]> {
    await this.fault('clientIdsOf');
    const all = this.#byId(documentId)?.clientIds ?? new Map<number, string>();
    return [...all].filter(([, owner]) => owner === personId).map(([id]) => id);
  }

  async heads(rooms: readonly string[]): Promise<Map<string, DocumentHead>> {
    await this.fault('heads');
    const known = rooms.flatMap((room) => this.documents.get(room) ?? []);
    return new Map(
      known.map(({ room, accessVersion, generation, headSeq }) => [
        room,
        { accessVersion, generation, headSeq },
      ]),
    );
  }

  async endedLoginSessions(loginSessionIds: readonly string[]): Promise<string[]> {
    await this.fault('endedLoginSessions');
    return loginSessionIds.filter((id) => this.ended.has(id));
  }

  async writeSnapshot(snapshot: Snapshot): Promise<boolean> {
    await this.fault('writeSnapshot');
    const document = this.#byId(snapshot.documentId);
    if (!document || document.generation !== snapshot.generation) return false;
    if ((document.snapshot?.seq ?? 0) >= snapshot.upTo || snapshot.upTo > document.headSeq) return false;
    document.snapshot = { seq: snapshot.upTo, bytes: snapshot.bytes };
    document.updates = document.updates.filter((update) => update.seq > snapshot.trimTo);
    return true;
  }
}
