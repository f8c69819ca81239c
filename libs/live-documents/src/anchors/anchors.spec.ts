import { describe, expect, it } from '@jest/globals';
import type { CommentAnchor } from '@kring/contracts';
import fc from 'fast-check';
import * as Y from 'yjs';
import { NOTE_ROOT } from '../schema-version.ts';
import { anchorAt, resolveAnchors, type AnchorPlace } from './anchors.ts';
import { TextIndex } from './text-index.ts';

/** One person's copy of a note of paragraphs, with their own undo. */
class Writer {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;

  constructor(clientId: number, from?: Writer) {
    this.doc = new Y.Doc();
    this.doc.clientID = clientId;
    if (from) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from.doc));
    this.undo = new Y.UndoManager(this.root, { captureTimeout: 0, trackedOrigins: new Set([null]) });
  }

  get root(): Y.XmlFragment {
    return this.doc.getXmlFragment(NOTE_ROOT);
  }
  get paragraphs(): Y.XmlText[] {
    return this.root
      .toArray()
      .map((block) => (block as Y.XmlElement).get(0))
      .filter((text) => text instanceof Y.XmlText);
  }
  get text(): string {
    return new TextIndex(this.doc).text;
  }

  addParagraph(text: string, at = this.root.length): void {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText(text)]);
    this.root.insert(Math.min(at, this.root.length), [block]);
  }
  /** The whole text anew, as a version that is put back. */
  restore(version: string): void {
    this.doc.transact(() => {
      this.root.delete(0, this.root.length);
      for (const line of version.split('\n')) this.addParagraph(line);
    });
  }
  /** As an editor joins two paragraphs: the words of the second are written anew. */
  join(at: number): void {
    const [first, second] = [this.paragraphs[at], this.paragraphs[at + 1]];
    if (!first || !second) return;
    this.doc.transact(() => {
      first.insert(first.length, second.toString());
      this.root.delete(at + 1, 1);
    });
  }
  anchor(paragraph: number, from: number, length: number): CommentAnchor | null {
    const text = this.paragraphs[paragraph];
    if (!text || from >= text.length) return null;
    return anchorAt(
      this.doc,
      Y.createRelativePositionFromTypeIndex(text, from),
      Y.createRelativePositionFromTypeIndex(text, Math.min(from + length, text.length)),
    );
  }
  /** The words at which an anchor stands; null when it says that they are gone. */
  wordsAt(anchor: CommentAnchor): string | null {
    const [place] = resolveAnchors(this.doc, [anchor]);
    return place ? this.between(place) : null;
  }
  between({ start, end }: AnchorPlace): string {
    const index = new TextIndex(this.doc);
    const [from, to] = [start, end].map((place) => {
      const found = Y.createAbsolutePositionFromRelativePosition(place, this.doc);
      return found ? (index.offsetOf(found.type, found.index) ?? -1) : -1;
    });
    return index.text.slice(from, to);
  }
  sync(other: Writer): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)), 'remote');
  }
}

function written(...lines: string[]): Writer {
  const writer = new Writer(1);
  for (const line of lines) writer.addParagraph(line);
  writer.undo.clear();
  return writer;
}

describe('an anchor', () => {
  it('stands at its words while others write before, after and in between', () => {
    const anna = written('Wij werken samen aan brede welvaart.');
    const anchor = anna.anchor(0, 11, 5) as CommentAnchor;
    expect(anchor).toMatchObject({ quote: 'samen', before: 'Wij werken ', after: ' aan brede welvaart.' });
    const bram = new Writer(2, anna);
    const text = bram.paragraphs[0];
    text?.insert(16, ' en graag');
    text?.insert(11, 'heel ');
    anna.sync(bram);
    expect([anna.wordsAt(anchor), bram.wordsAt(anchor)]).toEqual(['samen', 'samen']);
    bram.paragraphs[0]?.insert(18, 'XX');
    expect(bram.wordsAt(anchor)).toBe('saXXmen');
  });

  it('says that its words are gone, and finds them when they come back', () => {
    const anna = written('Wij werken samen aan brede welvaart.');
    const anchor = anna.anchor(0, 11, 5) as CommentAnchor;
    anna.paragraphs[0]?.delete(11, 6);
    expect(anna.wordsAt(anchor)).toBeNull();
    anna.undo.undo();
    expect(anna.wordsAt(anchor)).toBe('samen');
    const bram = new Writer(2, anna);
    expect(bram.wordsAt(anchor)).toBe('samen');
  });

  it('does not move to the same words elsewhere', () => {
    const anna = written('De regio vraagt om cijfers.', 'Daarna kiest de regio zelf.');
    const anchor = anna.anchor(0, 3, 5) as CommentAnchor;
    anna.paragraphs[0]?.delete(0, 27);
    expect(anna.text).toContain('regio');
    expect(anna.wordsAt(anchor)).toBeNull();
  });

  it('stays at the original when its text is copied', () => {
    const anna = written('Wij werken samen.', 'Einde.');
    const anchor = anna.anchor(0, 11, 5) as CommentAnchor;
    anna.addParagraph('Wij werken samen.', 0);
    const [place] = resolveAnchors(anna.doc, [anchor]);
    const found = place && Y.createAbsolutePositionFromRelativePosition(place.start, anna.doc);
    expect(found?.type).toBe(anna.paragraphs[1]);
  });

  it('goes along when its text is cut and pasted, and when a version is put back', () => {
    const anna = written('Wij werken samen aan brede welvaart.', 'Einde.');
    const anchor = anna.anchor(0, 11, 5) as CommentAnchor;
    const version = anna.text;
    anna.root.delete(0, 1);
    anna.addParagraph('Wij werken samen aan brede welvaart.');
    expect(anna.wordsAt(anchor)).toBe('samen');
    anna.root.delete(0, anna.root.length);
    anna.addParagraph('Heel iets anders.');
    expect(anna.wordsAt(anchor)).toBeNull();
    anna.restore(version);
    expect(anna.wordsAt(anchor)).toBe('samen');
  });

  it('spans paragraphs, and holds no more than can be stored', () => {
    const anna = written('een twee', 'drie vier', 'x'.repeat(3_000));
    const [first, last] = [anna.paragraphs[0], anna.paragraphs[2]];
    const anchor = anchorAt(
      anna.doc,
      Y.createRelativePositionFromTypeIndex(first as Y.XmlText, 4),
      Y.createRelativePositionFromTypeIndex(last as Y.XmlText, 2_000),
    );
    expect(anchor?.quote.slice(0, 20)).toBe('twee\ndrie vier\nxxxxx');
    expect(anchor?.quote).toHaveLength(1_000);
    expect(anna.wordsAt(anchor as CommentAnchor)).toHaveLength(15 + 2_000);
  });

  it('needs words', () => {
    const anna = written('a   b', '');
    expect([anna.anchor(0, 1, 3), anna.anchor(0, 2, 0), anna.anchor(1, 0, 1)]).toEqual([null, null, null]);
  });

  it('is not misled by ids that make no sense', () => {
    const anna = written('Wij werken samen.');
    const anchor = anna.anchor(0, 11, 5) as CommentAnchor;
    const strange: CommentAnchor['spans'] = [
      [1, 2 ** 31 - 1, 5],
      [99, 0, 5],
      [1, 0, 1],
    ];
    expect(anna.wordsAt({ ...anchor, spans: strange, quote: 'zomaar iets' })).toBeNull();
  });
});

