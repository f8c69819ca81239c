import { describe, expect, it } from '@jest/globals';
import { limits } from '@kring/collab-protocol';
import * as Y from 'yjs';
import { splitUpdate } from './split-update.ts';

function updateOf(work: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => work(doc));
  const [update] = updates;
  if (!update || updates.length !== 1) throw new Error('one transaction makes one update');
  return update;
}

function applied(parts: readonly Uint8Array[], before?: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  if (before) Y.applyUpdate(doc, before);
  for (const part of parts) {
    Y.applyUpdate(doc, part);
    expect(doc.store.pendingStructs).toBeNull();
  }
  return doc;
}

describe('splitUpdate', () => {
  it('leaves what is small enough as it is', () => {
    const update = updateOf((doc) => doc.getText('body').insert(0, 'hello'));
    expect(splitUpdate(update)).toEqual([update]);
  });

  it('cuts a large paste into parts within the limits, which together make the same document', () => {
    const paste = (doc: Y.Doc) => {
      const body = doc.getXmlFragment('body');
      for (let line = 0; line < 6_000; line++) {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(`line ${line} `.repeat(10))]);
        body.push([paragraph]);
      }
      body.delete(10, 5);
    };
    const update = updateOf(paste);
    const parts = splitUpdate(update);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(limits.updateBytes);
      expect(Y.decodeUpdate(part).structs.length).toBeLessThanOrEqual(limits.updateStructs);
    }
    expect(applied(parts).getXmlFragment('body').toString()).toBe(
      applied([update]).getXmlFragment('body').toString(),
    );
  });

  it('keeps deletions of what was there before', () => {
    const doc = new Y.Doc();
    doc.getText('body').insert(0, 'old text');
    const before = Y.encodeStateAsUpdate(doc);
    const replace = (target: Y.Doc) => {
      target.getText('body').delete(0, 8);
      for (let line = 0; line < 4_000; line++) target.getArray('rows').push([new Y.Map([['line', line]])]);
    };
    const parts = splitUpdate(updateOf(replace, doc));
    expect(parts.length).toBeGreaterThan(1);
    expect(applied(parts, before).getText('body').toJSON()).toBe('');
    expect(applied(parts, before).getArray('rows').length).toBe(4_000);
  });

  it('cuts a deletion that reaches into the work of very many', () => {
    const doc = new Y.Doc();
    const cells = doc.getMap<number>('cells');
    doc.transact(() => {
      for (let cell = 0; cell < 45_000; cell++) cells.set(String(cell), cell);
    });
    const before = Y.encodeStateAsUpdate(doc);
    const deleteOdd = () => {
      for (let cell = 1; cell < 45_000; cell += 2) cells.delete(String(cell));
    };
    const parts = splitUpdate(updateOf(deleteOdd, doc));
    expect(parts.length).toBeGreaterThan(1);
    expect(applied(parts, before).getMap('cells').size).toBe(22_500);
  });
});
