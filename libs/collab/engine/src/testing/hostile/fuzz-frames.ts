import { encodeClientFrame, limits, PROTOCOL_VERSION } from '@kring/collab-protocol';
import type { ClientFrame } from '@kring/collab-protocol';
import * as Y from 'yjs';
import { EngineBench, ROOM, SCHEMA_VERSION, type TestPage } from '../engine-bench.ts';
import { settled } from '../fake-clock.ts';
import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import { forge, overlong } from './forge.ts';
import { FuzzFinding, type FuzzReport } from './fuzz-report.ts';
import { hostileUpdates } from './corpus.ts';

const FRAMES_PER_ATTACKER = 8;
const ATTACKERS_PER_ENGINE = 20;
const EDGES = [0, 1, 2, 63, 64, 65, 127, 128, 2 ** 31, 2 ** 32, 2 ** 53 - 1];
const CURSORS = [
  '',
  'null',
  '{}',
  '[]',
  '5',
  '{',
  '{"__proto__":1}',
  '{"\\u005f_proto__":1}',
  '['.repeat(900),
  '\ud800',
];
/** With what a connection may be closed that says what cannot be. */
const FAREWELLS = new Set(['protocol-error', 'limit', 'reload-needed', 'too-slow']);

/** Frames of every type, with values that are right, on the edge or beyond it. */
class FrameMaker {
  readonly #random: SeededRandom;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  make(page: TestPage): Uint8Array {
    const frame = this.#frame(page);
    // Strings and numbers that cannot be written are no frames of a page either.
    const bytes = encodeClientFrame(frame);
    return this.#random.below(6) === 0 ? this.#spoil(bytes) : bytes;
  }

  #frame(page: TestPage): ClientFrame {
    const random = this.#random;
    const number = (right: number): number => (random.below(8) > 0 ? right : random.pick(EDGES));
    const channel = number(page.channel);
    return random.pick<() => ClientFrame>([
      () => ({
        type: 'hello',
        protocolVersion: number(PROTOCOL_VERSION),
        schemaVersion: number(SCHEMA_VERSION),
      }),
      () => ({ type: 'ping' }),
      () => ({ type: 'leave', channel }),
      () => ({ type: 'fetch', channel, seq: number(0) }),
      () => ({ type: 'presence', channel, cursor: new TextEncoder().encode(random.pick(CURSORS)) }),
      () => ({
        type: 'join',
        room: random.pick([ROOM, ROOM, 'note:2', 'x'.repeat(201), '__proto__', 'note:', '']),
        generation: number(0),
        seq: number(0),
        clientId: number(page.doc.clientID),
      }),
      () => ({
        type: 'update',
        channel,
        clientSeq: number(page.clientSeq + 1),
        updates: this.#updates(page),
      }),
      () => ({
        type: 'update',
        channel,
        clientSeq: number(page.clientSeq + 1),
        updates: this.#updates(page),
      }),
    ])();
  }

  #updates(page: TestPage): Uint8Array[] {
    const random = this.#random;
    const own = page.doc.clientID;
    const target = {
      own,
      ownClock: Y.getState(page.doc.store, own),
      other: random.below(2 ** 20),
      otherClock: 9,
    };
    const honest = page.write('words');
    return random.pick([
      () => honest,
      () => [...honest, ...honest],
      () => Array.from({ length: random.below(4) }, () => random.pick(hostileUpdates).make(target)),
      () => Array.from({ length: limits.updatesPerFrame + random.below(2) }, () => new Uint8Array([0, 0])),
    ])();
  }

  #spoil(bytes: Uint8Array): Uint8Array {
    const random = this.#random;
    const at = random.below(bytes.length);
    return random.pick([
      () => bytes.slice(0, at),
      () => forge(bytes, bytes),
      () => forge(bytes.slice(0, at), overlong(bytes[at] ?? 0, 2 + random.below(160)), bytes.slice(at + 1)),
      () => Uint8Array.from(bytes, (byte) => (random.below(8) === 0 ? random.below(256) : byte)),
      () => Uint8Array.from({ length: random.below(40) }, () => random.below(256)),
    ])();
  }
}

function checkFarewell(attacker: TestPage): void {
  if (!attacker.isClosed) return;
  const code = attacker.last('error')?.code ?? 'nothing';
  if (!FAREWELLS.has(code)) throw new Error(`the attacker was sent away with ${code}`);
}

/** Everybody else in the room still sees each other's words, and nothing was reported that somebody must look at. */
async function checkOthers(bench: EngineBench, honest: readonly TestPage[], word: string): Promise<void> {
  for (const page of honest) page.type(word);
  await bench.clock.advance(1_000);
  for (const page of honest) {
    if (page.isClosed) throw new Error('somebody else was sent away');
    if (page.last('ack')?.clientSeq !== page.clientSeq)
      throw new Error('an honest edit was not acknowledged');
    const stored = await bench.stored();
    if (page.text() !== stored) throw new Error('somebody else reads something else than is stored');
  }
  if (bench.logged.length > 0) throw new Error(`reported: ${bench.logged.join('; ')}`);
}

/** Sends frames to an engine that others write in. @throws {FuzzFinding} at the first that does any harm */
export async function fuzzFrames(
  seed: number,
  isEnough: (report: FuzzReport) => boolean,
): Promise<FuzzReport> {
  const report: FuzzReport = { cases: 0, codes: new Map(), slowestRefusal: 0 };
  const random = seededRandom(seed);
  const maker = new FrameMaker(random);
  let bytes: Uint8Array = new Uint8Array();
  try {
    while (!isEnough(report)) {
      const bench = new EngineBench();
      const honest = [await bench.enter('anna'), await bench.enter('bram')];
      for (let count = 0; count < ATTACKERS_PER_ENGINE; count++) {
        const attacker =
          random.below(4) === 0 ? bench.connect(`mallory ${count}`) : await bench.enter(`mallory ${count}`);
        for (let left = FRAMES_PER_ATTACKER; left > 0 && !attacker.isClosed; left--) {
          bytes = maker.make(attacker);
          attacker.handle?.receive(bytes);
          report.cases++;
          await settled();
        }
        await checkOthers(bench, honest, `${count}`);
        checkFarewell(attacker);
        const end = attacker.last('error')?.code ?? 'stays';
        report.codes.set(end, (report.codes.get(end) ?? 0) + 1);
        attacker.handle?.closed();
      }
    }
  } catch (error) {
    throw new FuzzFinding(error, { seed, number: report.cases, bytes });
  }
  return report;
}
