import { setTimeout as delay } from 'node:timers/promises';
import { type Copy, type History, judge, type Operation, type Revocation, type Verdict } from './checker.ts';
import { Community } from './community.ts';
import { Installation } from '../../../tools/installation.ts';
import { Page } from './page.ts';
import { seededRandom } from './random.ts';
import { countStored, headSeqOf, readStoredRoom } from './stored-log.ts';
import { contentHash, tokensIn } from './text.ts';
import { Typist } from './typist.ts';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

export interface TortureOptions {
  readonly apiKills: number;
  readonly postgresKills: number;
  readonly seed: number;
  readonly rooms?: number;
  readonly typistsPerRoom?: number;
  readonly say?: (line: string) => void;
  readonly installation?: Installation;
}

export interface TortureReport {
  readonly seed: number;
  readonly apiKills: number;
  readonly postgresKills: number;
  readonly reloads: number;
  readonly operations: number;
  readonly ackedInserts: number;
  readonly ackedRemovals: number;
  readonly crashes: number;
  /** Milliseconds from a server that is ready to an answer for every typist, sorted. */
  readonly recoveries: readonly number[];
  readonly seconds: number;
  readonly verdict: Verdict;
}

type Fault = 'api' | 'postgres';
const stuckAfter = 90_000;
const checkEvery = 25;

