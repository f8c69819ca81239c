import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { BlockOptions } from './block-options.ts';
import { element, icon } from './element.ts';

function setOpen(dom: HTMLElement, isOpen: boolean): void {
  dom.toggleAttribute('data-open', isOpen);
  dom.querySelector(':scope > button')?.setAttribute('aria-expanded', String(isOpen));
}

/** A block that one folds and opens for oneself: open while one may write, folded where one reads. */
export function detailsView(options: BlockOptions) {
  return (node: Node, view: EditorView): NodeView => {
    const fold = element('button', { type: 'button', class: 'note-details-fold', contenteditable: 'false' });
    fold.tabIndex = view.editable ? -1 : 0;
    fold.append(icon('chevron'));
    const contentDOM = element('div', { class: 'note-details-body' });
    const dom = element('div', { class: 'note-details', role: 'group' }, fold, contentDOM);

    function name(shown: Node): void {
      const summary = shown.firstChild?.textContent || options.say('blocks.detailsEmpty');
      const isEmpty = (shown.firstChild?.content.size ?? 0) === 0;
      if (isEmpty) contentDOM.dataset['placeholder'] = options.say('blocks.detailsPlaceholder');
      else delete contentDOM.dataset['placeholder'];
      fold.setAttribute('aria-label', options.say('blocks.detailsFold', { summary }));
    }
    fold.addEventListener('mousedown', (event) => event.preventDefault());
    fold.addEventListener('click', () => setOpen(dom, !dom.hasAttribute('data-open')));
    name(node);
    setOpen(dom, view.editable);
    return {
      dom,
      contentDOM,
      update: (updated) => {
        if (updated.type !== node.type) return false;
        name(updated);
        return true;
      },
      stopEvent: (event) => fold.contains(event.target as globalThis.Node | null),
      ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    };
  };
}

/** The element of the innermost block around a place that can be folded. */
export function detailsAround(
  view: EditorView,
  $pos: ResolvedPos,
): { dom: HTMLElement; depth: number } | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if ($pos.node(depth).type.name !== 'details') continue;
    const dom = view.nodeDOM($pos.before(depth));
    if (dom instanceof HTMLElement) return { dom, depth };
  }
  return null;
}

/** Opens a folded block, or folds an open one. Null where there is none. */
export function toggleDetails(view: EditorView): boolean | null {
  const found = detailsAround(view, view.state.selection.$from);
  if (found === null) return null;
  const isOpen = !found.dom.hasAttribute('data-open');
  setOpen(found.dom, isOpen);
  return isOpen;
}

/** A caret that comes into folded text opens it: nobody writes where they see nothing. */
export function openWhereCaretIs(): Plugin {
  return new Plugin({
    view: () => ({
      update: (view, previous) => {
        const { selection } = view.state;
        if (selection.eq(previous.selection) || !view.editable) return;
        const found = detailsAround(view, selection.$from);
        if (found !== null && selection.$from.index(found.depth) > 0) setOpen(found.dom, true);
      },
    }),
  });
}
