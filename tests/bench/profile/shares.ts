import type { Profiler } from 'node:inspector';

/** What a server's processor time goes to, in the order of the table. */
export const kinds = [
  'writing to people, in the system',
  'WebSocket, Engine.IO and socket.io',
  'the engine and its protocol',
  'the database client',
  'the rest of Kring',
  'signing, hashing and packing',
  'collecting garbage',
  'Node and V8 themselves',
] as const;
export type Kind = (typeof kinds)[number];

/** Calls into the system, which the profile names without a file. */
const writes = /^(writev|writeBuffer|writeUtf8String|writeLatin1String|writeAsciiString)$/;
const packages: readonly [RegExp, Kind][] = [
  [
    /\/node_modules\/(ws|engine\.io[\w-]*|socket\.io[\w-]*|@socket\.io)\//,
    'WebSocket, Engine.IO and socket.io',
  ],
  [/\/node_modules\/(pg[\w-]*|typeorm|postgres[\w-]*)\//, 'the database client'],
  [/\/(libs\/collab|node_modules\/(yjs|lib0))\//, 'the engine and its protocol'],
  [/node:(internal\/)?(crypto|zlib)/, 'signing, hashing and packing'],
  [/\/(apps\/api|libs)\/|\/node_modules\//, 'the rest of Kring'],
];

const kindOf = (url: string) => packages.find(([pattern]) => pattern.test(url))?.[1];

/** Seconds of processor time for each kind. What Node does counts for whoever asked it to. */
export function sharesOf(profile: Profiler.Profile): Map<Kind, number> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node.id])));
  const cached = new Map<number, Kind | null>();

  const find = (id: number): Kind | null => {
    const { functionName, url } = nodes.get(id)?.callFrame ?? { functionName: '', url: '' };
    if (functionName === '(idle)') return null;
    if (functionName === '(garbage collector)') return 'collecting garbage';
    const asked = askedBy(id);
    if (url === '' && writes.test(functionName) && asked === 'WebSocket, Engine.IO and socket.io')
      return 'writing to people, in the system';
    return asked ?? 'Node and V8 themselves';
  };
  const askedBy = (id: number | undefined): Kind | undefined => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const kind = kindOf(nodes.get(at)?.callFrame.url ?? '');
      if (kind) return kind;
    }
    return undefined;
  };
  const shares = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
  for (const [at, id] of (profile.samples ?? []).entries()) {
    if (!cached.has(id)) cached.set(id, find(id));
    const kind = cached.get(id);
    if (kind) shares.set(kind, (shares.get(kind) ?? 0) + (profile.timeDeltas?.[at + 1] ?? 0) / 1_000_000);
  }
  return shares;
}
