import { describe, expect, it } from '@jest/globals';
import { Slice } from '@tiptap/pm/model';
import { AllSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { noteBodyToUpdate, noteSchema, noteToText, readNote, sectionsToBody } from '@kring/live-documents';
import { toShared, fromShared } from '../positions.ts';
import { exchange, SectionsPage, settle } from '../testing/sections-page.ts';
import { withoutSections } from './keep-sections.ts';
import {
  addSection,
  changeSection,
  moveSection,
  placedSections,
  removeSection,
  SECTIONS_META,
  shownStatus,
} from '../../../../lib/sections/section-commands.ts';

const keys = ['opgave', 'leervraag', 'opties', 'lessen'];
const template = noteBodyToUpdate(sectionsToBody(keys.map((key) => ({ key, title: key.toUpperCase() }))));
const filled = noteBodyToUpdate(
  sectionsToBody(
    keys.map((key) => ({
      key,
      title: key.toUpperCase(),
      content: [1, 2].map((n) => ({ type: 'paragraph', content: [{ type: 'text', text: `${key} ${n}` }] })),
    })),
  ),
);

describe('sections stay, whatever one does to the text', () => {
  it.each([
    ['delete', (tr: Transaction) => tr.deleteSelection()],
    ['type over', (tr: Transaction) => tr.insertText('x', tr.selection.from, tr.selection.to)],
    ['delete, then type', (tr: Transaction) => tr.deleteSelection().insertText('x')],
    ['split', (tr: Transaction) => tr.deleteSelection().split(tr.selection.from)],
    ['replace by a divider', (tr: Transaction) => tr.replaceSelectionWith(noteSchema.node('horizontalRule'))],
  ])('select all and %s empties them', (_, act) => {
    const page = new SectionsPage(10, filled);
    page.edit(act(page.state.tr.setSelection(new AllSelection(page.state.doc))));
    expect(page.keys).toEqual(keys);
    expect(page.text.replace(/[x\n]/g, '')).toBe('');
    page.state.doc.check();
  });

  it('what is selected over several goes from each, and the rest stays in its own', () => {
    const page = new SectionsPage(10, filled);
    page.edit(page.select(page.at('opgave 2') + 3, page.at('opties 1') + 4).deleteSelection());
    expect(keys.map((key) => page.textOf(key))).toEqual([
      'opgave 1\nopg',
      '',
      'es 1\nopties 2',
      'lessen 1\nlessen 2',
    ]);
    expect(page.state.selection.$head.parent.textContent).toBe('opg');
  });

  it('what is typed over several stands where the selection began', () => {
    const page = new SectionsPage(10, filled);
    const tr = page.select(page.at('leervraag 2'), page.at('lessen 2'));
    page.edit(tr.insertText('nieuw', tr.selection.from, tr.selection.to));
    expect(keys.map((key) => page.textOf(key))).toEqual([
      'opgave 1\nopgave 2',
      'leervraag 1\nnieuw',
      '',
      'lessen 2',
    ]);
  });

  it('a paste brings no section along, only its title and text', () => {
    const page = new SectionsPage(10, filled);
    const whole = withoutSections(new Slice(page.state.doc.content, 0, 0));
    const part = withoutSections(page.state.doc.slice(page.at('opgave 2'), page.at('leervraag 1') + 5));
    expect(part.content.textBetween(0, part.content.size, '|')).toBe('opgave 2|LEERVRAAG|leerv');
    for (const slice of [whole, part]) {
      page.edit(page.state.tr.setSelection(TextSelection.create(page.state.doc, page.at('lessen 1'))));
      page.edit(page.state.tr.replaceSelection(slice));
      expect(page.keys).toEqual(keys);
      page.state.doc.check();
    }
    expect(page.textOf('lessen')).toContain('LEERVRAAG');
  });

  it('replacing the whole document is refused where nothing sensible is left of it', () => {
    const page = new SectionsPage(10, filled);
    const { tr, schema } = page.state;
    expect(() =>
      page.edit(
        tr.replaceWith(
          0,
          tr.doc.content.size,
          schema.node('section', { key: 'kaper' }, schema.node('paragraph')),
        ),
      ),
    ).not.toThrow();
    expect(page.keys).toEqual(keys);
  });

  it('no other road either: a transaction that removes, doubles or renames one does not pass', () => {
    const page = new SectionsPage(10, filled);
    const [first, second] = placedSections(page.state.doc);
    if (!first || !second) throw new Error('no sections');
    const attempts = [
      page.state.tr.delete(first.position, second.position),
      page.state.tr.insert(0, second.node),
      page.state.tr.setNodeAttribute(first.position, 'title', 'Anders'),
      page.state.tr.delete(first.position, second.position).insert(second.node.nodeSize, first.node),
    ];
    for (const attempt of attempts) {
      expect(page.state.applyTransaction(attempt).transactions).toEqual([]);
      expect(page.state.applyTransaction(attempt.setMeta(SECTIONS_META, true)).transactions.length).toBe(1);
    }
    const remote = page.state.tr.delete(first.position, second.position).setMeta(ySyncPluginKey, {});
    expect(page.state.applyTransaction(remote).transactions.length).toBe(1);
  });
});

describe('the status of a section', () => {
  it('becomes draft by what one writes in it oneself, and goes back with it', () => {
    const [anna, bram] = [new SectionsPage(10, template), new SectionsPage(20, template)];
    const statuses = (page: SectionsPage) =>
      placedSections(page.state.doc).map(({ attributes }) => attributes.status);
    anna.type('begin', 2);
    exchange(anna, bram);
    for (const page of [anna, bram]) expect(statuses(page)).toEqual(['draft', 'empty', 'empty', 'empty']);
    expect(bram.doc.store.clients.has(20)).toBe(false);
    anna.history.undo();
    expect([statuses(anna)[0], anna.textOf('opgave')]).toEqual(['empty', '']);
  });

  it('is shown as draft where there is text, also when somebody took theirs back', () => {
    const [anna, bram] = [new SectionsPage(10, template), new SectionsPage(20, template)];
    anna.type('van Anna', 2);
    exchange(anna, bram);
    bram.type('Eerst Bram ', 2);
    exchange(anna, bram);
    anna.history.undo();
    exchange(anna, bram);
    const [first] = placedSections(bram.state.doc);
    expect([first?.node.textContent, first && shownStatus(first.node)]).toEqual(['Eerst Bram ', 'draft']);
  });

  it('that somebody chose is not overruled by writing', () => {
    const page = new SectionsPage(10, template);
    page.run(changeSection(page.state, 'opgave', { status: 'ready' }));
    page.type('nog iets', 2);
    expect(placedSections(page.state.doc)[0]?.attributes.status).toBe('ready');
  });
});

describe('moving, adding and removing sections', () => {
  it('two who change different things of one section both have their way', () => {
    const [anna, bram] = [new SectionsPage(10, filled), new SectionsPage(20, filled)];
    anna.run(changeSection(anna.state, 'opties', { status: 'ready' }));
    bram.run(changeSection(bram.state, 'opties', { ownerId: null, ownerName: 'Bram', title: 'Keuzes' }));
    settle(anna, bram);
    for (const page of [anna, bram]) {
      expect(placedSections(page.state.doc)[2]?.attributes).toMatchObject({
        status: 'ready',
        ownerName: 'Bram',
        title: 'Keuzes',
      });
    }
  });

  it('a move keeps what somebody else writes there without network', () => {
    const [anna, bram] = [new SectionsPage(10, filled), new SectionsPage(20, filled)];
    bram.type('OFFLINE ', bram.at('lessen 2'));
    anna.run(moveSection(anna.state, 'lessen', -1));
    anna.run(moveSection(anna.state, 'lessen', -1));
    expect(anna.keys).toEqual(['opgave', 'lessen', 'leervraag', 'opties']);
    settle(anna, bram);
    for (const page of [anna, bram]) {
      expect(page.keys).toEqual(['opgave', 'lessen', 'leervraag', 'opties']);
      expect(page.textOf('lessen')).toBe('lessen 1\nOFFLINE lessen 2');
    }
    anna.type('erna ', anna.at('opties 1'));
    bram.type('ook ', bram.at('leervraag 1'));
    settle(anna, bram);
    expect(anna.text).toBe(bram.text);
    expect(anna.textOf('opties')).toBe('erna opties 1\nopties 2');
    expect(noteToText(readNote(anna.doc))).toBe(anna.text);
  });

  it('two who move the same section at once end with one of it', () => {
    const [anna, bram] = [new SectionsPage(10, filled), new SectionsPage(20, filled)];
    anna.run(moveSection(anna.state, 'leervraag', -1));
    bram.run(moveSection(bram.state, 'leervraag', 1));
    bram.run(moveSection(bram.state, 'leervraag', 1));
    settle(anna, bram);
    expect(anna.keys.toSorted()).toEqual(keys.toSorted());
    expect(anna.keys).toEqual(bram.keys);
  });

  it('a place in the text stays at its words when its section moves', () => {
    const page = new SectionsPage(10, filled);
    const at = page.at('lessen 2');
    const place = toShared(page.binding, { anchor: at, head: at })?.anchor;
    page.run(moveSection(page.state, 'lessen', -1));
    page.run(moveSection(page.state, 'lessen', -1));
    page.type('!!!', page.at('opgave 1'));
    const now = place && fromShared(page.binding, place, page.state.doc.content.size);
    expect(now).toBe(page.at('lessen 2'));
  });

  it('what was added stands where it was put, also between equals; undo takes it back', () => {
    const page = new SectionsPage(
      10,
      noteBodyToUpdate(sectionsToBody(keys.map((key) => ({ key, title: key, order: 0 })))),
    );
    const section = { key: 'nieuw', title: 'Nieuw', guidance: '' };
    page.run(addSection(page.state, section, 'leervraag'));
    expect(page.keys).toEqual(['opgave', 'leervraag', 'nieuw', 'opties', 'lessen']);
    expect((readNote(page.doc).content ?? []).map(({ attrs }) => attrs?.['key'])).toEqual(page.keys);
    page.history.undo();
    expect(page.keys).toEqual(keys);
    page.history.redo();
    page.run(addSection(page.state, { ...section, key: 'laatste' }, null));
    expect(page.keys.at(-1)).toBe('laatste');
  });

  it('what was removed comes back whole by undo; twice taken back by two it stands there under two keys', () => {
    const [anna, bram] = [new SectionsPage(10, filled), new SectionsPage(20, filled)];
    for (const page of [anna, bram]) page.run(removeSection(page.state, 'opties'));
    expect(anna.keys).toEqual(['opgave', 'leervraag', 'lessen']);
    exchange(anna, bram);
    anna.history.undo();
    expect([anna.keys, anna.textOf('opties')]).toEqual([keys, 'opties 1\nopties 2']);
    bram.history.undo();
    settle(anna, bram);
    expect(anna.keys).toEqual(bram.keys);
    expect(new Set(anna.keys).size).toBe(anna.keys.length);
    expect(anna.textOf('opties')).toBe('opties 1\nopties 2');
  });

  it('without any section left there is still something to write in', () => {
    const page = new SectionsPage(10, noteBodyToUpdate(sectionsToBody([{ key: 'a', title: 'A' }])));
    page.run(removeSection(page.state, 'a'));
    page.type('verder', 1);
    expect(page.text).toBe('verder');
    page.run(addSection(page.state, { key: 'b', title: 'B', guidance: '' }, null));
    expect(page.keys).toEqual(['b']);
  });
});

const step = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom(
    'type',
    'type',
    'delete',
    'paste',
    'split',
    'move',
    'rename',
    'status',
    'add',
    'remove',
    'undo',
    'redo',
    'exchange',
  ),
  at: fc.nat(10_000),
  to: fc.nat(10_000),
});
type Kind = (typeof step extends fc.Arbitrary<infer S> ? S : never)['kind'];

