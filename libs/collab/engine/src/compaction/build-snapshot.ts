import * as Y from 'yjs';
import { addStored } from '../admission/add-stored.ts';
import { StructIndex } from '../admission/struct-index.ts';
import { contentOf } from './content-hash.ts';

function build(updates: readonly Uint8Array[], gc: boolean): Y.Doc {
  const doc = new Y.Doc({ gc });
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

function isComplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/**
 * One update that equals the given ones, with deleted content gone. Null when it cannot be proved equal: by content,
 * by state vector, and by being readable to admission. Heavy: for a worker.
 */
export function buildSnapshot(updates: readonly Uint8Array[]): Uint8Array | null {
  const source = build(updates, true);
  if (!isComplete(source)) return null;
  const snapshot = Y.encodeStateAsUpdate(source);
  const copy = build([snapshot], true);
  const original = build(updates, false);
  if (!isComplete(copy)) return null;
  if (!isEqual(Y.encodeStateVector(copy), Y.encodeStateVector(original))) return null;
  if (contentOf(copy) !== contentOf(original)) return null;
  addStored(new StructIndex(), snapshot);
  return snapshot;
}
