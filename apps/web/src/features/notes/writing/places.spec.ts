import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { decodePlace, encodePlace } from './places.ts';

describe('a place in an address', () => {
  it('comes back as it was, and stays at its words when others write before them', () => {
    const doc = new Y.Doc();
    const text = doc.getText('t');
    text.insert(0, 'brede welvaart');
    const place = (index: number) => Y.createRelativePositionFromTypeIndex(text, index);
    const address = encodePlace({ anchor: place(6), head: place(14) });
    expect(address).toMatch(/^[\w.-]+$/);
    text.insert(0, 'Over ');
    const range = decodePlace(address);
    const at = (one: Y.RelativePosition | undefined) =>
      one && Y.createAbsolutePositionFromRelativePosition(one, doc)?.index;
    expect([at(range?.anchor), at(range?.head)]).toEqual([11, 19]);
  });

  it.each(['', '.', 'a', 'a.b.c', '***.***', 'x'.repeat(5_000), '////.____'])('refuses %j', (text) => {
    const read = () => decodePlace(text);
    expect(read).not.toThrow();
  });

  it.each(['', 'a', 'a.b.c', '***.***', 'x'.repeat(5_000)])('finds no place in %j', (text) => {
    expect(decodePlace(text)).toBeNull();
  });
});