/** One act of somebody; says which section was removed on purpose. */
function act(
  page: SectionsPage,
  kind: Kind,
  { at, to, id }: { at: number; to: number; id: number },
): string | null {
  const size = page.state.doc.content.size;
  const [from, until] = [at % size, to % size].toSorted((a, b) => a - b) as [number, number];
  const key = page.keys[at % Math.max(1, page.keys.length)] ?? 'none';
  const { state } = page;
  if (kind === 'type') page.edit(page.select(from, from).insertText(`<${id}>`));
  else if (kind === 'delete') page.edit(page.select(from, until).deleteSelection());
  else if (kind === 'paste')
    page.edit(page.select(from, from).replaceSelection(state.doc.slice(from, until)));
  else if (kind === 'split' && state.doc.resolve(from).parent.isTextblock) page.edit(state.tr.split(from));
  else if (kind === 'move') page.run(moveSection(state, key, to % 2 === 0 ? 1 : -1));
  else if (kind === 'rename') page.run(changeSection(state, key, { title: `titel ${id}` }));
  else if (kind === 'status')
    page.run(changeSection(state, key, { status: to % 2 === 0 ? 'ready' : 'draft' }));
  else if (kind === 'add')
    page.run(addSection(state, { key: `extra-${id}`, title: 'Extra', guidance: '' }, key));
  else if (kind === 'undo') page.history.undo();
  else if (kind === 'redo') page.history.redo();
  else if (kind === 'remove') {
    page.run(removeSection(state, key));
    return key;
  }
  return null;
}

