import { describe, expect, it } from '@jest/globals';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { noteSchema, type NoteNode } from '@kring/live-documents';
import {
  Finder,
  findKey,
  findPlugin,
  replaceAll,
  replaceOne,
  startSearch,
  step,
  placesOfWords,
} from './find.ts';

const text = (words: string, ...marks: string[]): NoteNode => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (...content: NoteNode[]): NoteNode => ({ type: 'paragraph', content });

class Page {
  state: EditorState;
  changes = 0;
  constructor(...content: NoteNode[]) {
    const doc = noteSchema.nodeFromJSON({ type: 'doc', content });
    this.state = EditorState.create({ doc, plugins: [findPlugin()] });
  }
  dispatch(tr: Transaction): void {
    if (tr.docChanged) this.changes += 1;
    this.state = this.state.apply(tr);
  }
  search(words: string, options: { matchesCase?: boolean; wholeWords?: boolean } = {}): this {
    startSearch(this, { words, matchesCase: false, wholeWords: false, ...options });
    return this;
  }
  get found() {
    const found = findKey.getState(this.state);
    if (!found) throw new Error('no search');
    return found;
  }
  get words(): string[] {
    return this.found.matches.map(({ from, to }) => this.state.doc.textBetween(from, to));
  }
  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n');
  }
}

describe('finding words', () => {
  it('finds them across bold and plain, in whatever case, or just as they are written', () => {
    const page = new Page(paragraph(text('Brede '), text('wel', 'bold'), text('vaart en brede WELVAART')));
    expect(page.search('brede welvaart').words).toEqual(['Brede welvaart', 'brede WELVAART']);
    expect(page.search('brede WELVAART', { matchesCase: true }).words).toEqual(['brede WELVAART']);
  });

  it('finds whole words only when asked, also beside letters with accents', () => {
    const page = new Page(paragraph(text('een café, geen cafés, Café.')));
    expect(page.search('café').words).toHaveLength(3);
    expect(page.search('café', { wholeWords: true }).words).toEqual(['café', 'Café']);
    expect(page.search('een', { wholeWords: true }).words).toHaveLength(1);
  });

  it('keeps places right behind a line break and in letters that grow in lower case', () => {
    const page = new Page(paragraph(text('İstanbul'), { type: 'hardBreak' }, text('zoek mij')));
    expect(page.search('MIJ').words).toEqual(['mij']);
  });

  it('searches unchanged paragraphs once', () => {
    const doc = noteSchema.nodeFromJSON({ type: 'doc', content: [paragraph(text('a b a'))] });
    const finder = new Finder();
    const search = { words: 'a', matchesCase: false, wholeWords: false };
    expect(finder.find(doc, search)).toHaveLength(2);
    expect(finder.find(doc, search)).toEqual(finder.find(doc, search));
    expect(finder.find(doc, { ...search, words: 'b' })).toHaveLength(1);
  });

  it('follows what is written meanwhile, and steps round the end', () => {
    const page = new Page(paragraph(text('kop')), paragraph(text('staart'))).search('kop');
    page.dispatch(page.state.tr.insertText('kop ', 6));
    expect(page.words).toEqual(['kop', 'kop']);
    expect(page.found.current).toBe(0);
    step(page, 1);
    expect(page.found.current).toBe(1);
    step(page, 1);
    expect(page.found.current).toBe(0);
    step(page, -1);
    expect(page.found.current).toBe(1);
  });
});

describe('replacing words', () => {
  it('replaces one with the look of what stood there, and goes on behind it', () => {
    const page = new Page(paragraph(text('kat', 'bold'), text(' en kat'))).search('kat');
    expect(replaceOne(page, 'katten')).toBe(true);
    expect(page.text).toBe('katten en kat');
    expect(page.state.doc.firstChild?.firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold']);
    expect(page.found.current).toBe(1);
    replaceOne(page, '');
    expect(page.text).toBe('katten en ');
  });

  it('replaces all in one change, also when the new words hold the old ones', () => {
    const page = new Page(paragraph(text('a a')), paragraph(text('b a'))).search('a');
    expect(replaceAll(page, 'aa')).toBe(3);
    expect(page.text).toBe('aa aa\nb aa');
    expect(page.changes).toBe(1);
    expect(replaceAll(page.search('z'), 'y')).toBe(0);
    expect(page.changes).toBe(1);
  });
});

describe('the words of a search', () => {
  const { state } = new Page(
    paragraph(text('Over brede zaken.')),
    paragraph(text('De brede wel'), text('vaart', 'bold'), text(' van de regio, en de Welvaart hier.')),
    paragraph(text('Nog eens brede welvaart.')),
  );
  const shown = (...words: string[]) =>
    placesOfWords(state.doc, words).map(({ from, to }) => state.doc.textBetween(from, to));

  it('are shown in the first paragraph that has most of them', () => {
    expect(shown('brede', 'welvaart')).toEqual(['brede', 'welvaart', 'Welvaart']);
    expect(shown('brede', 'nergens')).toEqual(['brede']);
  });

  it('are whole words, and may be gone', () => {
    expect(shown('welvaa')).toEqual([]);
    expect(shown()).toEqual([]);
  });
});
