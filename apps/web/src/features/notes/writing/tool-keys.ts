import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What keys in the text do beside typing. */
export interface ToolKeys {
  openBlockMenu(): boolean;
  moveBlock(direction: -1 | 1): boolean;
  find(withReplace: boolean): boolean;
}

function actOf(event: KeyboardEvent, keys: ToolKeys): boolean {
  const isMod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.isComposing) return false;
  if (event.altKey && event.shiftKey && !isMod) {
    if (event.key === 'ArrowUp') return keys.moveBlock(-1);
    return event.key === 'ArrowDown' && keys.moveBlock(1);
  }
  if (event.altKey) return false;
  // The menu key itself stays the browser's: it offers the right spelling of a word.
  if (event.shiftKey && !isMod) return event.key === 'F10' && keys.openBlockMenu();
  if (!isMod) return false;
  if (event.shiftKey) return key === 'f' && keys.find(true);
  if (key === '/') return keys.openBlockMenu();
  if (key === 'h') return keys.find(true);
  return key === 'f' && keys.find(false);
}

/** Numbers, signs and notes in and below the text are no text: browsers do not get past them by themselves. */
function toEnd(view: EditorView, event: KeyboardEvent): boolean {
  if ((event.key !== 'End' && event.key !== 'Home') || !event.ctrlKey) return false;
  if (event.altKey || event.metaKey) return false;
  const { doc, selection, tr } = view.state;
  const end = event.key === 'End' ? Selection.atEnd(doc) : Selection.atStart(doc);
  const to = event.shiftKey ? TextSelection.between(selection.$anchor, end.$head) : end;
  view.dispatch(tr.setSelection(to).scrollIntoView());
  return true;
}

export function toolKeysPlugin(current: () => ToolKeys): Plugin {
  const onKey = (view: EditorView, event: KeyboardEvent): boolean => {
    if (!(view.editable && toEnd(view, event)) && !actOf(event, current())) return false;
    event.preventDefault();
    return true;
  };
  return new Plugin({
    props: {
      handleKeyDown: onKey,
      // Where one only reads the editor hears of no keys otherwise.
      handleDOMEvents: { keydown: (view, event) => !view.editable && onKey(view, event) },
    },
  });
}
