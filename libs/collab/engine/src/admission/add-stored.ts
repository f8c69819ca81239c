import { ByteReader } from './byte-reader.ts';
import { UNKNOWN_PARENT } from './struct-index.ts';
import type { StructIndex } from './struct-index.ts';
import { NONE, Struct } from './struct-reader.ts';

interface Section {
  client: number;
  clock: number;
  structs: Struct[];
  next: number;
}

function readSections(bytes: Uint8Array): Map<number, Section> {
  const reader = new ByteReader(bytes);
  const sections = new Map<number, Section>();
  for (let left = reader.uint(); left > 0; left--) {
    const count = reader.uint();
    const section: Section = { client: reader.uint(), clock: reader.uint(), structs: [], next: 0 };
    for (let i = 0; i < count; i++) {
      const struct = new Struct();
      struct.read(reader);
      section.structs.push(struct);
    }
    sections.set(section.client, section);
  }
  return sections;
}

/** A client whose structs must be added before this one can be, or null. */
function findMissing(index: StructIndex, struct: Struct, client: number): number | null {
  const { originClient, rightClient, parentClient } = struct;
  if (
    originClient !== NONE &&
    originClient !== client &&
    struct.originClock >= index.admittedClock(originClient)
  )
    return originClient;
  if (rightClient !== NONE && rightClient !== client && struct.rightClock >= index.admittedClock(rightClient))
    return rightClient;
  if (
    parentClient !== NONE &&
    parentClient !== client &&
    struct.parentClock >= index.admittedClock(parentClient)
  )
    return parentClient;
  return null;
}

function parentOf(index: StructIndex, struct: Struct): number {
  let parent = UNKNOWN_PARENT;
  if (struct.originClient !== NONE) parent = index.parentAt(struct.originClient, struct.originClock);
  if (parent === UNKNOWN_PARENT && struct.rightClient !== NONE)
    parent = index.parentAt(struct.rightClient, struct.rightClock);
  if (struct.parentClient !== NONE) parent = index.typeAt(struct.parentClient, struct.parentClock);
  else if (struct.rootName !== null) parent = index.root(struct.rootName);
  return struct.hasKey ? index.attributesOf(parent) : parent;
}

/** Adds structs of one client until one of another client is needed first: that client, or null when done. */
function addSection(index: StructIndex, section: Section): number | null {
  const { client, structs } = section;
  for (; section.next < structs.length; section.next++) {
    const struct = structs[section.next];
    if (!struct) break;
    const end = index.admittedClock(client);
    const added = section.clock + struct.length - end;
    if (added > 0) {
      const missing = findMissing(index, struct, client);
      if (missing !== null) return missing;
      if (section.clock > end) throw new Error('stored updates have a gap');
      const parent = parentOf(index, struct);
      if (struct.isType) index.addType(client, section.clock, parent);
      index.add(client, added, parent, added < struct.length || struct.follows(client, section.clock));
    }
    section.clock += struct.length;
  }
  index.markStored(client, section.clock);
  return null;
}

/**
 * Adds an update that is on disk. Sections may refer to each other in any order, as in a snapshot.
 * @throws {Error} when the bytes are no whole update: the document must then not be opened
 */
export function addStored(index: StructIndex, bytes: Uint8Array): void {
  const sections = readSections(bytes);
  const path: Section[] = [];
  // Visits without a step forward; more of them than sections means that something is missing.
  let idle = 0;
  for (const first of sections.values()) {
    path.push(first);
    for (let section = path.at(-1); section; section = path.at(-1)) {
      const before = section.next;
      const missing = addSection(index, section);
      if (missing === null) {
        path.pop();
        continue;
      }
      idle = section.next === before ? idle + 1 : 0;
      const other = sections.get(missing);
      if (!other || idle > sections.size) throw new Error('stored updates refer to what is not there');
      const at = path.indexOf(other);
      if (at >= 0) path.length = at + 1;
      else path.push(other);
    }
  }
}
