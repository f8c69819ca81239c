import * as Y from 'yjs';
import { byte, forge, type Part } from './forge.ts';

export interface Id {
  client: number;
  clock: number;
}

/** One struct as it travels; everything in it may be a lie. */
export interface ForgedStruct {
  /** 0 is a collected stretch; its content is the length. */
  kind: number;
  length: number;
  origin: Id | null;
  rightOrigin: Id | null;
  /** A root's name, or the item that holds the type; only written without neighbours. */
  parent: string | Id | null;
  key: string | null;
  content: Uint8Array;
}

export interface ForgedSection {
  client: number;
  clock: number;
  structs: ForgedStruct[];
  /** What the update claims; null for the truth. */
  count: number | null;
}

export interface ForgedDeletion {
  client: number;
  ranges: { clock: number; length: number }[];
}

/** An update taken apart, so that each part of it can be changed. */
export interface ForgedUpdate {
  sections: ForgedSection[];
  deletions: ForgedDeletion[];
}

export function takeApart(update: Uint8Array): ForgedUpdate {
  const { structs, ds } = Y.decodeUpdate(update);
  const sections = new Map<number, ForgedSection>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    let section = sections.get(client);
    if (!section) sections.set(client, (section = { client, clock, structs: [], count: null }));
    section.structs.push(struct instanceof Y.Item ? fromItem(struct) : collected(struct.length));
  }
  const deletions = [...ds.clients].map(([client, ranges]) => ({
    client,
    ranges: ranges.map(({ clock, len }) => ({ clock, length: len })),
  }));
  return { sections: [...sections.values()], deletions };
}

export function collected(length: number): ForgedStruct {
  const nothing = { origin: null, rightOrigin: null, parent: null, key: null };
  return { kind: 0, length, ...nothing, content: forge(length) };
}

function fromItem(item: Y.Item): ForgedStruct {
  const encoder = new Y.UpdateEncoderV1();
  item.content.write(encoder, 0);
  const parent = item.parent as unknown as string | Y.ID | null;
  return {
    kind: item.content.getRef(),
    length: item.length,
    origin: item.origin && { ...item.origin },
    rightOrigin: item.rightOrigin && { ...item.rightOrigin },
    parent: typeof parent === 'string' || parent === null ? parent : { ...parent },
    key: item.parentSub,
    content: encoder.toUint8Array(),
  };
}

function structParts({ kind, origin, rightOrigin, parent, key, content }: ForgedStruct): Part {
  if (kind === 0) return [byte(0), content];
  const info = kind | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === null ? 0 : 0x20);
  const refs = [origin, rightOrigin].flatMap((id) => (id ? [id.client, id.clock] : []));
  if (refs.length > 0) return [byte(info), refs, content];
  const place = typeof parent === 'string' ? [1, parent] : [0, parent?.client ?? 0, parent?.clock ?? 0];
  return [byte(info), place, key ?? [], content];
}

export function putTogether({ sections, deletions }: ForgedUpdate): Uint8Array {
  return forge(
    sections.length,
    sections.map(({ client, clock, structs, count }) => [
      count ?? structs.length,
      client,
      clock,
      structs.map(structParts),
    ]),
    deletions.length,
    deletions.map(({ client, ranges }) => [
      client,
      ranges.length,
      ranges.map(({ clock, length }) => [clock, length]),
    ]),
  );
}

/** The same update as if `author` had made it from `clock` on; what it says of others stays. */
export function reauthored(update: ForgedUpdate, author: number, clock: number): ForgedUpdate {
  const [section] = update.sections;
  if (!section) return structuredClone(update);
  const copy = structuredClone({ sections: [section], deletions: update.deletions });
  const moved = (id: Id): Id =>
    id.client === section.client && id.clock >= section.clock
      ? { client: author, clock: id.clock - section.clock + clock }
      : id;
  for (const own of copy.sections) {
    own.client = author;
    own.clock = clock;
    for (const struct of own.structs) {
      struct.origin &&= moved(struct.origin);
      struct.rightOrigin &&= moved(struct.rightOrigin);
      if (typeof struct.parent === 'object') struct.parent &&= moved(struct.parent);
    }
  }
  for (const deletion of copy.deletions.filter(({ client }) => client === section.client)) {
    const isOwn = deletion.ranges.every((range) => range.clock >= section.clock);
    if (!isOwn) continue;
    deletion.client = author;
    for (const range of deletion.ranges) range.clock += clock - section.clock;
  }
  return copy;
}
