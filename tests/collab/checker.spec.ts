import { describe, expect, it } from '@jest/globals';
import { faultsOf, type History, judge } from './harness/checker.ts';

const copy = (of: string, tokens: string[], hash = 'same') => ({
  room: 'note:1',
  of,
  hash,
  tokens,
  hasPending: false,
});
const log = {
  room: 'note:1',
  headSeq: 4,
  snapshotSeq: 2,
  seqs: [2, 3, 4],
  authors: new Map([
    ['a1', 'anna'],
    ['b1', 'bram'],
  ]),
};
const operation = (token: string, author: string) =>
  ({ token, author, room: 'note:1', insert: 'acked', removal: 'none' }) as const;

const kept: History = {
  operations: [operation('a1', 'anna'), operation('b1', 'bram')],
  copies: [copy('anna', ['a1', 'b1']), copy('the log', ['a1', 'b1'])],
  logs: [log],
  revocations: [{ person: 'carla', storedBefore: 7, storedAfter: 7 }],
};

describe('the checker', () => {
  it('finds nothing where every promise was kept', () => {
    expect(faultsOf(judge(kept))).toBe(0);
  });

  it('sees an acknowledged edit that is gone from any copy', () => {
    const history = { ...kept, copies: [copy('anna', ['a1', 'b1']), copy('the log', ['a1'])] };
    expect(judge(history).lost).toEqual(['b1 in the log']);
  });

  it('lets an edit be absent that was never acknowledged', () => {
    const operations = [operation('a1', 'anna'), { ...operation('b1', 'bram'), insert: 'unknown' as const }];
    const history = { ...kept, operations, copies: [copy('anna', ['a1']), copy('the log', ['a1'])] };
    expect(faultsOf(judge(history))).toBe(0);
  });

  it('sees an edit that is there twice, acknowledged or not', () => {
    const operations = [operation('a1', 'anna'), { ...operation('b1', 'bram'), insert: 'unknown' as const }];
    const history = { ...kept, operations, copies: [copy('anna', ['a1', 'b1', 'b1'])] };
    expect(judge(history).doubled).toEqual(['b1 in anna']);
  });

  it('sees a deletion that was acknowledged and came back', () => {
    const operations = [{ ...operation('a1', 'anna'), removal: 'acked' as const }, operation('b1', 'bram')];
    expect(judge({ ...kept, operations }).undead).toHaveLength(2);
  });

  it('sees copies that differ, and one that waits for something that never came', () => {
    const copies = [copy('anna', ['a1', 'b1']), copy('bram', ['a1', 'b1'], 'other')];
    expect(judge({ ...kept, copies }).diverged).toEqual(['note:1: anna and bram']);
    const waiting = [{ ...copy('anna', ['a1', 'b1']), hasPending: true }];
    expect(judge({ ...kept, copies: waiting }).diverged).toHaveLength(1);
  });

  it('sees holes in the log and a head that is elsewhere', () => {
    expect(judge({ ...kept, logs: [{ ...log, seqs: [4] }] }).holes).toHaveLength(1);
    expect(judge({ ...kept, logs: [{ ...log, headSeq: 5 }] }).holes).toHaveLength(1);
  });

  it('sees an edit under the name of somebody else', () => {
    const authors = new Map([['a1', 'mallory']]);
    expect(judge({ ...kept, logs: [{ ...log, authors }] }).unknownAuthors).toEqual(['a1: mallory']);
  });

  it('sees what was stored after a revoke', () => {
    const revocations = [{ person: 'carla', storedBefore: 7, storedAfter: 8 }];
    expect(judge({ ...kept, revocations }).storedAfterRevoke).toEqual(['carla: 7 -> 8']);
  });
});
