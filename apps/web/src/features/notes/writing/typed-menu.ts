import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { Editing } from './blocks.ts';

/** What opens a menu while one types: `/` for blocks, `@` for people and things. */
export type Trigger = '/' | '@';

export interface TypedMenu {
  readonly trigger: Trigger;
  /** From the character that opened it, or from the caret where a button did, up to the caret. */
  readonly from: number;
  readonly to: number;
  /** What was typed since. */
  readonly query: string;
}

interface State {
  readonly menu: TypedMenu | null;
  /** Where a button opened it; nothing then stands before the query. */
  readonly button: number | null;
  readonly isOpen: boolean;
  readonly trigger: Trigger;
}

const closed: State = { menu: null, button: null, isOpen: false, trigger: '/' };
const LONGEST_QUERY = 40;

export const typedMenuKey = new PluginKey<State>('typed-menu');
type Meta = { open: Trigger; at: number | null } | { close: true };

/** The text before the caret in its paragraph; null where no menu has a place. */
function textBefore(state: EditorState): string | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  if (state.schema.marks['code']?.isInSet($from.marks())) return null;
  return $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
}

/** Whether a trigger typed now would stand at the start of a word. */
export function opensMenu(state: EditorState): boolean {
  const text = textBefore(state);
  return text !== null && /(?:^|[\s(\uFFFC])$/.test(text);
}

function readMenu(state: EditorState, { button, trigger }: State): TypedMenu | null {
  const text = textBefore(state);
  if (text === null) return null;
  const to = state.selection.from;
  if (button !== null) {
    const start = state.selection.$from.start();
    if (button < start || button > to) return null;
    const query = text.slice(button - start);
    return query.length > LONGEST_QUERY ? null : { trigger, from: button, to, query };
  }
  const at = text.lastIndexOf(trigger);
  if (at < 0 || text.length - at > LONGEST_QUERY) return null;
  // Only at the start of a word: `en/of` is a word.
  if (at > 0 && !/[\s(\uFFFC]/.test(text[at - 1] ?? '')) return null;
  const query = text.slice(at + 1);
  return { trigger, from: to - query.length - 1, to, query };
}

/** Whether keys of the open menu are wanted; they say whether they used the key. */
export type MenuKeys = (event: KeyboardEvent) => boolean;

/** Knows whether a menu is open in the text and what was typed for it. What it shows is made by the page. */
export function typedMenuPlugin(onKey: MenuKeys): Plugin<State> {
  return new Plugin<State>({
    key: typedMenuKey,
    state: {
      init: () => closed,
      apply(tr, now, _previous, state) {
        const meta = tr.getMeta(typedMenuKey) as Meta | undefined;
        if (meta && 'close' in meta) return closed;
        if (meta) {
          const opened = { ...closed, isOpen: true, button: meta.at, trigger: meta.open };
          return { ...opened, menu: readMenu(state, opened) };
        }
        if (!now.isOpen) return now;
        const moved = now.button === null ? now : { ...now, button: tr.mapping.map(now.button, -1) };
        const menu = readMenu(state, moved);
        return menu === null ? closed : { ...moved, menu };
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        if ((text !== '/' && text !== '@') || from !== to || !opensMenu(view.state)) return false;
        const tr = view.state.tr.insertText(text, from, to);
        tr.setMeta(typedMenuKey, { open: text, at: null } satisfies Meta);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
      handleKeyDown: (view, event) => (typedMenuKey.getState(view.state)?.menu ? onKey(event) : false),
      handleDOMEvents: {
        blur: (view) => {
          if (typedMenuKey.getState(view.state)?.isOpen) closeTypedMenu(view);
          return false;
        },
      },
    },
  });
}

export function typedMenuOf(state: EditorState): TypedMenu | null {
  return typedMenuKey.getState(state)?.menu ?? null;
}

/** Opens the menu at the caret, as a button does. */
export function openTypedMenu(view: Editing, trigger: Trigger = '/'): void {
  const at = view.state.selection.from;
  view.dispatch(view.state.tr.setMeta(typedMenuKey, { open: trigger, at } satisfies Meta));
}

/** Closes the menu; what was typed stays. */
export function closeTypedMenu(view: Editing): void {
  view.dispatch(view.state.tr.setMeta(typedMenuKey, { close: true } satisfies Meta));
}

/** Takes what was typed for the menu out of the text, so that what was chosen can take its place. */
export function takeTypedMenu(view: Editing): void {
  const menu = typedMenuOf(view.state);
  if (menu === null) return;
  const tr = view.state.tr.setMeta(typedMenuKey, { close: true } satisfies Meta);
  if (menu.from < menu.to) tr.delete(menu.from, menu.to);
  view.dispatch(tr);
}