/** Kills servers while people type, lets it all heal, and judges what is left. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const installation = options.installation ?? (await Installation.start());
  const run = new TortureRun(installation, options);
  try {
    return await run.run();
  } finally {
    await run.leave();
    if (!options.installation) await installation.stop();
  }
}

class TortureRun {
  readonly #installation: Installation;
  readonly #options: TortureOptions;
  readonly #random: () => number;
  readonly #operations: Operation[] = [];
  readonly #typists: Typist[] = [];
  readonly #readers: Page[] = [];
  readonly #recoveries: number[] = [];
  readonly #rooms: string[] = [];
  #reloads = 0;

  constructor(installation: Installation, options: TortureOptions) {
    this.#installation = installation;
    this.#options = options;
    this.#random = seededRandom(options.seed);
  }

  async run(): Promise<TortureReport> {
    const begin = Date.now();
    const community = await Community.found(this.#installation);
    await this.#gather(community);
    const late = await community.invite('observer');
    await this.#faults();
    const revocations = [await this.#revoke(community)];
    await this.#heal();
    const verdict = judge(await this.#history(late, revocations));
    const { seed, apiKills, postgresKills } = this.#options;
    return {
      seed,
      apiKills,
      postgresKills,
      reloads: this.#reloads,
      operations: this.#operations.length,
      ackedInserts: this.#operations.filter(({ insert }) => insert === 'acked').length,
      ackedRemovals: this.#operations.filter(({ removal }) => removal === 'acked').length,
      crashes: this.#installation.crashes,
      recoveries: this.#recoveries.sort((a, b) => a - b),
      seconds: Math.round((Date.now() - begin) / 1000),
      verdict,
    };
  }

  async leave(): Promise<void> {
    await Promise.all([
      ...this.#typists.map((typist) => typist.stop()),
      ...this.#readers.map((page) => page.close()),
    ]);
  }

  async #gather(community: Community): Promise<void> {
    const { rooms = 3, typistsPerRoom = 3 } = this.#options;
    for (let number = 0; number < rooms; number++) {
      const roomName = await community.addNote(`Onder vuur ${number + 1}`);
      this.#rooms.push(roomName);
      for (let count = 0; count < typistsPerRoom; count++) {
        const visitor = await community.invite('participant');
        const random = seededRandom(this.#options.seed * 1_000 + this.#typists.length);
        const operations = this.#operations;
        // One of three is behind a proxy that lets no WebSocket through.
        this.#typists.push(
          new Typist({ visitor, roomName, random, operations, pause: 150, isPolling: count % 3 === 2 }),
        );
      }
      this.#readers.push(new Page(await community.invite('observer'), roomName));
    }
    await Promise.all(
      [...this.#typists.map(({ page }) => page), ...this.#readers].map((p) => p.untilReady()),
    );
    for (const typist of this.#typists) typist.start();
  }

  async #faults(): Promise<void> {
    const { apiKills, postgresKills, say } = this.#options;
    const faults: Fault[] = [
      ...Array<Fault>(apiKills).fill('api'),
      ...Array<Fault>(postgresKills).fill('postgres'),
    ];
    shuffle(faults, this.#random);
    for (const [index, fault] of faults.entries()) {
      await this.#progress();
      await delay(this.#random() * 400);
      if (this.#random() < 0.15) void this.#reloadOne();
      await this.#strike(fault);
      if ((index + 1) % checkEvery === 0) {
        await this.#look();
        say?.(`${index + 1} of ${faults.length} faults, ${this.#operations.length} edits`);
      }
    }
    await this.#progress();
  }

  async #strike(fault: Fault): Promise<void> {
    const pause = this.#random() * 300;
    if (fault === 'api') {
      await this.#installation.killApi();
      if (this.#random() < 0.1) await this.#reloadOne();
      await delay(pause);
      await this.#installation.startApi();
    } else {
      await this.#installation.killPostgres();
      await delay(pause);
      await this.#installation.startPostgres();
      if (this.#installation.apiPid === 0) await this.#installation.startApi();
      await this.#installation.untilReady();
    }
  }

  async #reloadOne(): Promise<void> {
    const typist = this.#typists[Math.floor(this.#random() * this.#typists.length)];
    this.#reloads += 1;
    await typist?.reload();
  }

  /** Everybody who types has been told of something saved since now. */
  async #progress(): Promise<void> {
    const begin = Date.now();
    const before = this.#typists.map((typist) => typist.savedCount);
    const waits = () => this.#typists.filter((typist, index) => typist.savedCount <= (before[index] ?? 0));
    const what = () => `progress of ${waits().map(describe).join(', ')}`;
    await until(what, () => waits().length === 0, stuckAfter);
    this.#recoveries.push(Date.now() - begin);
  }

  /** In the middle of it all: copies must come to agree without a restart, too. */
  async #look(): Promise<void> {
    for (const typist of this.#typists) typist.isTyping = false;
    await Promise.all(this.#typists.map((typist) => typist.page.untilSaved(stuckAfter)));
    await this.#agree();
    for (const typist of this.#typists) typist.isTyping = true;
  }

  async #agree(): Promise<void> {
    for (const room of this.#rooms) {
      const pages = this.#pagesOf(room);
      const hashes = () => new Set(pages.map((page) => contentHash(page.room.doc)));
      // What does not come to agree is for the checker to say.
      await until(
        () => room,
        () => hashes().size === 1,
        15_000,
      ).catch(() => undefined);
    }
  }

  #pagesOf(room: string): Page[] {
    return [...this.#typists.map(({ page }) => page), ...this.#readers].filter(
      (page) => page.room.name === room && page.room.status.phase === 'ready',
    );
  }

  /** Somebody is taken out of the CoP while typing. */
  async #revoke(community: Community): Promise<Revocation> {
    const [typist] = this.#typists;
    if (!typist) throw new Error('Nobody types.');
    const { visitor, roomName } = typist.options;
    await community.remove(visitor);
    const head = await headSeqOf(this.#installation.databaseUrl, roomName);
    await typist.page.until('closed', ({ room }) => room.status.closeCode === 'access-lost', 5_000);
    await delay(1_000);
    const storedAfter = await countStored(this.#installation.databaseUrl, roomName, visitor.personId, head);
    return { person: visitor.name, storedBefore: 0, storedAfter };
  }

  async #heal(): Promise<void> {
    for (const typist of this.#typists) typist.isTyping = false;
    const open = this.#typists.filter(({ page }) => page.room.status.phase !== 'closed');
    await Promise.all(open.map(({ page }) => page.untilSaved(stuckAfter)));
    await this.#agree();
  }

  async #history(late: Visitor, revocations: Revocation[]): Promise<History> {
    const copies: Copy[] = [];
    const logs: History['logs'][number][] = [];
    for (const room of this.#rooms) {
      const fresh = new Page(late, room);
      await fresh.untilReady();
      for (const page of this.#pagesOf(room)) copies.push(copyOf(room, page.visitor.name, page.room.doc));
      copies.push(copyOf(room, 'a fresh client', fresh.room.doc));
      await fresh.close();
      const stored = await readStoredRoom(this.#installation.databaseUrl, room);
      copies.push(copyOf(room, 'the log', stored.doc));
      logs.push(stored.log);
    }
    return { operations: this.#operations, copies, logs, revocations };
  }
}

export function copyOf(room: string, of: string, doc: Page['room']['doc']): Copy {
  const hasPending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  return { room, of, hash: contentHash(doc), tokens: tokensIn(doc), hasPending };
}

function describe({ page }: Typist): string {
  return `${page.visitor.name} ${page.client.state} ${JSON.stringify(page.room.status)}`;
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [list[index], list[other]];
    if (a !== undefined && b !== undefined) [list[index], list[other]] = [b, a];
  }
}
