import { limits } from '@kring/collab-protocol';
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];
interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

const partBytes = limits.updateBytes / 2;
const partStructs = limits.updateStructs / 2;
const partRanges = limits.updateDeleteRanges / 2;

/**
 * Cuts the update of one local edit into parts that the server takes: a large paste is one transaction of the
 * editor, but each stretch of its structs is an update of its own. Most updates come back as they are.
 * A single struct above the limit cannot be cut and stays whole.
 */
export function splitUpdate(update: Uint8Array): Uint8Array[] {
  // A struct takes two bytes at least, so a short update cannot hold too many either.
  if (update.length <= partStructs) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const client = structs[0]?.id.client ?? 0;
  const isOfOne = structs.every((struct) => struct.id.client === client);
  const ranges = rangesOf(ds);
  const isSmall = update.length <= partBytes && structs.length <= partStructs && ranges.length <= partRanges;
  if (isSmall || !isOfOne) return [update];
  return [
    ...groupsOf(structs).map((group) => encode(client, group, [])),
    // Deletions last: they may reach into any of the parts.
    ...chunksOf(ranges).map((chunk) => encode(client, [], chunk)),
  ];
}

function rangesOf(deletes: Decoded['ds']): DeleteRange[] {
  return [...deletes.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  );
}

function chunksOf(ranges: readonly DeleteRange[]): DeleteRange[][] {
  const count = Math.ceil(ranges.length / partRanges);
  return Array.from({ length: count }, (_, index) =>
    ranges.slice(index * partRanges, (index + 1) * partRanges),
  );
}

function groupsOf(structs: readonly Struct[]): Struct[][] {
  const groups: Struct[][] = [];
  let group: Struct[] = [];
  let bytes = 0;
  for (const struct of structs) {
    const size = sizeOf(struct);
    if (group.length > 0 && (group.length >= partStructs || bytes + size > partBytes)) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(struct);
    bytes += size;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array().length;
}

/** Yjs V1: clients, then per client structs and first clock, then the delete set. */
function encode(client: number, structs: readonly Struct[], deletes: readonly DeleteRange[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const [first] = structs;
  encoder.writeLen(first ? 1 : 0);
  if (first) {
    encoder.writeLen(structs.length);
    encoder.writeClient(client);
    encoder.writeLen(first.id.clock);
    for (const struct of structs) struct.write(encoder, 0);
  }
  const byClient = Map.groupBy(deletes, (range) => range.client);
  encoder.writeLen(byClient.size);
  for (const [owner, ranges] of byClient) {
    encoder.writeLen(owner);
    encoder.writeLen(ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
