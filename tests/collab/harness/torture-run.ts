import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Copy, type History, judge, type Operation, type Revocation, type Verdict } from './checker.ts';
import { textAtRest, unfoundIn } from './beside-the-room.ts';
import { Community } from './community.ts';
import {
  type Fault,
  type FaultCounts,
  needsKillPoints,
  planFaults,
  type Scene,
  startWithKillPoints,
  strike,
} from './faults.ts';
import { FaultProxy } from '../faults/fault-proxy.ts';
import { type NetworkFault, shuffling } from '../faults/network-faults.ts';
import { SmallDisk, smallDiskSettings } from '../faults/small-disk.ts';
import { Installation, type InstallationOptions } from '../../../tools/installation.ts';
import { intrude } from './intruder.ts';
import { PageClock } from './page-clock.ts';
import { Page } from './page.ts';
import { seededRandom } from './random.ts';
import { countStored, headSeqOf, readStoredRoom } from './stored-log.ts';
import { contentHash, tokensIn } from './text.ts';
import { Typist } from './typist.ts';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

export interface TortureOptions extends FaultCounts {
  readonly seed: number;
  readonly rooms?: number;
  readonly typistsPerRoom?: number;
  /** Longest pause between two acts of a typist, in milliseconds. */
  readonly pause?: number;
  /** Edits to wait for when all faults have passed. */
  readonly edits?: number;
  /** Milliseconds after which somebody who waits counts as stuck. */
  readonly patience?: number;
  /** Goes on with faults of the plan, drawn by chance, until so many minutes have passed. */
  readonly minutes?: number;
  readonly say?: (line: string) => void;
  readonly installation?: Installation;
  /** How one is started, when none is given. */
  readonly start?: InstallationOptions;
}

export interface TortureReport {
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** Asked for, and not possible here. */
  readonly skipped: readonly Fault[];
  /** How often each fault of the network has done something to a connection. */
  readonly harms: ReadonlyMap<NetworkFault, number>;
  readonly reloads: number;
  readonly operations: number;
  readonly ackedInserts: number;
  readonly ackedRemovals: number;
  readonly crashes: number;
  /** Milliseconds from a server that is ready to an answer for every typist, sorted. */
  readonly recoveries: readonly number[];
  /** Milliseconds without connection, of all typists, sorted. */
  readonly gaps: readonly number[];
  readonly seconds: number;
  readonly verdict: Verdict;
}

const usualPatience = 90_000;
const checkEvery = 25;
/** People that one facilitator may invite in an hour, but for a few. */
const peoplePerCommunity = 80;

