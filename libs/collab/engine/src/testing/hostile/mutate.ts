import * as Y from 'yjs';
import type { SeededRandom } from '../seeded-random.ts';
import { any, byte, forge, overlong } from './forge.ts';
import { collected, type ForgedStruct, type ForgedUpdate, type Id, putTogether } from './forged-update.ts';

/** What a mutation may aim at: client ids and clocks that exist in the document. */
export interface Aims {
  readonly random: SeededRandom;
  readonly clients: readonly number[];
  clockOf(client: number): number;
}

type Mutation = (update: ForgedUpdate, aims: Aims) => void;

const EDGES = [0, 1, 2, 127, 128, 2 ** 24, 2 ** 24 + 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 53 - 1];
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'level',
  '',
  'attic',
  'body',
  '\u{1F600}',
];
const JSONS = [
  'null',
  '{}',
  '1e999',
  '"x"',
  '[',
  '{"__proto__":1}',
  '{"a":[[[[1]]]]}',
  '{"\\u005f_proto__":{}}',
];

const anyId = ({ random, clients, clockOf }: Aims): Id => {
  const client = random.pick([...clients, random.below(2 ** 31)]);
  const end = clockOf(client);
  const clock = random.pick([random.below(end + 1), end, Math.max(0, end - 1), random.pick(EDGES)]);
  return { client, clock };
};

const nested = (depth: number): unknown =>
  depth === 0 ? {} : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) };

/** Contents of all kinds, some of them true to their kind. */
function anyContent({ random }: Aims): Pick<ForgedStruct, 'kind' | 'content'> {
  const word = 'x'.repeat(random.below(5));
  return random.pick([
    { kind: 1, content: forge(random.pick(EDGES)) },
    { kind: 2, content: forge(1, random.pick(JSONS)) },
    { kind: 3, content: forge(random.pick([0, 3, 2 ** 40]), byte(1), byte(2), byte(3)) },
    { kind: 4, content: forge(random.pick([word, '\ud83d', '\u{1F600}', '\uFEFF', '\0'])) },
    { kind: 5, content: forge(random.pick(JSONS)) },
    { kind: 6, content: forge(random.pick(NAMES), random.pick(JSONS)) },
    { kind: 7, content: forge(random.below(9), random.pick(NAMES)) },
    { kind: 7, content: forge(random.below(7)) },
    {
      kind: 8,
      content: forge(1, any(random.pick([nested(3), nested(31), nested(40), -0, NaN, word, 5n, null]))),
    },
    { kind: 8, content: forge(random.pick(EDGES)) },
    { kind: 9, content: forge('guid', any({})) },
    { kind: 10, content: forge(random.pick(EDGES)) },
    { kind: random.below(32), content: forge(random.below(200)) },
  ]);
}

const onStruct =
  (change: (struct: ForgedStruct, aims: Aims) => void): Mutation =>
  ({ sections }, aims) => {
    const structs = sections.flatMap((section) => section.structs);
    if (structs.length > 0) change(aims.random.pick(structs), aims);
  };

