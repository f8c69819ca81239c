import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import { keysForScreen } from '../components/key-names.ts';
import { useToldLater } from './use-told-later.ts';
import { closeTypedMenu, type MenuKeys, type TypedMenu } from './typed-menu.ts';
import styles from './typed-menu-list.module.css';

export interface MenuOption {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly icon: ReactNode;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly rule?: string | undefined;
}

interface TypedMenuListProps {
  editor: Editor;
  frame: RefObject<HTMLElement | null>;
  menu: TypedMenu;
  label: string;
  options: readonly MenuOption[];
  /** Said, and shown where there are none. */
  status: string;
  isLoading?: boolean;
  keys: RefObject<MenuKeys>;
  announce: (text: string) => void;
  onChoose: (id: string) => void;
}

/** The list of a menu that opens while one types. The focus stays in the text, which points at the chosen option. */
export function TypedMenuList(props: TypedMenuListProps) {
  const { editor, frame, menu, label, status, isLoading = false, keys, announce, onChoose } = props;
  const grouped = groupsOf(props.options);
  // The arrows go through them as they stand on the screen.
  const options = grouped.flatMap(([, members]) => members);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ query: menu.query, index: 0 });
  const index = chosen.query === menu.query ? Math.min(chosen.index, options.length - 1) : 0;
  const active = options[index];
  const optionId = (id: string) => `${listId}-${id}`;

  useTextPointsAt(editor, listId, active ? optionId(active.id) : null);
  usePlaceAtCaret(editor, frame, list, menu.from, options.length);
  useToldLater(announce, status);
  useEffect(() => {
    const isOver = !isLoading && options.length === 0 && menu.query.endsWith(' ');
    if (isOver || menu.query.startsWith(' ')) closeTypedMenu(editor.view);
  }, [editor, options.length, isLoading, menu.query]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index, options.length]);

  useLayoutEffect(() => {
    const go = (to: number) => setChosen({ query: menu.query, index: to });
    keys.current = (event) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
      if (event.key === 'Escape') closeTypedMenu(editor.view);
      else if (options.length === 0) return false;
      else if (event.key === 'ArrowDown') go((index + 1) % options.length);
      else if (event.key === 'ArrowUp') go((index - 1 + options.length) % options.length);
      else if (event.key === 'Enter' || event.key === 'Tab') {
        if (active) onChoose(active.id);
      } else return false;
      return true;
    };
    return () => {
      keys.current = () => false;
    };
  });

  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={label}
      aria-busy={isLoading || undefined}
      // It scrolls; the arrows in the text do that, and Tab chooses, so nobody ever comes to stand here.
      tabIndex={0}
      className={styles.menu}
      data-typed-menu=""
      onMouseDown={(event) => event.preventDefault()}
    >
      {grouped.map(([group, members]) => (
        <div key={group} role="group" aria-label={group}>
          <div className={styles.group} aria-hidden="true">
            {group}
          </div>
          {members.map((option) => (
            <Option
              key={option.id}
              id={optionId(option.id)}
              option={option}
              isActive={option === active}
              onPress={() => onChoose(option.id)}
            />
          ))}
        </div>
      ))}
      {options.length === 0 ? (
        <div role="option" aria-disabled="true" aria-selected={false} className={styles.none}>
          {status}
        </div>
      ) : null}
    </div>
  );
}

interface OptionProps {
  id: string;
  option: MenuOption;
  isActive: boolean;
  onPress: () => void;
}

function Option({ id, option, isActive, onPress }: OptionProps) {
  const { label, icon, detail, keys, rule } = option;
  return (
    <div id={id} role="option" aria-selected={isActive} className={styles.option} onClick={onPress}>
      {icon}
      <span className={styles.label}>
        {label}
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
      {rule || keys ? (
        <span className={styles.hints} aria-hidden="true">
          {rule ? <code>{rule}</code> : null}
          {keys ? <kbd>{keysForScreen(keys)}</kbd> : null}
        </span>
      ) : null}
    </div>
  );
}

function groupsOf(options: readonly MenuOption[]): [string, MenuOption[]][] {
  const groups = new Map<string, MenuOption[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return [...groups];
}

function useTextPointsAt(editor: Editor, listId: string, optionId: string | null): void {
  useLayoutEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', listId);
    dom.setAttribute('aria-autocomplete', 'list');
    if (optionId === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', optionId);
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
        dom.removeAttribute(name);
    };
  }, [editor, listId, optionId]);
}

const gap = 6;

/** Below the line of the caret where it fits, else above it; always within the frame. */
function usePlaceAtCaret(
  editor: Editor,
  frame: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  place: number,
  count: number,
): void {
  useLayoutEffect(() => {
    if (!frame.current || !list.current) return;
    const box = frame.current.getBoundingClientRect();
    const caret = editor.view.coordsAtPos(Math.min(place, editor.state.doc.content.size));
    const { style, offsetWidth, offsetHeight } = list.current;
    const room = (window.visualViewport?.height ?? window.innerHeight) - caret.bottom;
    const isAbove = room < offsetHeight + gap && caret.top > offsetHeight + gap;
    const left = Math.max(gap, Math.min(caret.left - box.left, box.width - offsetWidth - gap));
    style.insetInlineStart = `${left}px`;
    style.insetBlockStart = `${(isAbove ? caret.top - offsetHeight - gap : caret.bottom + gap) - box.top}px`;
  }, [editor, frame, list, place, count]);
}
