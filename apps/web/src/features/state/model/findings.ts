import type { SystemState } from '@kring/contracts';

/** What asks for somebody's attention, the gravest first; what to do then stands in docs/operations.md. */
export type Finding =
  | { readonly kind: 'no-process' }
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'not-stored'; readonly count: number }
  | { readonly kind: 'silent'; readonly count: number }
  | { readonly kind: 'bus-down' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'late'; readonly milliseconds: number };

/** Each process writes once a minute. */
const silentAfterMs = 150_000;
const longestWait = 5;
const slowestSave = 100;
const longestDelay = 100;

export type ProcessNow = SystemState['processes'][number];

export function isSilent({ sampledAt }: ProcessNow, now: string): boolean {
  return Date.parse(now) - Date.parse(sampledAt) > silentAfterMs;
}

export function findingsOf({ at, processes }: SystemState): Finding[] {
  const here = processes.filter((process) => !isSilent(process, at));
  if (here.length === 0) return [{ kind: 'no-process' }];
  const most = (read: (process: ProcessNow) => number) => Math.max(...here.map(read));
  const sum = (read: (process: ProcessNow) => number) =>
    here.reduce((all, process) => all + read(process), 0);
  const seconds = most(({ waitingSeconds }) => waitingSeconds);
  const failures = sum(({ failures: count }) => count);
  const saved = most(({ savedWithinMs }) => savedWithinMs ?? 0);
  const delay = most(({ delayMs }) => delayMs);
  const silent = processes.length - here.length;
  const found: (Finding | false)[] = [
    seconds > longestWait && { kind: 'waiting', seconds: Math.round(seconds) },
    failures > 0 && { kind: 'not-stored', count: failures },
    silent > 0 && { kind: 'silent', count: silent },
    here.some(({ isBusUp }) => !isBusUp) && { kind: 'bus-down' },
    saved > slowestSave && { kind: 'slow', milliseconds: saved },
    delay > longestDelay && { kind: 'late', milliseconds: delay },
  ];
  return found.filter((one) => one !== false);
}
