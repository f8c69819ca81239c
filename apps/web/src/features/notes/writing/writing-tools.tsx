import { useEffect, type RefObject } from 'react';
import type { SelectionAct } from '../../../lib/selection-act.ts';
import { useAttachments } from '../attach/use-attachments.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { NoteToolbar } from '../components/note-toolbar.tsx';
import { BlockHandle } from './block-handle.tsx';
import { BlockMenu } from './block-menu.tsx';
import { BubbleToolbar } from './bubble-toolbar.tsx';
import { FindBar } from './find-bar.tsx';
import { InsertMenu } from './insert-menu.tsx';
import { MentionMenu } from './mention-menu.tsx';
import { openTypedMenu } from './typed-menu.ts';
import { usePasteOptions } from './use-paste-options.ts';
import { useAddressedPlace, useAddressedWords } from './use-places.ts';
import { useTools, type Tools } from './use-tools.ts';

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
  useAddressedWords(noteEditor);
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
