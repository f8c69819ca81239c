import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { SectionAttributes, SectionStatus } from '@kring/live-documents';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { placedSections, shownStatus, type PlacedSection } from '../../../lib/sections/section-commands.ts';

export interface PersonInSection {
  readonly personId: string;
  readonly name: string;
  readonly colour: number;
}

export interface ListedSection {
  readonly attributes: SectionAttributes;
  readonly status: SectionStatus;
  /** Others whose caret stands there now. */
  readonly people: readonly PersonInSection[];
  /** My own caret stands there. */
  readonly isMine: boolean;
}

/** The sections of the open note with who is in them, kept up to date while people write. */
export function useSections(handle: NoteHandle): readonly ListedSection[] {
  const [sections, setSections] = useState<readonly ListedSection[]>(() => listSections(handle));
  useEffect(() => {
    let isWaiting = false;
    const renew = () => {
      isWaiting = false;
      if (!handle.editor.isDestroyed) setSections((before) => keepIfSame(before, listSections(handle)));
    };
    const later = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(renew);
    };
    later();
    handle.editor.on('transaction', later);
    const leave = handle.room.subscribe(later);
    handle.room.awareness.on('change', later);
    return () => {
      handle.editor.off('transaction', later);
      handle.room.awareness.off('change', later);
      leave();
    };
  }, [handle]);
  return sections;
}

function listSections(handle: NoteHandle): ListedSection[] {
  const { state } = handle.editor;
  const placed = placedSections(state.doc);
  const people = whoIsWhere(handle, placed);
  const mine = sectionAt(placed, state.selection.from)?.attributes.key;
  return placed.map(({ attributes, node }) => ({
    attributes,
    status: shownStatus(node),
    people: people.get(attributes.key) ?? [],
    isMine: handle.editor.isFocused && attributes.key === mine,
  }));
}

/** People by the key of the section in which their caret stands; each person once. */
function whoIsWhere(handle: NoteHandle, placed: readonly PlacedSection[]): Map<string, PersonInSection[]> {
  const { room, fromShared } = handle;
  const found = new Map<string, PersonInSection[]>();
  const me = room.people.find(({ clientId }) => clientId === room.awareness.clientID)?.personId;
  for (const { clientId, personId, name, colour } of room.people) {
    if (personId === me) continue;
    const cursor: unknown = room.awareness.getStates().get(clientId)?.['cursor'];
    const place = placeOf(cursor);
    const position = place && fromShared(place);
    const key = position === null ? undefined : sectionAt(placed, position)?.attributes.key;
    if (key === undefined) continue;
    const others = found.get(key) ?? [];
    if (!others.some((other) => other.personId === personId)) {
      found.set(key, [...others, { personId, name, colour }]);
    }
  }
  return found;
}

/** Reads what another client sent: anything at all. */
function placeOf(cursor: unknown): Y.RelativePosition | null {
  try {
    return Y.createRelativePositionFromJSON((cursor as { head?: unknown } | null)?.head);
  } catch {
    return null;
  }
}

function sectionAt(placed: readonly PlacedSection[], position: number): PlacedSection | undefined {
  return placed.find((one) => position >= one.position && position < one.position + one.node.nodeSize);
}

/** The same list while nothing in it has changed: typing then renders nothing. */
function keepIfSame(
  before: readonly ListedSection[],
  after: readonly ListedSection[],
): readonly ListedSection[] {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
