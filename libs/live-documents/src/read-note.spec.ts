import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import {
  noteBodyToUpdate,
  nodeAttributeRules,
  noteExtensions,
  noteSchema,
  noteToHtml,
  noteToMarkdown,
  noteToText,
  readNote,
  readNoteDocument,
  type NoteNode,
} from './index.ts';

const text = (value: string, marks?: NoteNode['marks']): NoteNode => ({
  type: 'text',
  text: value,
  ...(marks && { marks }),
});
const paragraph = (...content: NoteNode[]): NoteNode => ({ type: 'paragraph', content });

const example: NoteNode = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Vraag')] },
    paragraph(
      text('Zie '),
      text('het plan', [{ type: 'link', attrs: { href: 'https://example.org/plan' } }, { type: 'bold' }]),
      { type: 'hardBreak' },
      text('hier', [{ type: 'code' }]),
    ),
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('gebeld'))] }],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(text('drie')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a'))] }] },
          ],
        },
      ],
    },
    { type: 'blockquote', content: [paragraph(text('citaat'))] },
    { type: 'horizontalRule' },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(text('kop'))] },
            { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(text('cel'))] },
          ],
        },
      ],
    },
  ],
};

/** Builds a document straight through Yjs, past the editor. */
function written(write: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc.getXmlFragment('body'), doc);
  return Y.encodeStateAsUpdate(doc);
}

function element(
  name: string,
  attrs: Record<string, unknown> = {},
  children: (Y.XmlElement | Y.XmlText)[] = [],
) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

function run(value: string, attributes: Record<string, unknown> = {}) {
  const made = new Y.XmlText();
  made.applyDelta([{ insert: value, attributes }]);
  return made;
}

describe('a first text', () => {
  it('comes back as it was put in', () => {
    expect(readNote(noteBodyToUpdate(example))).toEqual(noteSchema.nodeFromJSON(example).toJSON());
  });

  it('gives the same bytes each time, so that putting it in twice changes nothing', () => {
    expect(noteBodyToUpdate(example)).toEqual(noteBodyToUpdate(example));
    const update = noteBodyToUpdate(example);
    expect(readNote([update, update])).toEqual(readNote(update));
  });

  it('is refused when it is not of the schema', () => {
    expect(() => noteBodyToUpdate({ type: 'doc', content: [{ type: 'iframe' }] })).toThrow();
    expect(() => noteBodyToUpdate({ type: 'doc', content: [text('loose')] })).toThrow();
  });

  it('can be told as bare text, a line per block', () => {
    expect(noteToText(example)).toBe('Vraag\nZie het plan\nhier\ngebeld\ndrie\na\ncitaat\nkop\ncel');
  });
});

