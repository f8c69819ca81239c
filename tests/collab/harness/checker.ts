/** One thing that a scripted person did, and what they were told about it. */
export interface Operation {
  readonly token: string;
  readonly author: string;
  readonly room: string;
  /** `acked`: the page said that it is saved. `unknown`: it never said so. */
  insert: 'acked' | 'unknown';
  /** `none`: nobody took it away. */
  removal: 'none' | 'acked' | 'unknown';
}

/** A copy of a room's text at the end: of a client, of a fresh one, or rebuilt from the log. */
export interface Copy {
  readonly room: string;
  readonly of: string;
  readonly hash: string;
  readonly tokens: readonly string[];
  readonly hasPending: boolean;
}

/** What the database says of one room. */
export interface StoredLog {
  readonly room: string;
  readonly headSeq: number;
  /** Numbers up to and with this one are in the snapshot. */
  readonly snapshotSeq: number;
  readonly seqs: readonly number[];
  /** Person to whom the client id was given that wrote a token. */
  readonly authors: ReadonlyMap<string, string>;
}

export interface Revocation {
  readonly person: string;
  readonly storedBefore: number;
  readonly storedAfter: number;
}

export interface History {
  readonly operations: readonly Operation[];
  readonly copies: readonly Copy[];
  readonly logs: readonly StoredLog[];
  readonly revocations: readonly Revocation[];
}

export interface Verdict {
  readonly lost: string[];
  readonly doubled: string[];
  readonly undead: string[];
  readonly unknownAuthors: string[];
  readonly diverged: string[];
  readonly holes: string[];
  readonly storedAfterRevoke: string[];
}

/** Judges a history after everything has healed. Every list is empty when all promises were kept. */
export function judge(history: History): Verdict {
  const verdict: Verdict = {
    lost: [],
    doubled: [],
    undead: [],
    unknownAuthors: [],
    diverged: [],
    holes: history.logs.flatMap(holesOf),
    storedAfterRevoke: history.revocations
      .filter(({ storedBefore, storedAfter }) => storedAfter !== storedBefore)
      .map(({ person, storedBefore, storedAfter }) => `${person}: ${storedBefore} -> ${storedAfter}`),
  };
  for (const copy of history.copies) compareCopy(copy, history.copies, verdict);
  const counted = history.copies.map((copy) => ({ copy, counts: countsOf(copy.tokens) }));
  for (const operation of history.operations) judgeOperation(operation, counted, history.logs, verdict);
  return verdict;
}

type Counted = { readonly copy: Copy; readonly counts: ReadonlyMap<string, number> };

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

export function faultsOf(verdict: Verdict): number {
  return Object.values(verdict).reduce((sum: number, list: string[]) => sum + list.length, 0);
}

function compareCopy(copy: Copy, copies: readonly Copy[], verdict: Verdict): void {
  const first = copies.find((other) => other.room === copy.room);
  if (first && first.hash !== copy.hash) verdict.diverged.push(`${copy.room}: ${first.of} and ${copy.of}`);
  if (copy.hasPending) verdict.diverged.push(`${copy.room}: ${copy.of} waits for something that never came`);
}

function judgeOperation(
  operation: Operation,
  counted: readonly Counted[],
  logs: readonly StoredLog[],
  verdict: Verdict,
): void {
  const { token, room, insert, removal } = operation;
  for (const { copy, counts } of counted) {
    if (copy.room !== room) continue;
    const count = counts.get(token) ?? 0;
    const where = `${token} in ${copy.of}`;
    if (count > 1) verdict.doubled.push(where);
    if (count === 0 && insert === 'acked' && removal === 'none') verdict.lost.push(where);
    if (count > 0 && removal === 'acked') verdict.undead.push(where);
  }
  const author = logs.find((log) => log.room === room)?.authors.get(token);
  if (author !== undefined && author !== operation.author) verdict.unknownAuthors.push(`${token}: ${author}`);
}

function holesOf(log: StoredLog): string[] {
  const holes: string[] = [];
  let expected = log.snapshotSeq + 1;
  for (const seq of log.seqs.filter((number) => number > log.snapshotSeq)) {
    if (seq !== expected) holes.push(`${log.room}: ${seq} where ${expected} should be`);
    expected = seq + 1;
  }
  if (expected !== log.headSeq + 1)
    holes.push(`${log.room}: the head is ${log.headSeq}, not ${expected - 1}`);
  return holes;
}
