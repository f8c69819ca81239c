import * as Y from 'yjs';
import { addStored } from '../../admission/add-stored.ts';
import { admit, type Admission } from '../../admission/admit.ts';
import { StructIndex } from '../../admission/struct-index.ts';
import { buildSnapshot } from '../../compaction/build-snapshot.ts';
import { contentOf } from '../../compaction/content-hash.ts';
import { EditingSession } from '../editing-session.ts';
import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import { type ForgedUpdate, reauthored, takeApart } from './forged-update.ts';
import { FuzzFinding, type FuzzReport } from './fuzz-report.ts';
import { mutate } from './mutate.ts';

const ATTACKER = 70_001;
/** An attacker was given more than one client id, as every page is. */
const SPARE = 70_002;
const CASES_PER_DOCUMENT = 250;
const rootNames = new Set(['body']);

/** A document that honest people write in while somebody sends whatever a mutation makes of their updates. */
class AttackedDocument {
  readonly index = new StructIndex();
  readonly doc = new Y.Doc();
  readonly stored: Uint8Array[] = [];
  readonly #random: SeededRandom;
  readonly #session: EditingSession;
  readonly #models: ForgedUpdate[] = [];

  constructor(random: SeededRandom) {
    this.#random = random;
    this.#session = new EditingSession(random, 3);
    while (this.#models.length < 5) this.writeHonestly();
  }

  /** One honest edit: it must be taken, whatever was sent before it. */
  writeHonestly(): void {
    for (const { client, update } of this.#session.step()) {
      const admission = admit(update, this.index, { isOwn: (id) => id === client, rootNames });
      if (admission.kind !== 'admitted') throw new Error(`an honest edit was ${describe(admission)}`);
      this.#store(admission);
      this.#models.push(takeApart(update));
      if (this.#models.length > 40) this.#models.shift();
    }
  }

  makeHostile(): Uint8Array {
    const author = this.#random.pick([ATTACKER, ATTACKER, SPARE]);
    const clockOf = (client: number): number => this.index.admittedClock(client);
    const update = reauthored(this.#random.pick(this.#models), author, clockOf(author));
    return mutate(update, { random: this.#random, clients: [...this.index.clients(), ATTACKER], clockOf });
  }

  /** The answer to a hostile update, after checks of all that must hold then. */
  send(bytes: Uint8Array): { admission: Admission; milliseconds: number } {
    const [before, types] = [clocksOf(this.index), this.index.typeCount()];
    const started = performance.now();
    const isOwn = (id: number): boolean => id === ATTACKER || id === SPARE;
    const admission = admit(bytes, this.index, { isOwn, rootNames });
    const milliseconds = performance.now() - started;
    if (admission.kind === 'admitted') this.#store(admission);
    else if (
      clocksOf(this.index) !== before ||
      (admission.kind === 'refused' && this.index.typeCount() !== types)
    )
      throw new Error(`${describe(admission)} left a trace`);
    return { admission, milliseconds };
  }

  #store({ bytes, advances }: Extract<Admission, { kind: 'admitted' }>): void {
    for (const { client, clock } of advances) this.index.markStored(client, clock);
    this.stored.push(bytes);
    Y.applyUpdate(this.doc, bytes);
    const { store } = this.doc;
    if (store.pendingStructs || store.pendingDs) throw new Error('readers wait for what never comes');
    for (const client of new Set([...this.index.clients(), ...store.clients.keys()]))
      if (Y.getState(store, client) !== this.index.storedClock(client))
        throw new Error(
          `readers stand at ${Y.getState(store, client)}, the index at ${clocksOf(this.index)}`,
        );
  }

  /** The document can be read, opened from its log or from a snapshot, and is the same in all of them. */
  checkWhole(read: (doc: Y.Doc) => void): void {
    const loaded = new StructIndex();
    for (const bytes of this.stored) addStored(loaded, bytes);
    if (depthsOf(loaded) !== depthsOf(this.index)) throw new Error('the index differs after a restart');
    const text = withoutMarks(this.doc);
    read(this.doc);
    const snapshot = buildSnapshot(this.stored);
    if (!snapshot) throw new Error('no snapshot can be proved');
    const opened = new Y.Doc();
    Y.applyUpdate(opened, snapshot);
    if (withoutMarks(opened) !== text) throw new Error('the snapshot reads differently');
    const fromSnapshot = new StructIndex();
    addStored(fromSnapshot, snapshot);
    if (clocksOf(fromSnapshot) !== clocksOf(this.index)) throw new Error('the snapshot has other clocks');
  }
}

function describe(admission: Admission): string {
  return admission.kind === 'refused' ? `refused as ${admission.code}` : admission.kind;
}

/** What the index believes of clocks, as text. */
function clocksOf(index: StructIndex): string {
  const clients = [...index.clients()].sort((a, b) => a - b);
  return clients.map((id) => `${id}:${index.admittedClock(id)}/${index.storedClock(id)}`).join(' ');
}

/**
 * Everything but where marks begin and end: with concurrent marks Yjs tidies these up in each copy for itself, in the
 * order in which edits came. Compaction proves them equal for all who open the document anew.
 */
function withoutMarks(doc: Y.Doc): string {
  return contentOf(doc).replace(/<(\[\[.*?\]\])?>/g, '');
}

/** How deep the struct at every clock lies. */
function depthsOf(index: StructIndex): string {
  const lines = [...index.clients()]
    .sort((a, b) => a - b)
    .map((client) => {
      const clocks = Math.min(index.storedClock(client), 3_000);
      return Array.from({ length: clocks }, (_, at) => index.depth(index.parentAt(client, at))).join();
    });
  return lines.join('\n');
}

/**
 * Sends hostile updates until it has sent enough.
 * @param read whatever else reads documents: it must not throw
 * @throws {FuzzFinding} at the first that does any harm
 */
export function fuzzUpdates(
  seed: number,
  isEnough: (report: FuzzReport) => boolean,
  read: (doc: Y.Doc) => void = () => undefined,
): FuzzReport {
  const report: FuzzReport = { cases: 0, codes: new Map(), slowestRefusal: 0 };
  const random = seededRandom(seed);
  let bytes: Uint8Array = new Uint8Array();
  try {
    for (let attacked = new AttackedDocument(random); !isEnough(report);) {
      if (random.below(4) === 0) attacked.writeHonestly();
      bytes = attacked.makeHostile();
      const { admission, milliseconds } = attacked.send(bytes);
      const code = admission.kind === 'refused' ? admission.code : admission.kind;
      report.codes.set(code, (report.codes.get(code) ?? 0) + 1);
      if (admission.kind === 'refused') report.slowestRefusal = Math.max(report.slowestRefusal, milliseconds);
      report.cases++;
      if (report.cases % CASES_PER_DOCUMENT !== 0) continue;
      attacked.checkWhole(read);
      attacked = new AttackedDocument(random);
    }
  } catch (error) {
    throw new FuzzFinding(error, { seed, number: report.cases, bytes });
  }
  return report;
}