describe('three people at once, in any order, with and without network', () => {
  it('end with the same sections, each once, in one order; none goes that nobody removed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 35 }), (steps) => {
        const pages = [
          new SectionsPage(10, filled),
          new SectionsPage(20, filled),
          new SectionsPage(30, filled),
        ];
        const removed = new Set<string>();
        for (const [id, { who, kind, at, to }] of steps.entries()) {
          const page = pages[who];
          if (page === undefined) continue;
          if (kind === 'exchange') exchange(...pages);
          else removed.add(act(page, kind, { at, to, id }) ?? '');
        }
        settle(...pages);
        const [first] = pages;
        for (const page of pages) {
          expect(page.state.doc.toJSON()).toEqual(first?.state.doc.toJSON());
          expect(readNote(page.doc)).toEqual(page.state.doc.toJSON());
          page.state.doc.check();
          expect(new Set(page.keys).size).toBe(page.keys.length);
          expect(page.keys).toEqual(expect.arrayContaining(keys.filter((key) => !removed.has(key))));
          const orders = placedSections(page.state.doc).map(({ attributes }) => attributes.order);
          expect(orders).toEqual(orders.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lose no word by moving, renaming or adding sections', () => {
    const kinds: Kind[] = ['type', 'move', 'rename', 'status', 'add', 'exchange'];
    const gentle = step.map((one) => ({ ...one, kind: kinds[one.at % kinds.length] ?? 'type' }));
    fc.assert(
      fc.property(fc.array(gentle, { maxLength: 35 }), (steps) => {
        const pages = [
          new SectionsPage(10, filled),
          new SectionsPage(20, filled),
          new SectionsPage(30, filled),
        ];
        const typed: number[] = [];
        for (const [id, { who, kind, at, to }] of steps.entries()) {
          const page = pages[who];
          if (page === undefined) continue;
          if (kind === 'exchange') exchange(...pages);
          else if (kind !== 'type') act(page, kind, { at, to, id });
          else {
            const before = page.text.length;
            act(page, kind, { at, to, id });
            if (page.text.length > before) typed.push(id);
          }
        }
        settle(...pages);
        for (const page of pages) {
          const letters = [...page.text].filter((letter) => letter === '<').length;
          expect(letters).toBe(typed.length);
          expect(page.text).toBe(pages[0]?.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
