import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { MemoryDevice } from './memory-local-store.ts';
import { settled } from './testing/fake-clock.ts';
import { roomName, TestBench, type TestPage, textOf } from './testing/test-bench.ts';

/** A person at a device, who reloads the page now and then. */
interface Desk {
  readonly personId: string;
  readonly device: MemoryDevice;
  page: TestPage;
  room: ReturnType<TestPage['client']['openRoom']>;
}

type Kind = 'write' | 'delete' | 'reload' | 'cut' | 'deliver' | 'upwards' | 'downwards' | 'repeat';
type Step =
  | { kind: Kind; desk: number; at: number }
  | { kind: 'server-dies' | 'server-back' | 'pass' | 'moment'; at: number };

const desks = 4;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: deskStep('write') },
  { weight: 1, arbitrary: deskStep('delete') },
  { weight: 3, arbitrary: deskStep('deliver') },
  { weight: 3, arbitrary: deskStep('upwards') },
  { weight: 3, arbitrary: deskStep('downwards') },
  { weight: 2, arbitrary: deskStep('reload') },
  { weight: 2, arbitrary: deskStep('cut') },
  { weight: 2, arbitrary: deskStep('repeat') },
  { weight: 1, arbitrary: serverStep('server-dies') },
  { weight: 2, arbitrary: serverStep('server-back') },
  { weight: 3, arbitrary: serverStep('pass') },
  { weight: 5, arbitrary: serverStep('moment') },
);

function deskStep(kind: Kind): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constant(kind),
    desk: fc.integer({ min: 0, max: desks - 1 }),
    at: fc.integer({ min: 0, max: 1_000 }),
  });
}

function serverStep(kind: 'server-dies' | 'server-back' | 'pass' | 'moment'): fc.Arbitrary<Step> {
  return fc.record({ kind: fc.constant(kind), at: fc.integer({ min: 0, max: 1_000 }) });
}

/** Desks 0 and 1 are tabs of one browser and one person; the others are alone. */
function openDesks(bench: TestBench): Desk[] {
  const shared = new MemoryDevice();
  return ['anna', 'anna', 'bram', 'carla'].map((personId) => {
    const device = personId === 'anna' ? shared : new MemoryDevice();
    const page = bench.page(personId, device);
    return { personId, device, page, room: page.client.openRoom(roomName) };
  });
}

class Story {
  readonly bench = new TestBench();
  readonly desks: Desk[];
  readonly written: string[] = [];
  readonly deleted = new Set<string>();

  constructor() {
    this.desks = openDesks(this.bench);
  }

  async take(next: Step): Promise<void> {
    const { server, clock } = this.bench;
    if (next.kind === 'pass') return clock.advance(next.at * 5);
    // Long enough for the next frame of edits, too short for anything to be given up.
    if (next.kind === 'moment') return clock.advance(35);
    if (next.kind === 'server-back') return void (server.isReachable = true);
    if (next.kind === 'server-dies') {
      server.isReachable = false;
      return server.cutAll();
    }
    const desk = 'desk' in next ? this.desks[next.desk] : undefined;
    if (!desk || !('desk' in next)) return;
    if (next.kind === 'write') this.#write(desk, next.at);
    if (next.kind === 'delete') this.#delete(desk, next.at);
    if (next.kind === 'reload') await this.#reload(desk);
    if (next.kind === 'deliver') await this.#deliver(next.desk, next.at % 12);
    if (next.kind === 'upwards') this.#pass(next.desk, next.at % 3, 'deliverToServer');
    if (next.kind === 'downwards') this.#pass(next.desk, next.at % 3, 'deliverToClient');
    if (next.kind === 'cut') this.#sessionsOf(next.desk).forEach((session) => server.cut(session));
    if (next.kind === 'repeat') this.#repeat(next.desk, next.at);
  }

  async heal(): Promise<void> {
    this.bench.server.isReachable = true;
    await this.bench.run(60_000);
  }

  #write(desk: Desk, at: number): void {
    if (desk.room.status.access !== 'write') return;
    const token = `<${this.written.length}>`;
    this.written.push(token);
    const text = desk.room.doc.getText('body');
    desk.room.doc.transact(() => text.insert(boundary(text.toJSON(), at), token), 'editor');
  }

  #delete(desk: Desk, at: number): void {
    if (desk.room.status.access !== 'write') return;
    const text = desk.room.doc.getText('body');
    const tokens = [...text.toJSON().matchAll(/<\d+>/g)];
    const token = tokens[at % Math.max(1, tokens.length)];
    if (!token) return;
    this.deleted.add(token[0]);
    desk.room.doc.transact(() => text.delete(token.index, token[0].length), 'editor');
  }

  async #reload(desk: Desk): Promise<void> {
    await desk.page.crash();
    desk.page = this.bench.page(desk.personId, desk.device);
    desk.room = desk.page.client.openRoom(roomName);
    await settled();
  }

  async #deliver(desk: number, count: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      for (const session of this.#sessionsOf(desk)) this.bench.server.deliver(session);
      await settled();
    }
  }

  #pass(desk: number, count: number, direction: 'deliverToServer' | 'deliverToClient'): void {
    for (const session of this.#sessionsOf(desk)) {
      for (let left = count; left > 0; left--) this.bench.server[direction](session);
    }
  }

  /** The network gives a client a frame of the past once more, and one from the future too early. */
  #repeat(desk: number, at: number): void {
    const { log, channel } = this.bench.server.room(roomName);
    const seq = log.length === 0 || at % 2 === 0 ? log.length : 1 + (at % log.length);
    for (const session of this.#sessionsOf(desk)) {
      if (seq > 0 && session.members.size > 0) {
        const frame = { type: 'updates', channel, seq, updates: log.slice(seq - 1, seq) } as const;
        this.bench.server.sendEarly(session, frame);
      }
    }
  }

  #sessionsOf(desk: number) {
    const { personId } = this.desks[desk] ?? { personId: '' };
    return this.bench.server.sessions.filter((session) => session.personId === personId);
  }
}

/** A place between two tokens, so that none is torn. */
function boundary(text: string, at: number): number {
  const ends = [0, ...[...text.matchAll(/>/g)].map((match) => match.index + 1)];
  return ends[at % ends.length] ?? 0;
}

describe('nothing is lost and nothing is doubled', () => {
  it('whatever order of typing, drops, reloads, repeats and dead servers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), async (steps) => {
        const story = new Story();
        await story.bench.run(1_000);
        for (const next of steps) await story.take(next);
        await story.heal();

        const text = textOf(story.bench.server.document(roomName));
        for (const token of story.written) {
          const count = text.split(token).length - 1;
          expect([token, count]).toEqual([token, story.deleted.has(token) ? 0 : 1]);
        }
        for (const desk of story.desks) {
          expect(textOf(desk.room.doc)).toBe(text);
          expect(desk.room.status).toMatchObject({ saving: 'saved', unsavedCount: 0, connection: 'online' });
          expect(desk.device.edits.size).toBe(0);
          expect(desk.room.doc.store.pendingStructs).toBeNull();
          expect(textOf(copyOf(desk))).toBe(text);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

/** The document as the device alone would show it. */
function copyOf(desk: Desk): Y.Doc {
  const doc = new Y.Doc();
  for (const update of desk.device.copies.get(`${desk.personId} ${roomName}`)?.updates ?? []) {
    Y.applyUpdate(doc, update);
  }
  return doc;
}
