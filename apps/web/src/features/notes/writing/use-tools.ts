import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { currentBlock, type Block } from './blocks.ts';
import type { OpenedFind } from './find-bar.tsx';
import { findPlugin } from './find.ts';
import { shownRangePlugin } from './show-range.ts';
import { toolKeysPlugin, type ToolKeys } from './tool-keys.ts';
import { typedMenuPlugin, type MenuKeys } from './typed-menu.ts';
import { useBlockActs } from './use-block-acts.ts';
import { usePlugins } from './use-editor-value.ts';
import { useCopyLink } from './use-places.ts';

export type Tools = ReturnType<typeof useTools>;

/** What is open around the text, and the keys that open it. */
export function useTools(noteEditor: NoteEditor, announce: (text: string) => void) {
  const { editor } = noteEditor;
  const menuKeys = useRef<MenuKeys>(() => false);
  const grip = useRef<HTMLButtonElement>(null);
  const [menuOf, setMenuOf] = useState<{ block: Block; trigger: RefObject<Element | null> } | null>(null);
  const [find, setFind] = useState<OpenedFind | null>(null);
  const copyLink = useCopyLink(noteEditor);
  const acts = useBlockActs(noteEditor, announce, copyLink);

  const openFind = useCallback((withReplace: boolean) => {
    setFind((now) => ({ withReplace, count: (now?.count ?? 0) + 1 }));
    return true;
  }, []);
  const openBlockMenu = useCallback(
    (trigger: RefObject<Element | null>, given?: Block) => {
      const block = given ?? currentBlock(editor.state);
      if (block === null || !editor.isEditable) return false;
      setMenuOf({ block, trigger });
      return true;
    },
    [editor],
  );
  useToolPlugins(editor, menuKeys, {
    find: openFind,
    openBlockMenu: () => openBlockMenu(grip),
    moveBlock(direction) {
      const block = currentBlock(editor.state);
      if (block === null || !editor.isEditable) return false;
      acts.move(block, direction);
      return true;
    },
  });
  return {
    acts,
    copyLink,
    find,
    grip,
    menuKeys,
    menuOf,
    openBlockMenu,
    openFind,
    closeBlockMenu: () => setMenuOf(null),
    closeFind: () => setFind(null),
  };
}

function useToolPlugins(editor: Editor, menuKeys: RefObject<MenuKeys>, keys: ToolKeys): void {
  const toolKeys = useRef(keys);
  useLayoutEffect(() => {
    toolKeys.current = keys;
  });
  const plugins = useMemo(
    () => [
      typedMenuPlugin((event) => menuKeys.current(event)),
      toolKeysPlugin(() => toolKeys.current),
      findPlugin(),
      shownRangePlugin(),
    ],
    [menuKeys, toolKeys],
  );
  usePlugins(editor, plugins);
}