const mutations: readonly Mutation[] = [
  onStruct((struct, aims) => (struct.origin = aims.random.below(4) === 0 ? null : anyId(aims))),
  onStruct((struct, aims) => (struct.rightOrigin = aims.random.below(4) === 0 ? null : anyId(aims))),
  onStruct((struct, { random }) => {
    // Neighbours that are close to each other, in either order.
    const near = struct.origin ?? struct.rightOrigin;
    if (!near) return;
    const clock = Math.max(0, near.clock + random.below(9) - 4);
    struct.origin = { client: near.client, clock };
    struct.rightOrigin = { ...near };
  }),
  onStruct((struct, aims) => {
    struct.origin = struct.rightOrigin = null;
    struct.parent = aims.random.below(2) === 0 ? aims.random.pick(NAMES) : anyId(aims);
  }),
  onStruct((struct, { random }) => (struct.key = random.below(3) === 0 ? null : random.pick(NAMES))),
  onStruct((struct, aims) => Object.assign(struct, anyContent(aims))),
  onStruct((struct, { random }) =>
    Object.assign(struct, collected(random.pick([...EDGES, random.below(20)]))),
  ),
  onStruct((struct, { random }) => {
    struct.content = forge(struct.content);
    if (struct.content.length > 0) struct.content[random.below(struct.content.length)] = random.below(256);
  }),
  onStruct(
    (struct, { random }) => (struct.content = forge(overlong(random.below(5), 2 + random.below(160)))),
  ),
  ({ sections }, aims) => {
    const section = sections.length > 0 && aims.random.pick(sections);
    if (section) section.client = anyId(aims).client;
  },
  ({ sections }, { random }) => {
    const section = sections.length > 0 && random.pick(sections);
    if (section)
      section.clock = Math.max(0, random.pick([section.clock - 1, section.clock + 1, 0, ...EDGES]));
  },
  ({ sections }, { random }) => {
    const section = sections.length > 0 && random.pick(sections);
    if (section)
      section.count = Math.max(
        0,
        random.pick([section.structs.length - 1, section.structs.length + 1, ...EDGES]),
      );
  },
  ({ sections }, { random }) => {
    const { structs } = sections.length > 0 ? random.pick(sections) : { structs: [] };
    if (structs.length === 0) return;
    const [taken] = structs.splice(random.below(structs.length), 1);
    if (taken && random.below(2) === 0)
      structs.splice(random.below(structs.length + 1), 0, taken, structuredClone(taken));
  },
  ({ sections }, aims) => {
    const section = sections.length > 0 && structuredClone(aims.random.pick(sections));
    if (!section) return;
    if (aims.random.below(2) === 0) section.client = aims.random.pick(aims.clients);
    section.clock = aims.clockOf(section.client);
    sections.splice(aims.random.below(sections.length + 1), 0, section);
  },
  ({ deletions }, aims) => {
    const count = 1 + aims.random.below(3);
    const ranges = Array.from({ length: count }, () => ({
      clock: anyId(aims).clock,
      length: aims.random.pick([1, aims.random.below(30), aims.random.pick(EDGES)]),
    }));
    deletions.push({ client: aims.random.pick([...aims.clients, 4321]), ranges });
  },
  ({ deletions }, aims) => {
    // Whole stretches of others, which any writer may delete.
    const client = aims.random.pick(aims.clients);
    const end = aims.clockOf(client);
    const clock = aims.random.below(Math.max(1, end));
    if (end > 0) deletions.push({ client, ranges: [{ clock, length: 1 + aims.random.below(end - clock) }] });
  },
];

type Spoiling = (bytes: Uint8Array, random: SeededRandom) => Uint8Array;

const spoilings: readonly Spoiling[] = [
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => forge(bytes, bytes.slice(random.below(bytes.length))),
  (bytes, random) => {
    const copy = bytes.slice();
    for (let flips = 1 + random.below(3); flips > 0 && copy.length > 0; flips--)
      copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random) => {
    const at = random.below(bytes.length);
    return forge(bytes.slice(0, at), overlong(bytes[at] ?? 0, 2 + random.below(160)), bytes.slice(at + 1));
  },
  (bytes) => {
    try {
      return Y.convertUpdateFormatV1ToV2(bytes);
    } catch {
      return bytes;
    }
  },
];

/** Changes up to three parts of an update by its structure, and sometimes the bytes that come of it. */
export function mutate(update: ForgedUpdate, aims: Aims): Uint8Array {
  const { random } = aims;
  const copy = structuredClone(update);
  for (let left = random.below(4); left > 0; left--) random.pick(mutations)(copy, aims);
  const bytes = putTogether(copy);
  return random.below(5) === 0 ? random.pick(spoilings)(bytes, random) : bytes;
}
