import { readFileSync } from 'node:fs';
import { descendantsOf } from '../../../tools/processes.ts';

const ticksPerSecond = 100;
const mebibyte = 1024;

export interface ResourceSample {
  readonly apiMemory: number;
  readonly postgresMemory: number;
  readonly apiCpuSeconds: number;
  readonly postgresCpuSeconds: number;
  /** Seconds that the API was ready to run and got no processor: what other programs take from it. */
  readonly apiWaitedSeconds: number;
}

/** Memory in MiB and processor time of the two parts of the product. Linux only; elsewhere zeros. */
export class ResourceMeter {
  readonly #apiPid: number;
  readonly #postgresPid: number;
  /** Also of processes that have ended: PostgreSQL starts and ends them as it needs them. */
  readonly #cpuSeconds = new Map<number, number>();

  constructor(apiPid: number, postgresPid: number) {
    this.#apiPid = apiPid;
    this.#postgresPid = postgresPid;
  }

  sample(): ResourceSample {
    const postgres = [this.#postgresPid, ...descendantsOf(this.#postgresPid)];
    for (const pid of postgres) {
      this.#cpuSeconds.set(pid, Math.max(this.#cpuSeconds.get(pid) ?? 0, cpuSeconds(pid)));
    }
    const memory = postgres.map((pid) => fieldOf(pid, 'smaps_rollup', 'Pss'));
    return {
      apiMemory: fieldOf(this.#apiPid, 'status', 'VmRSS'),
      // Each with its share of what they share, so that the buffers count once.
      postgresMemory: sumOf(memory),
      apiCpuSeconds: cpuSeconds(this.#apiPid),
      postgresCpuSeconds: sumOf([...this.#cpuSeconds.values()]),
      apiWaitedSeconds: Number(textOf(this.#apiPid, 'schedstat').split(' ')[1] ?? 0) / 1e9,
    };
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function fieldOf(pid: number, file: string, name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(textOf(pid, file));
  return Math.round(Number(line?.[1] ?? 0) / mebibyte);
}

function cpuSeconds(pid: number): number {
  const stat = textOf(pid, 'stat');
  if (stat === '') return 0;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
