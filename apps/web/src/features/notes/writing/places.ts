import * as Y from 'yjs';
import type { SharedRange } from '../../../lib/note-handle.ts';

/** The name in the address of a place in a note. */
export const placeParameter = 'place';
// Two places of some twenty bytes each, with room to spare.
const LONGEST = 200;

const toText = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function toBytes(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/** A place in a shared text as it stands in an address. It stays right while others write. */
export function encodePlace({ anchor, head }: SharedRange): string {
  return `${toText(Y.encodeRelativePosition(anchor))}.${toText(Y.encodeRelativePosition(head))}`;
}

/** Null for what is no place: an address can hold anything. */
export function decodePlace(text: string): SharedRange | null {
  const parts = text.length > LONGEST ? [] : text.split('.');
  const [anchor, head] = parts;
  if (anchor === undefined || head === undefined || parts.length !== 2) return null;
  try {
    return {
      anchor: Y.decodeRelativePosition(toBytes(anchor)),
      head: Y.decodeRelativePosition(toBytes(head)),
    };
  } catch {
    return null;
  }
}
