import path from 'node:path';
import type { Installation } from '../../../tools/installation.ts';
import type { Verdict } from './checker.ts';
import { startWith } from './faults.ts';
import { torture, type TortureOptions, type TortureReport } from './torture-run.ts';

type Trial = Omit<TortureOptions, 'seed' | 'installation'>;

/** A mistake that the product must never make, and what the checker has to say of it. */
export interface DeliberateBug {
  /** Of the module in `bugs` that makes it. */
  readonly name: string;
  readonly finding: keyof Verdict;
  /** What tells the finding from others of its kind. */
  readonly says: RegExp;
  readonly trial: Trial;
}

const short = { apiKills: 0, postgresKills: 0, rooms: 1, typistsPerRoom: 3, pause: 60, patience: 1_000 };
/** Enough for one update in a thousand to be among them. */
const many = { pause: 20, edits: 1_000 };
const lost = { finding: 'lost', says: / in the log$/ } as const;

export const deliberateBugs: readonly DeliberateBug[] = [
  { name: 'asynchronous-commit', ...lost, trial: { ...short, postgresKills: 1 } },
  { name: 'ack-before-commit', ...lost, trial: { ...short, apiKills: 1 } },
  { name: 'stored-nowhere', ...lost, trial: short },
  // Patient, so that copies which are only late are not taken for different ones.
  { name: 'lost-update', finding: 'diverged', says: /./, trial: { ...short, ...many, patience: 5_000 } },
  { name: 'foreign-client-id', finding: 'unknownAuthors', says: /./, trial: short },
  { name: 'cached-permission', finding: 'storedAfterRevoke', says: / -> /, trial: short },
];

/** All that the trials of the bugs do, for the product as it is. */
const control: Trial = { ...short, ...many, apiKills: 1, postgresKills: 1, patience: 60_000 };

/**
 * Settings of the database for all trials: what an asynchronous commit leaves in memory stays there long enough to be
 * lost. A commit that waits for the disk is on disk under them too.
 */
export const slowWalWriter = { wal_writer_delay: '10s' };

/** A short torture of the product with one bug, or with none. */
export async function tryOut(
  installation: Installation,
  bug: DeliberateBug | null,
  seed: number,
): Promise<TortureReport> {
  const imports = bug ? [path.resolve(import.meta.dirname, `../bugs/${bug.name}.ts`)] : [];
  await startWith(installation, imports);
  return torture({ ...(bug?.trial ?? control), seed, installation });
}

/** What shows that the checker has seen the bug. */
export function findingsOf(bug: DeliberateBug, verdict: Verdict): string[] {
  return verdict[bug.finding].filter((line) => bug.says.test(line));
}
