/** One thing that a scripted person did, and what they were told about it. */
export interface Operation {
  readonly token: string;
  readonly author: string;
  readonly room: string;
  /** `acked`: the page said that it is saved. `unknown`: it never said so. `refused`: the server would not have it. */
  insert: 'acked' | 'unknown' | 'refused';
  /** `none`: nobody took it away. */
  removal: 'none' | 'acked' | 'unknown';
}

/** A copy of a room's text at the end: of a client, of a fresh one, rebuilt from the log, or read beside the room. */
export interface Copy {
  readonly room: string;
  readonly of: string;
  /** Of what people see; null where it is told in another form. */
  readonly hash: string | null;
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
  /** Person from whom the log has a token, as far as the log still has it. */
  readonly senders: ReadonlyMap<string, string>;
}

/** What one page was told to be on disk. */
export interface Ack {
  /** Joins of the page until then: each counts its updates anew. */
  readonly join: number;
  readonly clientSeq: number;
  readonly seq: number;
}

export interface PageAcks {
  readonly room: string;
  readonly of: string;
  readonly acks: readonly Ack[];
}

export interface Revocation {
  readonly person: string;
  readonly storedBefore: number;
  readonly storedAfter: number;
  /** Whether the page was told that it is over. */
  readonly isShutOut: boolean;
}

export interface History {
  readonly operations: readonly Operation[];
  readonly copies: readonly Copy[];
  readonly logs: readonly StoredLog[];
  readonly revocations: readonly Revocation[];
  readonly acks: readonly PageAcks[];
  /** What stands in a text, and the search does not find. */
  readonly unfound: readonly string[];
  /** Who got no further though everything ran again, and where. */
  readonly stuck: readonly string[];
}

export interface Verdict {
  readonly lost: string[];
  readonly doubled: string[];
  readonly undead: string[];
  /** Refused, and there all the same. */
  readonly smuggled: string[];
  readonly unknownAuthors: string[];
  readonly diverged: string[];
  readonly holes: string[];
  /** Acknowledgements that go back, or tell of what the log does not have. */
  readonly falseAcks: string[];
  readonly storedAfterRevoke: string[];
  readonly unfound: string[];
  readonly stuck: string[];
}

/** Judges a history after everything has healed. Every list is empty when all promises were kept. */
export function judge(history: History): Verdict {
  const verdict: Verdict = {
    lost: [],
    doubled: [],
    undead: [],
    smuggled: [],
    unknownAuthors: [],
    diverged: [],
    holes: history.logs.flatMap(holesOf),
    falseAcks: history.acks.flatMap((page) => falseAcksOf(page, history.logs)),
    storedAfterRevoke: history.revocations.flatMap(faultsOfRevocation),
    unfound: [...history.unfound],
    stuck: [...history.stuck],
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
  const first = copies.find(({ room, hash }) => room === copy.room && hash !== null);
  if (first && copy.hash !== null && first.hash !== copy.hash)
    verdict.diverged.push(`${copy.room}: ${first.of} and ${copy.of}`);
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
    if (count > 0 && insert === 'refused') verdict.smuggled.push(where);
  }
  const log = logs.find((one) => one.room === room);
  const names = new Set([log?.authors.get(token), log?.senders.get(token)]);
  for (const name of names)
    if (name !== undefined && name !== operation.author) verdict.unknownAuthors.push(`${token}: ${name}`);
}

function falseAcksOf({ room, of, acks }: PageAcks, logs: readonly StoredLog[]): string[] {
  const faults: string[] = [];
  acks.forEach((ack, index) => {
    const before = acks[index - 1];
    if (before?.join !== ack.join) return;
    if (ack.clientSeq <= before.clientSeq || ack.seq < before.seq)
      faults.push(`${of}: ${ack.clientSeq} as ${ack.seq} after ${before.clientSeq} as ${before.seq}`);
  });
  const last = acks.reduce((highest, { seq }) => Math.max(highest, seq), 0);
  const headSeq = logs.find((log) => log.room === room)?.headSeq ?? last;
  if (last > headSeq) faults.push(`${of}: told that ${last} is saved, the log of ${room} ends at ${headSeq}`);
  return faults;
}

function faultsOfRevocation({ person, storedBefore, storedAfter, isShutOut }: Revocation): string[] {
  const stored = storedAfter === storedBefore ? [] : [`${person}: ${storedBefore} -> ${storedAfter}`];
  return isShutOut ? stored : [...stored, `${person}: still in the room`];
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
