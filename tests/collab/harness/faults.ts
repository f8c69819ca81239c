import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Installation } from '../../../tools/installation.ts';
import { type KillOrder, type KillPoint, killPoints } from './kill-point.ts';
import { withDatabase } from './stored-log.ts';

export type Fault = 'api' | 'postgres' | 'deaf' | 'restart' | KillPoint;

export interface FaultCounts {
  readonly apiKills: number;
  readonly postgresKills: number;
  /** SIGKILL of the API at a point that is dangerous, each in its turn. */
  readonly pointKills?: number;
  /** Times that the processes of the API do not hear each other for a moment. */
  readonly deafness?: number;
  /** Times that all processes are told to stop and started anew, one after another, as for a new version. */
  readonly restarts?: number;
}

/** What the API has to be started with so that it can be killed at a point. */
const killPointsFile = path.resolve(import.meta.dirname, '../faults/kill-points.ts');

/** Passed before the API dies: a point of every edit is left to chance, a snapshot is rare enough. */
const mostPassed = 20;

export function planFaults(counts: FaultCounts): Fault[] {
  const { apiKills, postgresKills, pointKills = 0, deafness = 0, restarts = 0 } = counts;
  return [
    ...Array<Fault>(apiKills).fill('api'),
    ...Array<Fault>(postgresKills).fill('postgres'),
    ...Array<Fault>(deafness).fill('deaf'),
    ...Array<Fault>(restarts).fill('restart'),
    ...Array.from(
      { length: pointKills },
      (_, index) => killPoints[index % killPoints.length] ?? 'after-commit',
    ),
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

/** Takes the server down. `meanwhile` happens while it is. */
export async function strike(
  installation: Installation,
  fault: Fault,
  random: () => number,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const pause = random() * 300;
  if (fault === 'postgres') {
    await installation.killPostgres();
    await delay(pause);
    await installation.startPostgres();
    return installation.startApi();
  }
  if (fault === 'deaf') return cutBus(installation.databaseUrl);
  if (fault === 'restart') return restartAll(installation);
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
