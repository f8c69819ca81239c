import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import {
  noteBodyToUpdate,
  noteToHtml,
  noteToMarkdown,
  noteToText,
  readNote,
  type NoteNode,
} from './index.ts';
import { anId, everyBlock } from './testing/every-block.ts';

/** A note as a hostile client can write it: any node, any attribute, any value, straight into the shared text. */
function written(...nodes: [string, Record<string, unknown>][]): NoteNode {
  const doc = new Y.Doc();
  const body = doc.getXmlFragment('body');
  const made = nodes.map(([name, attributes]) => {
    const element = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string);
    return element;
  });
  const paragraph = new Y.XmlElement('paragraph');
  body.insert(0, [paragraph]);
  for (const element of made) {
    if (['mention', 'footnote', 'date'].includes(element.nodeName)) paragraph.push([element]);
    else body.push([element]);
  }
  return readNote(Y.encodeStateAsUpdate(doc));
}

const attack = `"><img src=x onerror=alert(1)><script>alert(2)</script>`;
const html = (note: NoteNode) => noteToHtml(note, { language: 'nl', labelOf: () => attack });
const markdown = (note: NoteNode) => noteToMarkdown(note, { language: 'nl', title: attack });
const tags = (text: string) => [...text.matchAll(/<([a-z0-9]+)/gi)].map(([, tag]) => tag);

const allowed = [
  'class',
  'id',
  'href',
  'src',
  'alt',
  'role',
  'datetime',
  'width',
  'height',
  'download',
  'aria-label',
];
const attributeNames = (text: string) =>
  (text.replace(/"[^"]*"/g, '').match(/<[^>]*>/g) ?? []).flatMap((tag) =>
    [...tag.matchAll(/\s([^\s=>]+)/g)].map(([, found = '']) => found),
  );

const values: [string, unknown][] = [
  ['markup', attack],
  ['a script address', 'javascript:alert(1)'],
  ['a data address', 'data:text/html,<script>alert(1)</script>'],
  ['a path that climbs', '../../api/people'],
  ['an address of another host', 'https://evil.example/x.png'],
  ['two megabytes', 'x'.repeat(2_000_000)],
  ['a number', 1e308],
  ['not a number', Number.NaN],
  ['a truth', true],
  ['nothing', null],
  ['an object', { toString: 'x', valueOf: 1, href: 'javascript:x' }],
  ['a list', ['a', { b: 1 }]],
  ['a key of every object', '__proto__'],
  ['half a character', '\ud800'],
  ['characters that one does not see', 'a\u202eb\u0000c\u0007'],
];

const shapes: [string, string[]][] = [
  [
    'image',
    ['attachmentId', 'alt', 'caption', 'name', 'mime', 'size', 'width', 'pixelWidth', 'isDecorative'],
  ],
  ['file', ['attachmentId', 'name', 'mime', 'size']],
  ['mention', ['kind', 'id', 'label']],
  ['footnote', ['text', 'href']],
  ['date', ['value']],
  ['callout', ['kind']],
];

describe.each(shapes)('a hostile %s', (name, attributes) => {
  it.each(values)('stays harmless with %s in each attribute', (_what, value) => {
    const note = written(
      [name, Object.fromEntries(attributes.map((each) => [each, value]))],
      [
        name,
        { ...Object.fromEntries(attributes.map((each) => [each, value])), attachmentId: anId, id: anId },
      ],
    );
    expect(JSON.stringify(note).length).toBeLessThan(20_000);
    const page = html(note);
    expect(tags(page)).not.toEqual(expect.arrayContaining(['script']));
    for (const [, src] of page.matchAll(/ src="([^"]*)"/g)) expect(src).toBe(`/api/attachments/${anId}`);
    for (const [, href] of page.matchAll(/ href="([^"]*)"/g)) {
      expect(href).toMatch(
        /^(?:https:\/\/evil\.example\/x\.png|\/(?:api\/attachments|cases)\/[0-9a-f-]{36}|#noot-\d+(?:-in)?)$/,
      );
    }
    expect(attributeNames(page).filter((each) => !allowed.includes(each))).toEqual([]);
    expect(page).not.toMatch(/[\u0000-\u0008\u202e\ud800]/);
    expect(markdown(note)).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(noteToText(note)).not.toContain('\u202e');
  });
});

describe('impossible structures', () => {
  it('are shown as well as they can be, and run nowhere', () => {
    const doc = new Y.Doc();
    const nest = (...names: string[]) => {
      let parent: Y.XmlFragment = doc.getXmlFragment('body');
      for (const name of names) {
        const child = new Y.XmlElement(name);
        parent.insert(0, [child]);
        parent = child;
      }
      const words = new Y.XmlText();
      parent.insert(0, [words]);
      words.insert(0, `in ${names.join(' ')}`, { link: { href: 'javascript:alert(1)' }, highlight: attack });
    };
    const impossible = [
      ['detailsSummary'],
      ['quoteSource', 'table'],
      ['details', 'details', 'detailsSummary', 'tableCell'],
      ['codeBlock', 'callout', 'footnote2'],
      ['callout', 'tableRow', 'listItem', 'codeBlock'],
      ['details'],
      ['codeBlock', 'hardBreak2'],
      ['constructor', 'toString', '__proto__'],
    ];
    for (const names of impossible) nest(...names);
    const note = readNote(Y.encodeStateAsUpdate(doc));
    const words = noteToText(note);
    for (const names of impossible) expect(words).toContain(`in ${names.join(' ')}`);
    expect(html(note)).not.toContain('javascript:');
    expect(markdown(note)).not.toContain('javascript:');
  });
});

describe('markup in ordinary words', () => {
  it('stays words, in HTML and in Markdown', () => {
    const note: NoteNode = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: attack }] },
        { type: 'codeBlock', content: [{ type: 'text', text: `</code></pre>${attack}\n\`\`\`` }] },
      ],
    };
    expect(tags(html(note))).toEqual(['p', 'pre', 'code']);
    expect(markdown(note).split('````')[0]).not.toMatch(/(?<!\\)<script>/);
  });

  it('is refused where it is no note at all, and never written', () => {
    const forged = { type: 'doc', content: [{ type: 'script', content: [] }] } as NoteNode;
    expect(() => html(forged)).toThrow();
    expect(() => markdown(forged)).toThrow();
    expect(noteBodyToUpdate(everyBlock)).toBeInstanceOf(Uint8Array);
  });
});
