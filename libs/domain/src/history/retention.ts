export interface KeptVersion {
  readonly id: string;
  readonly createdAt: Date;
}

const day = 86_400_000;
const everything = 30 * day;
const daily = 365 * day;

/**
 * Of the versions that nobody named or froze, those that may go: all stay for thirty days, then the last of each day
 * for a year, then the last of each month (UTC).
 */
export function versionsToPrune(versions: readonly KeptVersion[], now: Date): string[] {
  const seen = new Set<string>();
  const newestFirst = versions.toSorted((a, b) => +b.createdAt - +a.createdAt || (a.id < b.id ? 1 : -1));
  return newestFirst
    .filter(({ createdAt }) => {
      const period = periodOf(createdAt, now);
      if (period === null) return false;
      if (seen.has(period)) return true;
      seen.add(period);
      return false;
    })
    .map(({ id }) => id);
}

/** One version stays for each of these; null for a version that stays anyway. */
function periodOf(createdAt: Date, now: Date): string | null {
  const age = +now - +createdAt;
  if (age < everything) return null;
  return createdAt.toISOString().slice(0, age < daily ? 10 : 7);
}
