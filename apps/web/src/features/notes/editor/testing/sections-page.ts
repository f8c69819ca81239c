import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';
import { noteSchema } from '@kring/live-documents';
import { placedSections, SECTIONS_META } from '../../../../lib/sections/section-commands.ts';
import { isRemote, OwnHistory } from '../collaboration.ts';
import { NoteBinding } from '../note-binding.ts';
import { keepSections } from '../sections/keep-sections.ts';
import { sectionGuard } from '../sections/section-guard.ts';

/** An editor without a screen, with all that guards sections. */
export class SectionsPage {
  readonly doc = new Y.Doc();
  readonly binding: NoteBinding;
  readonly history: OwnHistory;
  editable = true;
  state = EditorState.create({ schema: noteSchema, plugins: [sectionGuard()] });

  constructor(clientId: number, seed: Uint8Array) {
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, seed);
    this.binding = new NoteBinding(this.doc.getXmlFragment('body'));
    this.history = new OwnHistory(this.binding);
    this.history.manager.captureTimeout = 0;
    this.binding.attach(this as unknown as EditorView);
  }

  dispatch(tr: Transaction): void {
    const previous = this.state;
    const { state, transactions } = this.state.applyTransaction(tr);
    this.state = state;
    if (transactions.some((one) => one.docChanged && !isRemote(one))) this.binding.write(state, previous);
  }

  /** As the editor does with what somebody types or cuts. */
  edit(tr: Transaction): void {
    const isMeant = tr.getMeta(SECTIONS_META) !== undefined;
    const kept = isMeant ? tr : keepSections(this.state, tr);
    if (kept !== null) this.dispatch(kept);
  }

  run(tr: Transaction | null): void {
    if (tr !== null) this.dispatch(tr);
  }

  type(text: string, position: number): void {
    this.edit(this.state.tr.insertText(text, position));
  }

  select(from: number, to: number): Transaction {
    const { doc, tr } = this.state;
    return tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to)));
  }

  get keys(): string[] {
    return placedSections(this.state.doc).map(({ attributes }) => attributes.key);
  }

  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n');
  }

  textOf(key: string): string | undefined {
    const found = placedSections(this.state.doc).find(({ attributes }) => attributes.key === key);
    return found?.node.textBetween(0, found.node.content.size, '\n');
  }

  /** Position of the first letter of some words. */
  at(words: string): number {
    let found = -1;
    this.state.doc.descendants((node, position) => {
      if (found < 0 && node.isText && node.text?.includes(words)) found = position + node.text.indexOf(words);
    });
    if (found < 0) throw new Error(`"${words}" does not stand there`);
    return found;
  }
}

/** Everybody gets what the others have. */
export function exchange(...pages: SectionsPage[]): void {
  const updates = pages.map((page) => Y.encodeStateAsUpdate(page.doc));
  for (const page of pages) for (const update of updates) Y.applyUpdate(page.doc, update, 'server');
}
/** Until nobody has anything new. */
export const settle = (...pages: SectionsPage[]) => [1, 2, 3].forEach(() => exchange(...pages));