describe('reading a note', () => {
  it('shows an empty document as one empty paragraph', () => {
    expect(readNote(new Y.Doc())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it('throws for bytes that are no update, rather than showing an empty note', () => {
    expect(() => readNote(new Uint8Array([255, 255, 1]))).toThrow();
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'java\nscript:x',
    '//evil.example',
    'https://a@evil.example',
    7,
    null,
  ])('drops a link to %p and keeps its words', (href) => {
    const update = written((body) =>
      body.insert(0, [element('paragraph', {}, [run('woorden', { link: { href, onclick: 'x()' } })])]),
    );
    expect(readNote(update)).toEqual({ type: 'doc', content: [paragraph(text('woorden'))] });
  });

  it('keeps of a link only its address', () => {
    const update = written((body) =>
      body.insert(0, [
        element('paragraph', {}, [
          run('x', { link: { href: '/cases/1', onclick: 'x()', style: 'y', target: 'z' } }),
        ]),
      ]),
    );
    const link = { type: 'link', attrs: { href: '/cases/1' } };
    expect(readNote(update)).toEqual({ type: 'doc', content: [paragraph(text('x', [link]))] });
  });

  it('shows an unknown node as its text and drops unknown marks and attributes', () => {
    const update = written((body) =>
      body.insert(0, [
        element('iframe', { src: 'javascript:x' }, [run('oud')]),
        element('script', { onload: 'x' }),
        element('paragraph', { onclick: 'x()', style: 'y' }, [
          run('a', { blink: true, bold: {} }),
          element('img', { onerror: 'x' }),
        ]),
        element('unsupported', { text: 'namaak' }),
      ]),
    );
    expect(readNote(update)).toEqual({
      type: 'doc',
      content: [paragraph(text('oud')), paragraph(text('a', [{ type: 'bold' }]))],
    });
  });

  it('is not fooled by __proto__ and constructor', () => {
    const update = written((body) =>
      body.insert(0, [
        element('__proto__', {}, [run('p')]),
        element('constructor', {}, [run('c')]),
        element('heading', { ['__proto__']: { level: 2 }, level: { valueOf: 1 } }, [
          run('k', { ['__proto__']: { link: { href: 'javascript:x' } }, constructor: {} }),
        ]),
      ]),
    );
    expect(readNote(update)).toEqual({
      type: 'doc',
      content: [
        paragraph(text('p')),
        paragraph(text('c')),
        { type: 'heading', attrs: { level: 1 }, content: [text('k')] },
      ],
    });
    expect(({} as Record<string, unknown>)['link']).toBeUndefined();
  });

  it('keeps every word of a list item that lost its paragraph', () => {
    const nested = element('bulletList', {}, [
      element('listItem', {}, [element('paragraph', {}, [run('binnen')])]),
    ]);
    const update = written((body) =>
      body.insert(0, [element('bulletList', {}, [element('listItem', {}, [nested])])]),
    );
    expect(noteToText(readNote(update))).toContain('binnen');
  });

  it('keeps the words of blocks in places where they do not belong', () => {
    const update = written((body) =>
      body.insert(0, [
        element('table', {}, [element('paragraph', {}, [run('los')]), element('tableRow')]),
        element('bulletList', {}, [element('heading', {}, [run('kop')])]),
        element('paragraph', {}, [element('paragraph', {}, [run('in')]), run('uit')]),
        element('tableCell', {}, [run('cel')]),
        run('wortel'),
      ]),
    );
    const words = noteToText(readNote(update));
    for (const word of ['los', 'kop', 'in', 'uit', 'cel', 'wortel']) expect(words).toContain(word);
  });

  it('survives nesting of thousands of levels and keeps the innermost words', () => {
    const doc = new Y.Doc();
    let parent: Y.XmlFragment = doc.getXmlFragment('body');
    for (let level = 0; level < 3_000; level++) {
      const child = new Y.XmlElement('blockquote');
      parent.insert(0, [child]);
      parent = child;
    }
    parent.insert(0, [element('paragraph', {}, [run('diep')])]);
    expect(noteToText(readNote(doc))).toContain('diep');
  });

  it('survives values that are no text: maps, arrays, objects in text, and a root of another kind', () => {
    const odd = written((body) => {
      const words = new Y.XmlText();
      body.insert(0, [element('paragraph', {}, [words])]);
      words.insert(0, 'voor');
      words.insertEmbed(4, { image: 'javascript:x' });
      body.push([new Y.Array() as unknown as Y.XmlElement]);
    });
    expect(noteToText(readNote(odd))).toBe('voor');
    for (const make of [
      (doc: Y.Doc) => doc.getText('body').insert(0, 'platte tekst'),
      (doc: Y.Doc) => doc.getArray('body').insert(0, [{ a: 1 }, 'b', new Y.Map()]),
      (doc: Y.Doc) => doc.getMap('body').set('x', 'y'),
    ]) {
      const doc = new Y.Doc();
      make(doc);
      expect(() => readNote(Y.encodeStateAsUpdate(doc))).not.toThrow();
    }
  });

  it('never changes the document that it reads', () => {
    const doc = new Y.Doc();
    doc.getXmlFragment('body').insert(0, [element('iframe'), element('listItem'), run('los', { blink: {} })]);
    const before = Y.encodeStateAsUpdate(doc);
    readNote(doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('keeps every word that stands in any text, whatever stands around it', () => {
    const containers = Object.keys(noteSchema.nodes).filter(
      (name) => noteSchema.nodes[name]?.isLeaf !== true,
    );
    const names = [...containers, 'iframe', '__proto__', 'section2'];
    interface Branch {
      name: string;
      children: (Branch | string)[];
    }
    const depth = fc.createDepthIdentifier();
    const { branch } = fc.letrec<{ branch: Branch }>((tie) => ({
      branch: fc.record({
        name: fc.constantFrom(...names),
        children: fc.array(
          fc.oneof({ maxDepth: 6, depthIdentifier: depth }, fc.constant('woord'), tie('branch')),
          { maxLength: 4 },
        ),
      }),
    }));
    let count = 0;
    const build = (node: Branch | string): Y.XmlElement | Y.XmlText =>
      typeof node === 'string'
        ? run(`${node}${(count += 1)};`)
        : element(node.name, {}, node.children.map(build));
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 4 }), (branches) => {
        count = 0;
        const words = noteToText(readNote(written((body) => body.insert(0, branches.map(build)))));
        for (let word = 1; word <= count; word += 1) expect(words).toContain(`woord${word};`);
      }),
      { numRuns: 300 },
    );
  });

  it('gives nothing outside the schema for any document that can be built through Yjs', () => {
    const names = [...Object.keys(noteSchema.nodes), 'iframe', '__proto__', 'svg'];
    const rules = [...nodeAttributeRules.values()].flatMap((each) => Object.keys(each));
    const keys = [...new Set([...rules, 'href', 'onclick', '__proto__', 'style', 'src'])];
    const values = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
    );
    const attributes = fc.dictionary(fc.constantFrom(...keys), values, { noNullPrototype: true });
    const marks = fc.dictionary(
      fc.constantFrom('link', 'bold', 'code', 'blink', '__proto__', 'link--abcdefgh'),
      fc.oneof(
        values,
        fc.record({ href: fc.constantFrom('javascript:x', 'https://example.org', '/x', '//x') }),
      ),
    );
    interface Tree {
      name: string;
      attrs: Record<string, unknown>;
      words: string;
      marks: Record<string, unknown>;
      children: Tree[];
    }
    const depth = fc.createDepthIdentifier();
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.record({
        name: fc.constantFrom(...names),
        attrs: attributes,
        words: fc.string({ minLength: 1, maxLength: 4 }),
        marks,
        children: fc.oneof(
          { maxDepth: 5, depthIdentifier: depth },
          fc.constant<Tree[]>([]),
          fc.array(tie('tree'), { maxLength: 4 }),
        ),
      }),
    }));
    const build = (node: Tree): Y.XmlElement | Y.XmlText =>
      node.name === 'text'
        ? run(node.words, node.marks)
        : element(node.name, node.attrs, node.children.map(build));

    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (trees) => {
        const note = readNoteDocument(written((body) => body.insert(0, trees.map(build))));
        note.descendants((node) => {
          expect(node.type.name).not.toMatch(/^unsupported/);
          for (const mark of node.marks) {
            if (mark.type.name === 'link')
              expect(mark.attrs['href']).toMatch(/^(https:\/\/example\.org|\/x)$/);
          }
        });
        const json = note.toJSON() as NoteNode;
        expect(JSON.stringify(json)).not.toMatch(/onclick|style|javascript:/);
        expect(noteToHtml(json, { language: 'nl' })).not.toMatch(/<[^>]* (?:on\w+|style)=|"javascript:/);
        noteToMarkdown(json, { language: 'en' });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the extensions', () => {
  it('give the editor the very schema of the server', () => {
    expect(noteExtensions().map((extension) => extension.name)).toEqual(
      expect.arrayContaining(['heading', 'taskItem', 'table', 'link']),
    );
    expect(Object.keys(noteSchema.nodes['heading']?.spec.attrs ?? {})).toEqual(['level']);
    expect(Object.keys(noteSchema.nodes['tableCell']?.spec.attrs ?? {})).toEqual(['colspan', 'rowspan']);
    expect(Object.keys(noteSchema.marks['link']?.spec.attrs ?? {})).toEqual(['href']);
    expect(Object.keys(noteSchema.nodes['orderedList']?.spec.attrs ?? {})).toEqual(['start']);
  });
});
