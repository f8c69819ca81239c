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
  senders: new Map<string, string>(),
};
const operation = (token: string, author: string) =>
  ({ token, author, room: 'note:1', insert: 'acked', removal: 'none' }) as const;

const kept: History = {
  operations: [operation('a1', 'anna'), operation('b1', 'bram')],
  copies: [copy('anna', ['a1', 'b1']), copy('the log', ['a1', 'b1'])],
  logs: [log],
  revocations: [{ person: 'carla', storedBefore: 7, storedAfter: 7, isShutOut: true }],
  acks: [],
  unfound: [],
  stuck: [],
};
const acksOfAnna = (...acks: [join: number, clientSeq: number, seq: number][]) => [
  { room: 'note:1', of: 'anna', acks: acks.map(([join, clientSeq, seq]) => ({ join, clientSeq, seq })) },
];

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
    const senders = new Map([['b1', 'mallory']]);
    expect(judge({ ...kept, logs: [{ ...log, senders }] }).unknownAuthors).toEqual(['b1: mallory']);
  });

  it('sees a refused edit that is there all the same', () => {
    const operations = [operation('a1', 'anna'), { ...operation('b1', 'bram'), insert: 'refused' as const }];
    expect(judge({ ...kept, operations }).smuggled).toEqual(['b1 in anna', 'b1 in the log']);
  });

  it('sees acknowledgements that go back, but lets every join count anew', () => {
    const inOrder = acksOfAnna([1, 1, 2], [1, 3, 4], [2, 1, 4]);
    expect(faultsOf(judge({ ...kept, acks: inOrder }))).toBe(0);
    expect(judge({ ...kept, acks: acksOfAnna([1, 3, 3], [1, 3, 4]) }).falseAcks).toHaveLength(1);
    expect(judge({ ...kept, acks: acksOfAnna([1, 3, 4], [1, 4, 3]) }).falseAcks).toHaveLength(1);
  });

  it('sees an acknowledgement of what the log does not have', () => {
    expect(judge({ ...kept, acks: acksOfAnna([1, 1, 5]) }).falseAcks).toHaveLength(1);
  });

  it('sees what is missing where the text is read beside its room, which tells it in another form', () => {
    const beside = (tokens: string[]) => ({ ...copy('the text at rest', tokens), hash: null });
    const judged = (tokens: string[]) => judge({ ...kept, copies: [...kept.copies, beside(tokens)] });
    expect(faultsOf(judged(['a1', 'b1']))).toBe(0);
    expect(judged(['a1']).lost).toEqual(['b1 in the text at rest']);
  });

  it('sees what the search does not find', () => {
    expect(faultsOf(judge({ ...kept, unfound: ['a1 in note:1'] }))).toBe(1);
  });

  it('sees somebody who got no further', () => {
    expect(faultsOf(judge({ ...kept, stuck: ['anna'] }))).toBe(1);
  });

  it('sees what was stored after a revoke', () => {
    const revocation = { person: 'carla', storedBefore: 7, storedAfter: 8, isShutOut: true };
    expect(judge({ ...kept, revocations: [revocation] }).storedAfterRevoke).toEqual(['carla: 7 -> 8']);
    const kept7 = { ...revocation, storedAfter: 7, isShutOut: false };
    expect(judge({ ...kept, revocations: [kept7] }).storedAfterRevoke).toEqual(['carla: still in the room']);
  });
});
