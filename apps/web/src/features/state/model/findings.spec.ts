import { describe, expect, it } from '@jest/globals';
import type { SystemState } from '@kring/contracts';
import { findingsOf, type ProcessNow } from './findings.ts';

const calm: ProcessNow = {
  id: '0192f0c1-2b3c-7d4e-8f50-112233445566',
  startedAt: '2026-11-27T09:00:00.000Z',
  sampledAt: '2026-11-27T12:00:00.000Z',
  connections: 3,
  rooms: 1,
  waiting: 0,
  waitingSeconds: 0,
  edits: 10,
  refused: 0,
  failures: 0,
  savedWithinMs: 25,
  delayMs: 20,
  memoryBytes: 100_000_000,
  isBusUp: true,
};

function stateOf(...processes: Partial<ProcessNow>[]): SystemState {
  return {
    at: '2026-11-27T12:01:00.000Z',
    processes: processes.map((process) => ({ ...calm, ...process })),
    spans: [],
    databaseBytes: 0,
  };
}

describe('what asks for attention', () => {
  it('is nothing while all goes well, also where nobody types', () => {
    expect(findingsOf(stateOf({}, { savedWithinMs: null }))).toEqual([]);
  });

  it('is what is worst in any process', () => {
    const busy = { waitingSeconds: 61.6, failures: 2, isBusUp: false, savedWithinMs: 250, delayMs: 340 };
    expect(findingsOf(stateOf(busy, { failures: 1 }))).toEqual([
      { kind: 'waiting', seconds: 62 },
      { kind: 'not-stored', count: 3 },
      { kind: 'bus-down' },
      { kind: 'slow', milliseconds: 250 },
      { kind: 'late', milliseconds: 340 },
    ]);
  });

  it('is a process that went silent, of which nothing else counts any more', () => {
    const gone = { sampledAt: '2026-11-27T11:58:00.000Z', waitingSeconds: 100 };
    expect(findingsOf(stateOf({}, gone))).toEqual([{ kind: 'silent', count: 1 }]);
    expect(findingsOf(stateOf(gone))).toEqual([{ kind: 'no-process' }]);
    expect(findingsOf(stateOf())).toEqual([{ kind: 'no-process' }]);
  });
});
