import { limits } from '@kring/collab-protocol';
import type { ByteReader } from './byte-reader.ts';
import { Refusal } from './refusal.ts';

const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys become properties of objects in every reader. */
export function checkKey(key: string): void {
  if (dangerousKeys.has(key)) throw new Refusal('value-not-allowed');
}

/** Reads over one value in lib0's encoding. */
export function skipAny(reader: ByteReader, depth = 1): void {
  if (depth > limits.depth) throw new Refusal('too-deep');
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return reader.skipSignedInt();
    case 124:
      return reader.skip(4);
    case 123:
      return reader.skip(8);
    case 119:
      reader.stringLength();
      return;
    case 118:
      for (let left = reader.uint(); left > 0; left--) {
        checkKey(reader.string());
        skipAny(reader, depth + 1);
      }
      return;
    case 117:
      for (let left = reader.uint(); left > 0; left--) skipAny(reader, depth + 1);
      return;
    case 116:
      return reader.skip(reader.uint());
    case 122: // A big integer makes JSON.stringify throw in every reader.
      throw new Refusal('value-not-allowed');
    default:
      throw new Refusal('malformed');
  }
}

/** Whether arrays and objects nest deeper than readers can take: seen before they are built, which costs most. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isInString && sign === '\\') at++;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (sign === '[' || sign === '{') {
      if (++depth > limits.depth) return true;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return false;
}

/** Checks a value that Yjs carries as JSON text: formats of text, and embeds. */
export function checkJson(text: string): void {
  if (text === 'null' || text === '{}' || text === 'true') return;
  if (isTooDeep(text)) throw new Refusal('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('malformed');
  }
  const waiting: unknown[] = [value];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    // `1e999`: it would be written anew as null, and no snapshot would ever equal what it was made of.
    if (entry === Infinity || entry === -Infinity) throw new Refusal('value-not-allowed');
    if (typeof entry !== 'object' || entry === null) continue;
    if (!Array.isArray(entry)) for (const key of Object.keys(entry)) checkKey(key);
    for (const child of Object.values(entry)) waiting.push(child);
  }
}
