import { limits } from '@kring/collab-protocol';
import type { RefusalCode } from '@kring/collab-protocol';
import { ByteReader } from './byte-reader.ts';
import { Refusal } from './refusal.ts';
import { UNKNOWN_PARENT } from './struct-index.ts';
import type { StructIndex } from './struct-index.ts';
import { NONE, Struct } from './struct-reader.ts';

export interface ClockAdvance {
  readonly client: number;
  readonly clock: number;
}

export type Admission =
  /**
   * `bytes` are to be stored; the index holds their structs, from the clocks where they `began` to those to which
   * they advanced, as admitted, not yet as stored.
   */
  | { kind: 'admitted'; bytes: Uint8Array; began: ClockAdvance[]; advances: ClockAdvance[] }
  /** All of it is known already, though perhaps not yet on disk: that is so once `advances` are stored. */
  | { kind: 'known'; advances: ClockAdvance[] }
  | { kind: 'refused'; code: RefusalCode };

export interface AdmissionRules {
  /** Whether the server gave this Yjs client id to the person who sends. */
  isOwn(client: number): boolean;
  /** Names of the shared types at the root of this kind of document. */
  readonly rootNames: ReadonlySet<string>;
}

/**
 * Highest number of characters that one collected or deleted struct of a page may stand for. What is stored has longer
 * ones: a snapshot makes one of neighbours.
 */
const MAX_GONE_LENGTH = 2 ** 24;

const struct = new Struct();

class Admitter {
  readonly reader: ByteReader;
  readonly index: StructIndex;
  readonly rules: AdmissionRules;
  readonly advances: ClockAdvance[] = [];
  /** Where this update's structs begin, for undoing. */
  readonly began: ClockAdvance[] = [];
  structs = 0;
  isKnown = true;

  constructor(bytes: Uint8Array, index: StructIndex, rules: AdmissionRules) {
    this.reader = new ByteReader(bytes);
    this.index = index;
    this.rules = rules;
  }

  readSections(): void {
    for (let left = this.reader.uint(); left > 0; left--) this.readSection();
  }

  private readSection(): void {
    const { reader, index, advances } = this;
    const count = reader.uint();
    if (count === 0) throw new Refusal('malformed');
    if ((this.structs += count) > limits.updateStructs) throw new Refusal('too-many-structs');
    const client = reader.uint();
    let clock = reader.uint();
    if (!this.rules.isOwn(client)) throw new Refusal('foreign-client-id');
    // Yjs keeps only the last section of a client.
    for (const section of advances) if (section.client === client) throw new Refusal('malformed');
    const known = index.admittedClock(client);
    if (clock > known) throw new Refusal('clock-gap');
    const isNew = clock === known;
    if (isNew) {
      this.began.push({ client, clock });
      this.isKnown = false;
    }
    for (let i = 0; i < count; i++) {
      struct.read(reader);
      if (struct.length > MAX_GONE_LENGTH) throw new Refusal('gc-not-allowed');
      const parent = this.parentOf(client, clock);
      // Yjs would split it, and fail on the parts when the attribute is collected.
      if (struct.length > 1 && !struct.isGone && index.areAttributes(parent))
        throw new Refusal('value-not-allowed');
      if (struct.isType && index.depth(parent) >= limits.typeDepth) throw new Refusal('too-deep');
      if (isNew && struct.isType) index.addType(client, clock, parent);
      if (isNew) index.add(client, struct.length, parent, struct.follows(client, clock));
      clock += struct.length;
      if (clock > limits.clock) throw new Refusal('clock-out-of-range');
    }
    if (!isNew && clock > known) throw new Refusal('clock-overlap');
    advances.push({ client, clock });
  }

