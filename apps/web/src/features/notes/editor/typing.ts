import { Extension, isNodeActive } from '@tiptap/core';
import type { Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What the editor could not do, for the page to tell. */
export type EditorTrouble = 'paste-too-large' | 'too-deep';

interface TypingOptions {
  placeholder: () => string;
  tableName: () => string;
  onTrouble: (trouble: EditorTrouble) => void;
  onLinkKey: () => void;
}

// The server refuses one run of text above 256 KiB, and a character takes up to three bytes.
const MAX_RUN = 80_000;
const MAX_PASTE = 1_000_000;
// The server refuses nesting above 32; a list takes two levels for each level that one sees.
const MAX_DEPTH = 24;

function sizeTrouble(slice: Slice, depth: number): EditorTrouble | null {
  if (slice.content.size > MAX_PASTE) return 'paste-too-large';
  let longest = 0;
  let deepest = 0;
  slice.content.descendants((node, position) => {
    if (node.isText) longest = Math.max(longest, node.nodeSize);
    else deepest = Math.max(deepest, depthAt(slice, position));
  });
  if (longest > MAX_RUN) return 'paste-too-large';
  return depth + deepest > MAX_DEPTH ? 'too-deep' : null;
}

function depthAt(slice: Slice, position: number): number {
  let depth = 0;
  let content = slice.content;
  let rest = position;
  for (;;) {
    let index = 0;
    while (index < content.childCount && rest >= content.child(index).nodeSize) {
      rest -= content.child(index).nodeSize;
      index += 1;
    }
    if (rest === 0 || index === content.childCount) return depth + 1;
    content = content.child(index).content;
    rest -= 1;
    depth += 1;
  }
}

/** Where one only reads no caret scrolls a wide table: the table takes the focus itself. */
function tablesToScroll(doc: Node, name: string): DecorationSet {
  const tables: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'table') return !node.isTextblock;
    const attributes = { tabindex: '0', role: 'group', 'aria-label': name };
    tables.push(Decoration.node(position, position + node.nodeSize, attributes));
    return false;
  });
  return DecorationSet.create(doc, tables);
}

/** Keys and bounds of typing: Tab, Escape, links, pastes, and the words of an empty note. */
export const Typing = Extension.create<TypingOptions>({
  name: 'typing',
  // Before the keys of lists, so that nesting stays within bounds.
  priority: 900,

  addKeyboardShortcuts() {
    const isNested = () =>
      isNodeActive(this.editor.state, 'listItem') || isNodeActive(this.editor.state, 'taskItem');
    return {
      'Mod-k': () => {
        if (this.editor.state.selection.empty && !this.editor.isActive('link')) return false;
        this.options.onLinkKey();
        return true;
      },
      Tab: () => {
        if (!isNested()) return false;
        if (this.editor.state.selection.$from.depth < MAX_DEPTH - 2) return false;
        this.options.onTrouble('too-deep');
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { options, editor } = this;
    let leavesWithTab = false;
    return [
      new Plugin({
        props: {
          handlePaste: (view, _event, slice) => {
            const trouble = sizeTrouble(slice, view.state.selection.$from.depth);
            if (trouble !== null) options.onTrouble(trouble);
            return trouble !== null;
          },
          handleDrop: (view, _event, slice) => {
            const trouble = sizeTrouble(slice, view.state.selection.$from.depth);
            if (trouble !== null) options.onTrouble(trouble);
            return trouble !== null;
          },
          handleDOMEvents: {
            keydown: (view, event) => {
              if (event.key === 'Tab') {
                const isUsed =
                  !leavesWithTab &&
                  view.editable &&
                  ['listItem', 'taskItem', 'table', 'codeBlock'].some((name) =>
                    isNodeActive(view.state, name),
                  );
                leavesWithTab = false;
                // True keeps the editor from it; the browser then moves the focus on.
                return !isUsed;
              }
              if (event.key !== 'Shift') leavesWithTab = event.key === 'Escape';
              return false;
            },
          },
          decorations: (state) => {
            if (!editor.isEditable) return tablesToScroll(state.doc, options.tableName());
            const [first] = state.doc.children;
            const isEmpty =
              state.doc.childCount === 1 && first?.type.name === 'paragraph' && first.childCount === 0;
            if (!isEmpty) return null;
            return DecorationSet.create(state.doc, [
              Decoration.node(0, first.nodeSize, { 'data-placeholder': options.placeholder() }),
            ]);
          },
        },
      }),
    ];
  },
});

/** Last in line: in a list, a Tab that nests nothing does nothing, rather than leave the text by surprise. */
export const TabStaysInLists = Extension.create({
  name: 'tabStaysInLists',
  priority: 1,
  addKeyboardShortcuts() {
    const stay = () => this.editor.isActive('listItem') || this.editor.isActive('taskItem');
    return { Tab: stay, 'Shift-Tab': stay };
  },
});
