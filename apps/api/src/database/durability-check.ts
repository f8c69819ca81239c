import type { DataSource } from 'typeorm';

const mostClockSkewMs = 5_000;

interface ServerFacts {
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly isSuperuser: boolean;
  readonly now: Date;
}

export interface DatabaseFindings {
  /** Reasons not to start. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** What makes a database unfit to keep people's work: what it says is stored must be stored. */
export async function checkDatabase(dataSource: DataSource): Promise<DatabaseFindings> {
  const [facts] = await dataSource.query<ServerFacts[]>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS "synchronousCommit",
            current_setting('is_superuser') = 'on' AS "isSuperuser", clock_timestamp() AS now`,
  );
  if (!facts) throw new Error('The database told nothing about itself');
  const faults: string[] = [];
  if (facts.fsync === 'off') faults.push('The database has fsync off: a power cut would lose or damage data');
  if (facts.synchronousCommit === 'off') {
    faults.push('The database has synchronous_commit off: what is called saved could be lost');
  }
  if (Math.abs(facts.now.getTime() - Date.now()) > mostClockSkewMs) {
    faults.push('The clocks of the database and of this server differ by more than 5 seconds');
  }
  const warnings = facts.isSuperuser
    ? ['The database user is a superuser; Kring needs only its own database']
    : [];
  return { faults, warnings };
}
