import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Installation } from '../../../tools/installation.ts';
import type { FaultProxy } from '../faults/fault-proxy.ts';
import { type NetworkFault, networkFaults } from '../faults/network-faults.ts';
import {
  fillDisk,
  hangPostgres,
  lockUpdates,
  type PostgresFault,
  postgresFaults,
  refuseWrites,
  takeAllConnections,
} from '../faults/postgres-faults.ts';
import type { SmallDisk } from '../faults/small-disk.ts';
import { type KillOrder, type KillPoint, killPoints } from './kill-point.ts';
import type { PageClock } from './page-clock.ts';
import { withDatabase } from './stored-log.ts';

/** `deaf`: processes of the API do not hear each other; `restart`: all are started anew, one after another. */
export type Fault =
  'api' | 'api-hang' | 'postgres' | 'clock' | 'deaf' | 'restart' | KillPoint | NetworkFault | PostgresFault;

/** Each can be asked for by its name. */
export const faultNames: readonly Fault[] = [
  'api',
  'api-hang',
  ...killPoints,
  'restart',
  'deaf',
  'postgres',
  ...postgresFaults,
  ...networkFaults,
  'clock',
];

export interface FaultCounts {
  readonly apiKills?: number;
  readonly postgresKills?: number;
  /** SIGKILL of the API at a point that is dangerous, each in its turn. */
  readonly pointKills?: number;
  /** Others, once for each time that they are named. */
  readonly faults?: readonly Fault[];
}

/** What there is to strike at. */
export interface Scene {
  readonly installation: Installation;
  readonly random: () => number;
  readonly proxy: FaultProxy;
  readonly disk: SmallDisk | null;
  readonly clocks: readonly PageClock[];
}

/** What the API has to be started with so that it can be killed at a point. */
const killPointsFile = path.resolve(import.meta.dirname, '../faults/kill-points.ts');

/** Passed before the API dies: a point of every edit is left to chance, a snapshot is rare enough. */
const mostPassed = 20;

const isNetworkFault = (fault: Fault): fault is NetworkFault => networkFaults.some((one) => one === fault);
const isKillPoint = (fault: Fault): fault is KillPoint => killPoints.some((one) => one === fault);

export function planFaults(counts: FaultCounts): Fault[] {
  const { apiKills = 0, postgresKills = 0, pointKills = 0, faults = [] } = counts;
  return [
    ...Array<Fault>(apiKills).fill('api'),
    ...Array<Fault>(postgresKills).fill('postgres'),
    ...Array.from(
      { length: pointKills },
      (_, index) => killPoints[index % killPoints.length] ?? 'after-commit',
    ),
    ...faults,
  ];
}

/** Starts the API anew, so that it changes itself as these modules say. */
export async function startWith(installation: Installation, imports: readonly string[]): Promise<void> {
  installation.imports = imports;
  for (let at = 0; at < installation.processes; at++) await installation.killApi(at);
  await installation.startApi();
}

export async function startWithKillPoints(installation: Installation): Promise<void> {
  if (!installation.imports.includes(killPointsFile))
    await startWith(installation, [...installation.imports, killPointsFile]);
}

export const needsKillPoints = (faults: readonly Fault[]) => faults.some(isKillPoint);

/** Does one fault and ends it. `meanwhile` happens while the server is down. */
export async function strike(scene: Scene, fault: Fault, meanwhile: () => Promise<void>): Promise<void> {
  const { installation, proxy, clocks, disk, random } = scene;
  const seconds = (least: number, most: number) => 1_000 * (least + random() * (most - least));
  if (isNetworkFault(fault)) {
    proxy.begin(fault);
    await delay(seconds(1, 5));
    return proxy.clear();
  }
  switch (fault) {
    case 'clock':
      for (const clock of clocks) if (random() < 0.5) clock.set(random);
      return;
    case 'api-hang':
      return installation.hangApi(seconds(1, 8));
    case 'postgres-hang':
      return hangPostgres(installation, seconds(1, 12));
    case 'table-locked':
      return lockUpdates(installation, seconds(1, 8));
    case 'connections-exhausted':
      return void (await takeAllConnections(installation, seconds(3, 6)));
    case 'writes-refused':
      return refuseWrites(installation, seconds(1, 4));
    case 'disk-full':
      if (disk) await fillDisk(installation, disk, seconds(2, 6));
      return;
    case 'deaf':
      return cutBus(installation.databaseUrl);
    case 'restart':
      return restartAll(installation);
    case 'postgres':
      return killPostgres(scene);
    default:
      return killApi(scene, fault, meanwhile);
  }
}

async function killPostgres({ installation, random }: Scene): Promise<void> {
  await installation.killPostgres();
  await delay(random() * 300);
  await installation.startPostgres();
  await installation.startApi();
}

async function killApi(
  { installation, random }: Scene,
  fault: 'api' | KillPoint,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const pause = random() * 300;
  const at = installation.processes > 1 ? Math.floor(random() * installation.processes) : 0;
  if (fault === 'api') await installation.killApi(at);
  else await installation.sendToDeath(orderFor(fault, random), at);
  await meanwhile();
  await delay(pause);
  await installation.startApi();
  installation.spreadPeople();
}

async function restartAll(installation: Installation): Promise<void> {
  for (let at = 0; at < installation.processes; at++) {
    await installation.stopApi(at);
    await installation.startApi();
  }
}

/** Ends the connections over which processes tell each other what happened. */
async function cutBus(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'kring-bus' AND datname = current_database()`,
    ),
  );
}

function orderFor(killAt: KillPoint, random: () => number): KillOrder {
  return { killAt, after: killAt.endsWith('-snapshot') ? 0 : Math.floor(random() * mostPassed) };
}
