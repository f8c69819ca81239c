import { limits } from '@kring/collab-protocol';
import { any, byte, forge, inRoot } from './forge.ts';
import { ANY, FORMAT, type HostileUpdate, next, TEXT, TYPE } from './hostile-update.ts';

const deepValue = (depth: number): unknown => (depth === 0 ? 1 : [deepValue(depth - 1)]);

/** Contents that readers would choke on. */
export const hostileValues: readonly HostileUpdate[] = [
  { name: '[A7] a skip', code: 'skip-not-allowed', make: next(byte(10), 5) },
  { name: '[A7] a subdocument', code: 'subdocument-not-allowed', make: next(inRoot(9), 'guid', any({})) },
  { name: '[A7] a kind of content that is not there', code: 'malformed', make: next(inRoot(11), 1) },
  { name: '[A7] the JSON of before 2020', code: 'value-not-allowed', make: next(inRoot(2), 1, '{}') },
  { name: '[A7] a type that is not there', code: 'malformed', make: next(inRoot(TYPE), 7) },
  { name: '[A7] a hook', code: 'value-not-allowed', make: next(inRoot(TYPE), 5, 'hook') },
  {
    name: '[A7] a value too deep',
    code: 'too-deep',
    make: next(inRoot(ANY), 1, any(deepValue(limits.depth + 1))),
  },
  {
    name: '[A7] 5,000 nested arrays (readers would overflow their stack)',
    code: 'too-deep',
    make: next(inRoot(ANY), 1, any(deepValue(5_000))),
  },
  {
    name: '[A7] a false count of values',
    code: 'malformed',
    make: next(inRoot(ANY), 2 ** 40),
  },
  {
    name: '[A7] a prototype as key',
    code: 'value-not-allowed',
    make: next(inRoot(ANY), 1, byte(118), 1, '__proto__', any({})),
  },
  {
    name: '[A7] a prototype as attribute',
    code: 'value-not-allowed',
    make: next(byte(0x28), 1, 'body', '__proto__', 1, any(1)),
  },
  {
    name: '[A7] a prototype as mark',
    code: 'value-not-allowed',
    make: next(inRoot(FORMAT), '__proto__', '{}'),
  },
  {
    name: '[A7] a prototype inside a mark',
    code: 'value-not-allowed',
    make: next(inRoot(FORMAT), 'link', '{"a":{"__proto__":1}}'),
  },
  {
    name: '[A7] a prototype inside a mark, in other words',
    code: 'value-not-allowed',
    make: next(inRoot(FORMAT), 'link', '{"\\u005f_proto__":1}'),
  },
  {
    name: '[A7] a prototype as name of an element',
    code: 'value-not-allowed',
    make: next(inRoot(TYPE), 3, '__proto__'),
  },
  {
    name: '[A7] a mark too deep',
    code: 'too-deep',
    make: next(inRoot(FORMAT), 'link', '['.repeat(40) + ']'.repeat(40)),
  },
  {
    name: '[A7] a mark of 100,000 arrays in each other',
    code: 'too-deep',
    make: next(inRoot(FORMAT), 'link', '['.repeat(100_000) + ']'.repeat(100_000)),
  },
  {
    name: '[A7] a mark of a number without end (no snapshot would be equal)',
    code: 'value-not-allowed',
    make: next(inRoot(FORMAT), 'link', '[1e999]'),
  },
  {
    name: '[A7] an attribute that can be split (readers would fail when it is collected)',
    code: 'value-not-allowed',
    make: next(byte(0x20 | TEXT), 1, 'body', 'level', 'two'),
  },
  {
    name: '[A7] an attribute that can be split, beside another',
    code: 'value-not-allowed',
    make: ({ own, ownClock }) =>
      forge(
        [1, 2, own, ownClock],
        [byte(0x20 | ANY), 1, 'body', 'level', 1, any(1)],
        [byte(0x80 | TEXT), own, ownClock, 'two'],
        0,
      ),
  },
  {
    name: '[A8] a child with an attribute as neighbour',
    code: 'malformed',
    make: ({ own, ownClock, other }) =>
      forge(
        [1, 2, own, ownClock],
        [byte(0x20 | ANY), 1, 'body', 'level', 1, any(1)],
        [byte(0xc0 | TEXT), own, ownClock, other, 0, 'x'],
        0,
      ),
  },
  { name: '[A7] a mark that is no JSON', code: 'malformed', make: next(inRoot(FORMAT), 'link', '{') },
  { name: '[A7] a big integer', code: 'value-not-allowed', make: next(inRoot(ANY), 1, any(5n)) },
  {
    name: '[A7] text that is no UTF-8',
    code: 'malformed',
    make: next(inRoot(TEXT), 2, new Uint8Array([0xff, 0xfe])),
  },
];
