import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Installation } from '../../../tools/installation.ts';
import { type KillOrder, type KillPoint, killPoints } from './kill-point.ts';

export type Fault = 'api' | 'postgres' | KillPoint;

export interface FaultCounts {
  readonly apiKills: number;
  readonly postgresKills: number;
  /** SIGKILL of the API at a point that is dangerous, each in its turn. */
  readonly pointKills?: number;
}

/** What the API has to be started with so that it can be killed at a point. */
const killPointsFile = path.resolve(import.meta.dirname, '../faults/kill-points.ts');

/** Passed before the API dies: a point of every edit is left to chance, a snapshot is rare enough. */
const mostPassed = 20;

export function planFaults({ apiKills, postgresKills, pointKills = 0 }: FaultCounts): Fault[] {
  return [
    ...Array<Fault>(apiKills).fill('api'),
    ...Array<Fault>(postgresKills).fill('postgres'),
    ...Array.from(
      { length: pointKills },
      (_, index) => killPoints[index % killPoints.length] ?? 'after-commit',
    ),
  ];
}

/** Starts the API anew, so that it changes itself as these modules say. */
export async function startWith(installation: Installation, imports: readonly string[]): Promise<void> {
  installation.imports = imports;
  await installation.killApi();
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
    if (installation.apiPid === 0) await installation.startApi();
    return installation.untilReady();
  }
  if (fault === 'api') await installation.killApi();
  else await installation.sendToDeath(orderFor(fault, random));
  await meanwhile();
  await delay(pause);
  await installation.startApi();
}

function orderFor(killAt: KillPoint, random: () => number): KillOrder {
  return { killAt, after: killAt.endsWith('-snapshot') ? 0 : Math.floor(random() * mostPassed) };
}