  /** Checks what the struct refers to; the parent in which it lives. */
  private parentOf(client: number, clock: number): number {
    const { index } = this;
    let parent = UNKNOWN_PARENT;
    if (struct.originClient !== NONE) {
      this.requireKnown(struct.originClient, struct.originClock, client, clock);
      parent = index.parentAt(struct.originClient, struct.originClock);
    }
    if (struct.rightClient !== NONE) {
      this.requireKnown(struct.rightClient, struct.rightClock, client, clock);
      // A place before its left neighbour: where readers put it depends on what else they read first.
      if (
        struct.rightClient === struct.originClient &&
        index.isInOrder(struct.originClient, struct.rightClock, struct.originClock)
      )
        throw new Refusal('malformed');
      const right = index.parentAt(struct.rightClient, struct.rightClock);
      if (parent === UNKNOWN_PARENT) return right;
      if (right !== UNKNOWN_PARENT && right !== parent) throw new Refusal('malformed');
    }
    if (struct.parentClient !== NONE) {
      this.requireKnown(struct.parentClient, struct.parentClock, client, clock);
      return placeIn(index, index.typeAt(struct.parentClient, struct.parentClock));
    }
    if (struct.rootName === null) return parent;
    if (!this.rules.rootNames.has(struct.rootName)) throw new Refusal('root-not-allowed');
    return placeIn(index, index.root(struct.rootName));
  }

  /** Of others only what is on disk can be known to an honest page; of one's own, also what is on its way. */
  private requireKnown(owner: number, at: number, client: number, clock: number): void {
    if (at >= (owner === client ? clock : this.knownEnd(owner))) throw new Refusal('clock-gap');
  }

  private knownEnd(owner: number): number {
    return this.rules.isOwn(owner) ? this.index.admittedClock(owner) : this.index.storedClock(owner);
  }

  /** Whether there are any. */
  readDeletes(): boolean {
    const { reader, index } = this;
    let total = 0;
    for (let left = reader.uint(); left > 0; left--) {
      const client = reader.uint();
      const ranges = reader.uint();
      if ((total += ranges) > limits.updateDeleteRanges) throw new Refusal('too-many-structs');
      if (!index.has(client) || ranges === 0) throw new Refusal('delete-out-of-range');
      const end = this.knownEnd(client);
      for (let i = 0; i < ranges; i++) {
        const clock = reader.uint();
        const length = reader.uint();
        if (length === 0 || clock + length > end) throw new Refusal('delete-out-of-range');
      }
    }
    return total > 0;
  }

  undo(): void {
    for (const { client, clock } of this.began) this.index.truncate(client, clock);
  }
}

function placeIn(index: StructIndex, type: number): number {
  return struct.hasKey ? index.attributesOf(type) : type;
}

/**
 * Whether an update may be stored. Never builds a Y.Doc and never throws for what the bytes hold; whatever is refused
 * leaves no trace in the index. SPEC A1 to A9.
 */
export function admit(bytes: Uint8Array, index: StructIndex, rules: AdmissionRules): Admission {
  if (bytes.length > limits.updateBytes) return { kind: 'refused', code: 'too-large' };
  const admitter = new Admitter(bytes, index, rules);
  const typeCount = index.typeCount();
  try {
    admitter.readSections();
    const deletesFrom = admitter.reader.position;
    const hasDeletes = admitter.readDeletes();
    if (admitter.reader.position !== bytes.length) throw new Refusal('not-v1');
    const { began, advances, isKnown, structs } = admitter;
    if (isKnown && !hasDeletes) return { kind: 'known', advances };
    // Known structs with deletions: only the deletions can be new, so only they are stored.
    const news = isKnown && structs > 0 ? withoutStructs(bytes, deletesFrom) : bytes;
    return { kind: 'admitted', bytes: news, began, advances };
  } catch (error) {
    admitter.undo();
    index.resetTypes(typeCount);
    if (error instanceof Refusal) return { kind: 'refused', code: error.code };
    throw error;
  }
}

function withoutStructs(bytes: Uint8Array, deletesFrom: number): Uint8Array {
  const deletes = new Uint8Array(1 + bytes.length - deletesFrom);
  deletes.set(bytes.subarray(deletesFrom), 1);
  return deletes;
}
