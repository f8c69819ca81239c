import { limits } from '@kring/collab-protocol';
import * as Y from 'yjs';
import { hostileValues } from './corpus-values.ts';
import { byte, forge, inRoot, overlong, type Part, structOf } from './forge.ts';
import { ANY, type HostileUpdate, next, type Target, TEXT, TYPE } from './hostile-update.ts';

const NOT_A_NUMBER = overlong(0, 150);

const times = (count: number, part: (at: number) => Part): Part =>
  Array.from({ length: count }, (_, at) => part(at));
function honestDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('body').insert(0, [new Y.XmlText('hello')]);
  return doc;
}

/** Claims so many structs in the V2 encoding: Yjs makes place for all of them before it looks. */
function v2Bomb(structs: number): Uint8Array {
  const sections = [0, 0, 0, 0, 0, 0, 0, 0, 0].map((value) => forge(value));
  return forge(
    byte(0),
    sections.map((section) => [section.length, section]),
    1,
    structs,
    7,
    0,
  );
}

function nestedTypes({ own, ownClock }: Target, depth: number): Uint8Array {
  const inner = times(depth - 1, (at) => [byte(TYPE), 0, own, ownClock + at, 0]);
  return forge(1, depth, own, ownClock, inRoot(TYPE), 0, inner, 0);
}

const encodings: HostileUpdate[] = [
  { name: '[A2] V2', code: 'not-v1', make: () => Y.encodeStateAsUpdateV2(honestDoc()) },
  // Read as V1, their second byte is a person whose words are deleted.
  ...[1_000_000, 20_000_000, 2_000_000_000].map((count): HostileUpdate => ({
    name: `[A2] a V2 bomb of ${count} structs`,
    code: 'delete-out-of-range',
    make: () => v2Bomb(count),
  })),
  { name: '[A2] bytes left over', code: 'not-v1', make: () => new Uint8Array([0, 0, 0]) },
  {
    name: '[A2] two updates in one',
    code: 'not-v1',
    make: (target) => forge(next(inRoot(TEXT), 'x')(target), next(inRoot(TEXT), 'y')(target)),
  },
  { name: '[A2] nothing', code: 'malformed', make: () => new Uint8Array() },
  {
    name: '[A2] an update that stops halfway',
    code: 'malformed',
    make: (target) => next(inRoot(TEXT), 'halfway')(target).slice(0, -3),
  },
  { name: '[A2] a count that is no number', code: 'malformed', make: () => forge(NOT_A_NUMBER, 0) },
  {
    name: '[A2] a neighbour whose clock is no number (readers would fail for ever)',
    code: 'malformed',
    make: ({ own, ownClock, other }) => structOf(own, ownClock, byte(0x84), other, NOT_A_NUMBER, 'x'),
  },
  {
    name: '[A2] a neighbour whose client is no number',
    code: 'malformed',
    make: ({ own, ownClock }) => structOf(own, ownClock, byte(0x84), NOT_A_NUMBER, NOT_A_NUMBER, 'x'),
  },
  {
    name: '[A2] a collected stretch whose length is no number',
    code: 'malformed',
    make: next(byte(0), NOT_A_NUMBER),
  },
  {
    name: '[A2] a clock that is no number',
    code: 'malformed',
    make: ({ own }) => forge(1, 1, own, NOT_A_NUMBER, inRoot(TEXT), 'x', 0),
  },
  {
    name: '[A2] a deletion whose clock is no number',
    code: 'malformed',
    make: ({ other }) => forge(0, 1, other, 1, NOT_A_NUMBER, 1),
  },
  {
    name: '[A2] a value whose number is no number',
    code: 'malformed',
    make: next(inRoot(ANY), 1, byte(125), overlong(0, 150)),
  },
];

const sizes: HostileUpdate[] = [
  { name: '[A3] too many bytes', code: 'too-large', make: () => new Uint8Array(limits.updateBytes + 1) },
  {
    name: '[A3] too many structs',
    code: 'too-many-structs',
    make: ({ own, ownClock }) => {
      const count = limits.updateStructs + 1;
      return forge(
        1,
        count,
        own,
        ownClock,
        times(count, () => [inRoot(TEXT), 'x']),
        0,
      );
    },
  },
  {
    name: '[A3] a false count of structs',
    code: 'too-many-structs',
    make: ({ own, ownClock }) => forge(1, 2 ** 40, own, ownClock),
  },
  {
    name: '[A3] too many deletions',
    code: 'too-many-structs',
    make: ({ own }) => forge(0, 1, own, limits.updateDeleteRanges + 1),
  },
  { name: '[A3] a false count of clients', code: 'malformed', make: () => forge(0, 2 ** 40) },
];

const identities: HostileUpdate[] = [
  {
    name: '[A4] words under the client of somebody else',
    code: 'foreign-client-id',
    make: ({ other, otherClock }) => structOf(other, otherClock, inRoot(TEXT), 'x'),
  },
  {
    name: '[A4] a collected stretch in the place of somebody else (silences them)',
    code: 'foreign-client-id',
    make: ({ other, otherClock }) => structOf(other, otherClock, byte(0), 2 ** 30),
  },
  {
    name: '[A4] a client that nobody has',
    code: 'foreign-client-id',
    make: () => structOf(1234, 0, inRoot(TEXT), 'x'),
  },
  {
    name: '[A4] a client beyond 32 bits',
    code: 'foreign-client-id',
    make: ({ own }) => structOf(2 ** 32 + own, 0, inRoot(TEXT), 'x'),
  },
];

