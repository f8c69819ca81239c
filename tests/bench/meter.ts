import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Processor time of some processes since it began, in seconds; of those that end meanwhile what was seen of it. */
export class CpuMeter {
  readonly #pids: () => number[];
  readonly #begin = new Map<number, number>();
  readonly #last = new Map<number, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(pids: () => number[]) {
    this.#pids = pids;
    for (const pid of pids()) this.#begin.set(pid, cpuSeconds(pid));
    this.#timer = setInterval(() => this.#look(), 1_000);
  }

  #look(): void {
    for (const pid of this.#pids()) this.#last.set(pid, Math.max(this.#last.get(pid) ?? 0, cpuSeconds(pid)));
  }

  seconds(): number {
    clearInterval(this.#timer);
    this.#look();
    return [...this.#last].reduce((sum, [pid, now]) => sum + now - (this.#begin.get(pid) ?? 0), 0);
  }
}

function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

export function at(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
