import type { Node } from '@tiptap/pm/model';
import {
  NodeSelection,
  Selection,
  TextSelection,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { NoteRenderer, type NoteMapping } from '@kring/live-documents';
import type { SharedRange } from '../../../lib/note-handle.ts';
import { blockOrderOf, toStoredDocument, type BlockOrder } from './block-order.ts';
import { changedPart } from './changed-part.ts';
import { fromShared, toShared, type Shared } from './positions.ts';

/**
 * Keeps an editor and the shared text of a note equal.
 *
 * Takes the place of y-tiptap's own binding, which deletes from the shared text whatever its schema refuses and
 * stops at types it does not expect. This one only ever writes what a person changed, and shows the rest as well
 * as it can.
 */
export class NoteBinding implements Shared {
  readonly root: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly mapping: NoteMapping = new Map();
  /** The selection from before the edit that is being written; what undo goes back to. */
  selectionBeforeEdit: SharedRange | null = null;
  readonly #isOMark = new Map();
  #view: EditorView | null = null;
  #selectionBefore: SharedRange | null = null;
  /** Looked up once for each change of the text: the places of all comments are read by it. */
  #order: BlockOrder | null | undefined;
  #isWriting = false;

  constructor(root: Y.XmlFragment) {
    if (root.doc === null) throw new Error('the text stands in no document');
    this.root = root;
    this.doc = root.doc;
  }

  get blockOrder(): BlockOrder | null {
    if (this.#order === undefined) this.#order = blockOrderOf(this.root, this.mapping);
    return this.#order;
  }

  attach(view: EditorView): void {
    this.#view = view;
    this.doc.on('beforeAllTransactions', this.#remember);
    this.doc.on('afterAllTransactions', this.#forget);
    this.root.observeDeep(this.#observe);
    // What is mapped stays: a plugin that is registered later attaches this view anew, and must not redraw the text
    // under somebody's caret.
    this.#show();
  }

  detach(): void {
    this.#view = null;
    this.doc.off('beforeAllTransactions', this.#remember);
    this.doc.off('afterAllTransactions', this.#forget);
    this.root.unobserveDeep(this.#observe);
  }

  /** Brings what the person did into the shared text. */
  write(state: EditorState, previous: EditorState): void {
    this.selectionBeforeEdit = toShared(this, previous.selection);
    this.#isWriting = true;
    this.doc.transact(() => {
      const stored = toStoredDocument(state.doc, this.root, this.mapping);
      const { type, node } =
        stored === state.doc
          ? changedPart(this.root, previous.doc, stored, this.mapping)
          : { type: this.root, node: stored };
      updateYFragment(this.doc, type, node, {
        mapping: this.mapping as Parameters<typeof updateYFragment>[3]['mapping'],
        isOMark: this.#isOMark,
      });
    }, this);
    this.#isWriting = false;
    this.#order = undefined;
  }

  select(range: SharedRange): void {
    const view = this.#view;
    if (view === null) return;
    const tr = view.state.tr;
    this.#restore(tr, range);
    view.dispatch(tr.setMeta('addToHistory', false).scrollIntoView());
  }

  readonly #remember = (): void => {
    // What one writes oneself leaves the selection where the editor has it.
    if (this.#view === null || this.#isWriting) return;
    this.#selectionBefore ??= toShared(this, this.#view.state.selection);
  };

  readonly #forget = (): void => {
    this.#selectionBefore = null;
  };

  readonly #observe = (_events: unknown, transaction: Y.Transaction): void => {
    this.#order = undefined;
    if (this.#view === null || transaction.origin === this) return;
    for (const type of transaction.changed.keys()) this.mapping.delete(type);
    for (const type of transaction.changedParentTypes.keys()) this.mapping.delete(type);
    this.#joinOwnRuns(transaction);
    this.#show(transaction.origin instanceof Y.UndoManager);
  };

  /**
   * When two people begin to write in the same empty paragraph it holds two runs of text. The one whose run came
   * second joins them: were everybody to do so, the words would stand there as often as there are readers.
   */
  #joinOwnRuns(transaction: Y.Transaction): void {
    if (this.#view?.editable !== true) return;
    const own = this.doc.clientID;
    for (const type of transaction.changed.keys()) {
      if (!(type instanceof Y.XmlElement)) continue;
      const children: unknown[] = type.toArray();
      for (const [index, child] of children.entries()) {
        const next = children[index + 1];
        if (!(child instanceof Y.XmlText) || !(next instanceof Y.XmlText)) continue;
        if (next._item?.id.client !== own) continue;
        this.mapping.delete(type);
        this.doc.transact(() => {
          child.applyDelta([{ retain: child.length }, ...(next.toDelta() as object[])]);
          type.delete(index + 1, 1);
        });
        return;
      }
    }
  }

  /** Shows the shared text: replaces the blocks that differ, and leaves the others with all that hangs on them. */
  #show(isUndo = false): void {
    const view = this.#view;
    if (view === null) return;
    const { doc, schema } = view.state;
    const rendered = new NoteRenderer(schema, this.mapping, 'box').renderRoot(this.root);
    this.#order = undefined;
    const blocks = rendered.length > 0 ? rendered : [schema.node('paragraph')];
    const { from, to, content } = differingBlocks(doc, blocks);
    const tr = view.state.tr;
    if (content.length > 0 || from < to) {
      const touches = view.state.selection.from <= to && view.state.selection.to >= from;
      tr.replaceWith(from, to, content);
      if (touches && this.#selectionBefore !== null) this.#restore(tr, this.#selectionBefore);
    }
    tr.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation: isUndo, binding: this });
    tr.setMeta('addToHistory', false);
    // A link that somebody else has just typed is theirs to make.
    tr.setMeta('preventAutolink', true);
    view.dispatch(tr);
  }

  #restore(tr: Transaction, range: SharedRange): void {
    const size = tr.doc.content.size;
    const anchor = fromShared(this, range.anchor, size) ?? fromShared(this, range.head, size);
    const head = fromShared(this, range.head, size) ?? anchor;
    if (anchor === null || head === null) return;
    try {
      const isNode = this.#view?.state.selection instanceof NodeSelection && tr.doc.nodeAt(anchor)?.isAtom;
      tr.setSelection(
        isNode
          ? NodeSelection.create(tr.doc, anchor)
          : TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)),
      );
    } catch {
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(anchor, size))));
    }
  }
}

function differingBlocks(doc: Node, blocks: Node[]): { from: number; to: number; content: Node[] } {
  const isSame = (mine: Node | null | undefined, theirs: Node | undefined) =>
    mine === theirs ||
    (doc.childCount === 1 && blocks.length === 1 && theirs?.childCount === 0 && mine?.eq(theirs));
  let start = 0;
  let from = 0;
  while (start < doc.childCount && start < blocks.length && isSame(doc.maybeChild(start), blocks[start])) {
    from += doc.child(start).nodeSize;
    start += 1;
  }
  let endMine = doc.childCount;
  let endTheirs = blocks.length;
  let to = doc.content.size;
  while (endMine > start && endTheirs > start && doc.child(endMine - 1) === blocks[endTheirs - 1]) {
    endMine -= 1;
    endTheirs -= 1;
    to -= doc.child(endMine).nodeSize;
  }
  return { from, to, content: blocks.slice(start, endTheirs) };
}