const clocks: HostileUpdate[] = [
  {
    name: '[A5] a gap (pending bomb)',
    code: 'clock-gap',
    make: ({ own, ownClock }) => structOf(own, ownClock + 1, inRoot(TEXT), 'x'),
  },
  {
    name: '[A5] a jump of the clock',
    code: 'clock-gap',
    make: ({ own }) => structOf(own, 2 ** 40, inRoot(TEXT), 'x'),
  },
  {
    name: '[A5] other content for a known clock, and more',
    code: 'clock-overlap',
    make: ({ own, ownClock }) => structOf(own, 0, inRoot(TEXT), 'x'.repeat(ownClock + 1)),
  },
  { name: '[A5] a clock above 2^31', code: 'gc-not-allowed', make: next(byte(0), 2 ** 31) },
  { name: '[A5] deleted content without end', code: 'gc-not-allowed', make: next(inRoot(1), 2 ** 31) },
  {
    name: '[A5] a clock above 2^31 in small steps',
    code: 'clock-out-of-range',
    make: ({ own, ownClock }) =>
      forge(
        1,
        200,
        own,
        ownClock,
        times(200, () => [byte(0), 2 ** 24]),
        0,
      ),
  },
  {
    name: '[A5] the same client twice',
    code: 'malformed',
    make: ({ own, ownClock }) =>
      forge(2, 1, own, ownClock, inRoot(TEXT), 'x', 1, own, ownClock + 1, inRoot(TEXT), 'y', 0),
  },
  { name: '[A5] a struct without length', code: 'malformed', make: next(inRoot(TEXT), '') },
  {
    name: '[A5] a client without structs',
    code: 'malformed',
    make: ({ own, ownClock }) => forge(1, 0, own, ownClock, 0),
  },
];

const references: HostileUpdate[] = [
  {
    name: '[A6] an unknown neighbour',
    code: 'clock-gap',
    make: ({ own, ownClock, other, otherClock }) =>
      structOf(own, ownClock, byte(0x84), other, otherClock, 'x'),
  },
  {
    name: '[A6] itself as neighbour',
    code: 'clock-gap',
    make: ({ own, ownClock }) => structOf(own, ownClock, byte(0x84), own, ownClock, 'x'),
  },
  {
    name: '[A6] itself as parent',
    code: 'clock-gap',
    make: ({ own, ownClock }) => structOf(own, ownClock, byte(TYPE), 0, own, ownClock, 0),
  },
  { name: '[A6] an unknown parent', code: 'clock-gap', make: next(byte(TEXT), 0, 4321, 0, 'x') },
  {
    name: '[A6] a place between a character and itself (copies would differ)',
    code: 'malformed',
    make: ({ own, ownClock, other }) => structOf(own, ownClock, byte(0xc4), other, 1, other, 1, 'x'),
  },
  {
    name: '[A6] a place before its left neighbour (copies would differ)',
    code: 'malformed',
    make: ({ own, ownClock }) =>
      forge(
        1,
        2,
        own,
        ownClock,
        inRoot(TEXT),
        'three',
        byte(0xc4),
        own,
        ownClock + 3,
        own,
        ownClock + 1,
        'x',
        0,
      ),
  },
  { name: '[A6] a parent of a third sort', code: 'not-v1', make: next(byte(TEXT), 2, 'body', 'x') },
  {
    name: '[A6] a deletion beyond what is known',
    code: 'delete-out-of-range',
    make: ({ other, otherClock }) => forge(0, 1, other, 1, 0, otherClock + 1),
  },
  {
    name: '[A6] a deletion of all that somebody will ever write',
    code: 'delete-out-of-range',
    make: ({ other }) => forge(0, 1, other, 1, 0, 2 ** 31),
  },
  { name: '[A6] a deletion of nobody', code: 'delete-out-of-range', make: () => forge(0, 1, 4321, 1, 0, 1) },
  {
    name: '[A6] an empty deletion',
    code: 'delete-out-of-range',
    make: ({ other }) => forge(0, 1, other, 1, 0, 0),
  },
  {
    name: '[A6] a deletion without ranges',
    code: 'delete-out-of-range',
    make: ({ other }) => forge(0, 1, other, 0),
  },
];

const shapes: HostileUpdate[] = [
  {
    name: '[A8] types nested too deep in one update',
    code: 'too-deep',
    make: (target) => nestedTypes(target, limits.typeDepth + 1),
  },
  { name: '[A9] another root', code: 'root-not-allowed', make: next(inRoot(TEXT, 'attic'), 'x') },
  { name: '[A9] a prototype as root', code: 'root-not-allowed', make: next(inRoot(TEXT, '__proto__'), 'x') },
];

/** Updates that would harm a document or its readers, each with the code with which it must be refused. */
export const hostileUpdates: readonly HostileUpdate[] = [
  ...encodings,
  ...sizes,
  ...identities,
  ...clocks,
  ...references,
  ...hostileValues,
  ...shapes,
];