/** Kills servers while people type, lets it all heal, and judges what is left. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const isDiskFilled = !options.installation && options.faults?.includes('disk-full');
  const disk = isDiskFilled ? SmallDisk.mount() : null;
  const installation =
    options.installation ?? (await Installation.start({ ...options.start, ...settingsOn(disk) }));
  const random = seededRandom(options.seed);
  const proxy = await FaultProxy.start(installation.port, seededRandom(options.seed + 1));
  const run = new TortureRun({ installation, random, proxy, disk, clocks: [] }, options);
  try {
    return await run.run();
  } finally {
    await run.leave();
    await proxy.stop();
    if (!options.installation) await installation.stop();
    disk?.unmount();
  }
}

function settingsOn(disk: SmallDisk | null): InstallationOptions {
  return disk ? { postgresDir: path.join(disk.folder, 'postgres'), postgresSettings: smallDiskSettings } : {};
}

class TortureRun {
  readonly #scene: Scene;
  readonly #installation: Installation;
  readonly #options: TortureOptions;
  readonly #random: () => number;
  readonly #clocks: PageClock[] = [];
  readonly #operations: Operation[] = [];
  readonly #typists: Typist[] = [];
  readonly #readers: Page[] = [];
  /** Who opens each room when all is over. */
  readonly #late = new Map<string, Visitor>();
  readonly #recoveries: number[] = [];
  readonly #rooms: string[] = [];
  readonly #stuck: string[] = [];
  readonly #plan: readonly Fault[];
  readonly #skipped: readonly Fault[];
  readonly #faults: Fault[] = [];
  readonly #patience: number;
  #reloads = 0;

  constructor(scene: Scene, options: TortureOptions) {
    this.#scene = { ...scene, clocks: this.#clocks };
    this.#installation = scene.installation;
    this.#options = options;
    this.#random = scene.random;
    this.#patience = options.patience ?? usualPatience;
    const asked = planFaults(options);
    const isPossible = (fault: Fault) => fault !== 'disk-full' || scene.disk !== null;
    this.#skipped = asked.filter((fault) => !isPossible(fault));
    const plan = asked.filter(isPossible);
    shuffle(plan, this.#random);
    this.#plan = plan;
  }

  /** The plan once, or chance out of it until the time is over. */
  *#drawn(): Generator<Fault> {
    const { minutes = 0, seed } = this.#options;
    if (minutes === 0) return yield* this.#plan;
    // Numbers of its own: what is drawn must not hang on how much happened meanwhile.
    const random = seededRandom(seed + 2);
    for (const end = Date.now() + minutes * 60_000; Date.now() < end;) {
      const fault = this.#plan[Math.floor(random() * this.#plan.length)];
      if (!fault) return;
      yield fault;
    }
  }

  async run(): Promise<TortureReport> {
    const begin = Date.now();
    if (needsKillPoints(this.#plan)) await startWithKillPoints(this.#installation);
    const community = await Community.found(this.#installation);
    await this.#gather(community);
    await this.#intrude(community);
    await this.#strikeAll();
    const revocations = [await this.#revoke(community)];
    await this.#heal();
    const verdict = judge(await this.#history(revocations));
    return {
      seed: this.#options.seed,
      faults: this.#faults,
      skipped: this.#skipped,
      harms: this.#scene.proxy.harms,
      reloads: this.#reloads,
      operations: this.#operations.length,
      ackedInserts: this.#operations.filter(({ insert }) => insert === 'acked').length,
      ackedRemovals: this.#operations.filter(({ removal }) => removal === 'acked').length,
      crashes: this.#installation.crashes,
      recoveries: this.#recoveries.sort((a, b) => a - b),
      gaps: this.#typists.flatMap(({ gaps }) => gaps).sort((a, b) => a - b),
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

  async #gather(first: Community): Promise<void> {
    const { rooms = 3, typistsPerRoom = 3, pause = 150 } = this.#options;
    const roomsPerCommunity = Math.floor(peoplePerCommunity / (typistsPerRoom + 1));
    let community = first;
    let late = await community.invite('observer');
    for (let number = 0; number < rooms; number++) {
      if (number > 0 && number % roomsPerCommunity === 0) {
        community = await Community.found(this.#installation);
        late = await community.invite('observer');
      }
      const roomName = await community.addNote(`Onder vuur ${number + 1}`);
      this.#rooms.push(roomName);
      this.#late.set(roomName, late);
      for (let count = 0; count < typistsPerRoom; count++) {
        const visitor = await community.invite('participant');
        const random = seededRandom(this.#options.seed * 1_000 + this.#typists.length);
        const operations = this.#operations;
        const page = this.#wayTo(count > 0);
        const isHeard = count === 0 || !this.#plan.some((fault) => shuffling.has(fault));
        // One of three is behind a proxy that lets no WebSocket through.
        const isPolling = count % 3 === 2;
        this.#typists.push(
          new Typist({ visitor, roomName, random, operations, pause, isPolling, page, isHeard }),
        );
      }
      this.#readers.push(new Page(await community.invite('observer'), roomName, this.#wayTo(true)));
    }
    await Promise.all(
      [...this.#typists.map(({ page }) => page), ...this.#readers].map((p) => p.untilReady()),
    );
    for (const typist of this.#typists) typist.start();
  }

  /** The first of each room is beside the server: what the network does to the others, it does not notice. */
  #wayTo(isFar: boolean): { clock: PageClock; address?: string } {
    const clock = new PageClock();
    this.#clocks.push(clock);
    return { clock, ...(isFar && { address: this.#scene.proxy.address }) };
  }

  async #intrude(community: Community): Promise<void> {
    const visitor = await community.invite('participant');
    const [roomName = ''] = this.#rooms;
    await intrude({ visitor, roomName, random: this.#random, operations: this.#operations });
  }

  async #strikeAll(): Promise<void> {
    const { say, edits = 0 } = this.#options;
    for (const fault of this.#drawn()) {
      await this.#progress();
      await delay(this.#random() * 400);
      if (this.#random() < 0.15) void this.#reloadOne();
      this.#faults.push(fault);
      await strike(this.#scene, fault, async () => {
        if (this.#random() < 0.1) await this.#reloadOne();
      });
      const { length } = this.#faults;
      if (length % checkEvery !== 0) continue;
      await this.#look();
      say?.(`${length} faults of ${this.#plan.length} planned, ${this.#operations.length} edits`);
    }
    await this.#progress();
    await until(
      () => `${edits} edits`,
      () => this.#operations.length >= edits,
      usualPatience,
    );
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
    const isOver = await this.#comesTrue(() => waits().length === 0);
    if (!isOver) this.#gotStuck('no progress', waits());
    this.#recoveries.push(Date.now() - begin);
  }

  #gotStuck(how: string, typists: readonly Typist[]): void {
    const lines = typists.map((typist) => `${how}: ${describe(typist)}`);
    this.#stuck.push(...lines);
    for (const line of lines) this.#options.say?.(line);
  }

  async #comesTrue(isSo: () => boolean, within = this.#patience): Promise<boolean> {
    return until(() => '', isSo, within).then(
      () => true,
      () => false,
    );
  }

  /** In the middle of it all: copies must come to agree without a restart, too. */
  async #look(): Promise<void> {
    await this.#heal();
    for (const typist of this.#typists) typist.isTyping = true;
  }

  /** What does not come to agree is for the checker to say. */
  async #agree(): Promise<void> {
    for (const room of this.#rooms) {
      const pages = this.#pagesOf(room);
      const hashes = () => new Set(pages.map((page) => contentHash(page.room.doc)));
      await this.#comesTrue(() => hashes().size === 1, Math.min(15_000, this.#patience));
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
    const isShutOut = await this.#comesTrue(
      () => typist.page.room.status.closeCode === 'access-lost',
      Math.min(5_000, this.#patience),
    );
    await delay(1_000);
    const storedAfter = await countStored(this.#installation.databaseUrl, roomName, visitor.personId, head);
    return { person: visitor.name, storedBefore: 0, storedAfter, isShutOut };
  }

  async #heal(): Promise<void> {
    for (const typist of this.#typists) typist.isTyping = false;
    const waits = () =>
      this.#typists.filter(({ page }) => {
        const { phase, saving } = page.room.status;
        return phase !== 'closed' && saving !== 'saved';
      });
    const isOver = await this.#comesTrue(() => waits().length === 0);
    if (!isOver) this.#gotStuck('not saved', waits());
    await this.#agree();
  }

  async #history(revocations: Revocation[]): Promise<History> {
    const copies: Copy[] = [];
    const logs: History['logs'][number][] = [];
    const unfound: string[] = [];
    for (const [room, late] of this.#late) {
      const fresh = new Page(late, room);
      const isOpen = await this.#comesTrue(
        () => fresh.room.status.isSynced && fresh.room.status.phase === 'ready',
      );
      if (!isOpen) this.#stuck.push(`a fresh client: ${JSON.stringify(fresh.room.status)}`);
      for (const page of this.#pagesOf(room)) copies.push(copyOf(room, page.visitor.name, page.room.doc));
      copies.push(copyOf(room, 'a fresh client', fresh.room.doc));
      await fresh.close();
      const stored = await readStoredRoom(this.#installation.databaseUrl, room);
      copies.push(copyOf(room, 'the log', stored.doc));
      logs.push(stored.log);
      try {
        copies.push(await textAtRest(late, room));
        unfound.push(...(await unfoundIn(late, room, this.#operations)));
      } catch (error) {
        this.#stuck.push(`beside ${room}: ${String(error)}`);
      }
    }
    const acks = this.#typists.map(({ page, acks: { acks } }) => {
      return { room: page.room.name, of: page.visitor.name, acks };
    });
    return { operations: this.#operations, copies, logs, revocations, acks, unfound, stuck: this.#stuck };
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