type Act =
  | { kind: 'insert'; at: number; length: number }
  | { kind: 'delete'; at: number; length: number }
  | { kind: 'paragraph' | 'drop' | 'join' | 'undo' | 'redo' | 'restore' | 'sync'; at: number; length: number }
  | { kind: 'anchor'; at: number; length: number };

const acts = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom<Act['kind'][]>(
    ...(['insert', 'insert', 'delete', 'delete', 'sync', 'sync', 'anchor', 'anchor'] as const),
    ...(['paragraph', 'drop', 'join', 'undo', 'undo', 'redo', 'restore'] as const),
  ),
  paragraph: fc.nat(4),
  at: fc.nat(30),
  length: fc.integer({ min: 1, max: 14 }),
});

describe('anchors among people who write at once', () => {
  it('stand at their words or say that they are gone, after whatever was written, undone, restored and merged', () => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 10, maxLength: 60 }), (script) => {
        // Each character is written once only, so that words tell which characters they are.
        let next = 0x4e00;
        const fresh = (length: number) => Array.from({ length }, () => String.fromCharCode(next++)).join('');
        const first = new Writer(1);
        for (let i = 0; i < 4; i++) first.addParagraph(fresh(20));
        first.undo.clear();
        const people = [first, new Writer(2, first), new Writer(3, first)];
        const versions = [first.text];
        const anchors: CommentAnchor[] = [];
        for (const { who, kind, paragraph, at, length } of script) {
          const writer = people[who] as Writer;
          const text = writer.paragraphs[paragraph % Math.max(1, writer.paragraphs.length)];
          const place = text && text.length > 0 ? at % text.length : 0;
          if (kind === 'insert') text?.insert(place, fresh(length));
          else if (kind === 'delete') text?.delete(place, Math.min(length, text.length - place));
          else if (kind === 'paragraph') writer.addParagraph(fresh(length), paragraph);
          else if (kind === 'drop' && writer.root.length > 1)
            writer.root.delete(paragraph % writer.root.length, 1);
          else if (kind === 'join') writer.join(paragraph);
          else if (kind === 'undo') writer.undo.undo();
          else if (kind === 'redo') writer.undo.redo();
          else if (kind === 'restore') {
            versions.push(writer.text);
            writer.restore(versions[at % versions.length] as string);
          } else if (kind === 'sync') writer.sync(people[(who + 1 + (at % 2)) % 3] as Writer);
          else if (kind === 'anchor') {
            const anchor = writer.anchor(paragraph, place, length);
            if (anchor) anchors.push(anchor);
          }
          for (const anchor of anchors) check(writer, anchor);
        }
      }),
      { numRuns: 300 },
    );
  });

  function check(writer: Writer, anchor: CommentAnchor): void {
    const { text } = writer;
    const words = writer.wordsAt(anchor);
    const own = new Set(anchor.quote.replaceAll('\n', ''));
    const left = [...own].filter((character) => text.includes(character));
    if (words === null) {
      // Only what is mostly gone, or stands in several places, may be called gone.
      const isIntact = text.split(anchor.quote).length === 2 && text.includes(around(anchor));
      expect(isIntact).toBe(false);
      return;
    }
    // It begins and ends at characters of its own, and a good part of them stands there.
    expect([own.has(words[0] ?? ''), own.has(words.at(-1) ?? '')]).toEqual([true, true]);
    const standing = [...own].filter((character) => words.includes(character)).length;
    expect(standing).toBeGreaterThanOrEqual(own.size / 4);
    expect(left.length).toBeGreaterThan(0);
  }

  function around({ before, quote, after }: CommentAnchor): string {
    return `${before.slice(-8)}${quote}${after.slice(0, 8)}`;
  }
});
