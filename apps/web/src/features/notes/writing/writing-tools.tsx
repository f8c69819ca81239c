import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import type { SelectionAct } from '../../../lib/selection-act.ts';
import { useAttachments } from '../attach/use-attachments.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { NoteToolbar } from '../components/note-toolbar.tsx';
import { BlockHandle } from './block-handle.tsx';
import { BlockMenu } from './block-menu.tsx';
import { currentBlock, type Block } from './blocks.ts';
import { BubbleToolbar } from './bubble-toolbar.tsx';
import { FindBar, type OpenedFind } from './find-bar.tsx';
import { findPlugin } from './find.ts';
import { InsertMenu } from './insert-menu.tsx';
import { MentionMenu } from './mention-menu.tsx';
import { shownRangePlugin } from './show-range.ts';
import { toolKeysPlugin, type ToolKeys } from './tool-keys.ts';
import { openTypedMenu, typedMenuPlugin, type MenuKeys } from './typed-menu.ts';
import { useBlockActs } from './use-block-acts.ts';
import { usePasteOptions } from './use-paste-options.ts';
import { usePlugins } from './use-editor-value.ts';
import { useAddressedPlace, useCopyLink } from './use-places.ts';

interface WritingToolsProps {
  noteId: string;
  noteEditor: NoteEditor;
  frame: RefObject<HTMLDivElement | null>;
  isEditable: boolean;
  isReading: boolean;
  selectionActs: readonly SelectionAct[];
  announce: (text: string) => void;
  onLink: () => void;
  /** Called once all of it stands there; the same function at each rendering. */
  onShown: () => void;
}

/** Everything around the text that helps to write and to find one's way in it. One can type before it is there. */
export function WritingTools(props: WritingToolsProps) {
  const { noteId, noteEditor, frame, isEditable, isReading, selectionActs, announce, onLink } = props;
  const { onShown } = props;
  const { editor } = noteEditor;
  const tools = useTools(noteEditor, announce);
  useAddressedPlace(noteEditor);
  useEffect(onShown, [onShown]);
  return (
    <>
      {isEditable ? (
        <NoteToolbar
          noteId={noteId}
          noteEditor={noteEditor}
          announce={announce}
          onLink={onLink}
          onInsert={() => {
            editor.commands.focus();
            openTypedMenu(editor.view);
          }}
          onBlockMenu={tools.openBlockMenu}
          onFind={() => tools.openFind(true)}
        />
      ) : null}
      {tools.find ? (
        <FindBar
          noteEditor={noteEditor}
          isEditable={isEditable}
          opened={tools.find}
          announce={announce}
          onClose={tools.closeFind}
        />
      ) : null}
      {isEditable ? <BlockTools {...props} tools={tools} /> : null}
      {isReading ? null : (
        <BubbleToolbar
          editor={editor}
          frame={frame}
          isEditable={isEditable}
          acts={selectionActs}
          announce={announce}
          onLink={onLink}
          copyLink={tools.copyLink}
        />
      )}
    </>
  );
}

/** The handle beside a block, its menu, and the list of what can be put in. */
function BlockTools(props: WritingToolsProps & { tools: Tools }) {
  const { noteId, noteEditor, frame, announce, onLink, tools } = props;
  const { editor } = noteEditor;
  const { acts, menuOf } = tools;
  const openFiles = useAttachments(editor, noteId, announce);
  usePasteOptions(noteEditor);
  return (
    <>
      <BlockHandle
        editor={editor}
        frame={frame}
        grip={tools.grip}
        acts={acts}
        held={menuOf?.block ?? null}
        onOpen={(block) => tools.openBlockMenu(tools.grip, block)}
      />
      <InsertMenu
        editor={editor}
        frame={frame}
        keys={tools.menuKeys}
        help={{ openLink: onLink, openMentions: () => openTypedMenu(editor.view, '@'), openFiles }}
        announce={announce}
      />
      <MentionMenu editor={editor} noteId={noteId} frame={frame} keys={tools.menuKeys} announce={announce} />
      {menuOf ? (
        <BlockMenu
          editor={editor}
          block={menuOf.block}
          acts={acts}
          trigger={menuOf.trigger}
          onClose={tools.closeBlockMenu}
        />
      ) : null}
    </>
  );
}

type Tools = ReturnType<typeof useTools>;

/** What is open around the text, and the keys that open it. */
function useTools(noteEditor: NoteEditor, announce: (text: string) => void) {
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
