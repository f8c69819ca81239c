import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { LiveDocument } from './live-document.ts';

const own = 7;

function writtenBy(clientId: number, text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText('shared').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

function withEdits() {
  const edits: Uint8Array[] = [];
  const live = new LiveDocument((update) => edits.push(update));
  live.useClientId(own);
  return {
    live,
    shared: live.doc.getText('shared'),
    mine: live.doc.getText('mine'),
    /** Whose edits were told, one by one. */
    told: () => edits.map((edit) => [...Y.parseUpdateMeta(edit).to.keys()]),
  };
}

describe('a live document', () => {
  it('tells each edit of this page, and nothing of what others wrote', () => {
    const { live, mine, told } = withEdits();
    live.apply([writtenBy(1, 'Goed')]);
    expect(told()).toEqual([]);
    mine.insert(0, 'a');
    live.apply([writtenBy(2, 'Beter')]);
    mine.insert(1, 'b');
    expect(told()).toEqual([[own], [own]]);
  });

  it('tells an edit that the page makes because others wrote, and not what they wrote', () => {
    const { live, shared, mine, told } = withEdits();
    shared.observe(() => mine.insert(0, 'a'));
    live.apply([writtenBy(1, 'Goed')]);
    expect(told()).toEqual([[own]]);
  });

  it('loses no edit during which something of others comes in', () => {
    const { live, mine, told } = withEdits();
    mine.observe(() => live.apply([writtenBy(1, 'Goed')]));
    mine.insert(0, 'a');
    expect(told()).toEqual([expect.arrayContaining([own])]);
  });
});
