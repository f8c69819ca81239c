import * as Y from 'yjs';
import { ROOT } from './typing.ts';

/** The sizes of the editing trace that is used most in this field: the making of one paper, key by key. */
const INSERTED = 182_315;
const DELETED = 77_463;
const EDITS_PER_UPDATE = 200;

/** Numbers from 0 to 1 that are the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A text of 104,852 characters with its history of 259,778 edits by one person, who types in runs, takes back what was
 * just typed, and goes elsewhere now and then. Made up: the published trace is in no package.
 */
export function writeTrace(clientId: number): { updates: Uint8Array[]; length: number } {
  const chance = dice(42);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  doc.getXmlFragment(ROOT).insert(0, [paragraph]);
  let [inserts, deletes, at] = [INSERTED, DELETED, 0];
  let isDeleting = false;
  const edit = () => {
    if (chance() < 0.01) at = Math.floor(chance() * (text.length + 1));
    if (chance() < 0.1) isDeleting = chance() < deletes / (inserts + deletes);
    if ((isDeleting || inserts === 0) && at > 0 && deletes > 0) {
      text.delete(--at, 1);
      deletes -= 1;
    } else if (inserts > 0) {
      text.insert(at++, 'abcdefghij klmnop qrstuv'[Math.floor(chance() * 24)] ?? ' ');
      inserts -= 1;
    } else at = text.length;
  };
  while (inserts + deletes > 0)
    doc.transact(() => {
      for (let count = 0; count < EDITS_PER_UPDATE && inserts + deletes > 0; count++) edit();
    });
  return { updates, length: text.length };
}

export function textLength(doc: Y.Doc): number {
  const paragraph = doc.getXmlFragment(ROOT).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text.length : 0;
}
