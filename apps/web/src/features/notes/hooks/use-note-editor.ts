import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { RoomClient } from '@kring/collab-client';
import type { AskRequest } from '../blocks/block-options.ts';
import { createNoteEditor, type NoteEditor, type NoteEditorLook } from '../editor/create-note-editor.ts';
import type { EditorTrouble } from '../editor/typing.ts';

interface NoteEditorInput {
  /** A room whose text is here. */
  room: RoomClient;
  isEditable: boolean;
  title: string;
  descriptionId: string;
  onTrouble: (trouble: EditorTrouble) => void;
  onLinkKey: () => void;
  onAsk: (request: AskRequest) => void;
  announce: (text: string) => void;
}

/** In pixels: the state of saving lies over the last line of the window. */
const aboveTheEdge = { top: 5, right: 5, bottom: 52, left: 5 };

/** What the editor is to those who read, and to those who write. */
function lookOf(isEditable: boolean, label: string, descriptionId: string): NoteEditorLook {
  return {
    editable: isEditable,
    editorProps: {
      scrollThreshold: aboveTheEdge,
      scrollMargin: aboveTheEdge,
      attributes: {
        class: 'note-text',
        'aria-label': label,
        'aria-describedby': descriptionId,
        // A text that can only be read is an article, so that screen readers keep their reading keys.
        ...(isEditable ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'article', tabindex: '0' }),
        translate: 'no',
        spellcheck: 'true',
      },
    },
  };
}

/** The editor on the element of the returned ref; it lives as long as the room. */
export function useNoteEditor(input: NoteEditorInput): [NoteEditor | null, RefObject<HTMLDivElement | null>] {
  const { room, isEditable, title, descriptionId } = input;
  const { t, language } = useTranslation('notes');
  const mount = useRef<HTMLDivElement>(null);
  const look = useMemo(
    () => lookOf(isEditable, t('text.label', { title }), descriptionId),
    [isEditable, title, descriptionId, t],
  );
  const latest = useRef({ ...input, t, language, look });
  const [noteEditor, setNoteEditor] = useState<NoteEditor | null>(null);
  /** What the editor has: giving it the same once more would have it go through the whole text. */
  const shown = useRef(look);

  useEffect(() => {
    latest.current = { ...input, t, language, look };
  });

  useEffect(() => {
    if (mount.current === null) return;
    shown.current = latest.current.look;
    const element = document.createElement('div');
    mount.current.append(element);
    const made = createNoteEditor({
      mount: element,
      doc: room.doc,
      awareness: room.awareness,
      look: shown.current,
      words: {
        placeholder: () => latest.current.t('text.placeholder'),
        table: () => latest.current.t('toolbar.table'),
        checkbox: (text, isChecked) =>
          latest.current.t(isChecked ? 'text.checkbox' : 'text.checkboxOpen', {
            text: text || latest.current.t('text.emptyItem'),
          }),
      },
      blocks: {
        say: (key, values) => latest.current.t(key, values),
        language: () => latest.current.language,
        ask: (request) => latest.current.onAsk(request),
        announce: (text) => latest.current.announce(text),
      },
      onTrouble: (trouble) => latest.current.onTrouble(trouble),
      onLinkKey: () => latest.current.onLinkKey(),
    });
    setNoteEditor(made);
    return () => {
      made.destroy();
      element.remove();
      setNoteEditor(null);
    };
  }, [room]);

  useEffect(() => {
    if (noteEditor === null || shown.current === look) return;
    shown.current = look;
    const { editor } = noteEditor;
    editor.setOptions(look);
    // Placeholder and checkboxes depend on it.
    editor.view.dispatch(editor.state.tr);
  }, [noteEditor, look]);

  return [noteEditor, mount];
}

/** Whether one is in the text, or has been since it was opened. */
export function useHadFocus({ editor }: Pick<NoteEditor, 'editor'>): boolean {
  const [hadFocus, setHadFocus] = useState(editor.isFocused);
  useEffect(() => {
    const onFocus = () => setHadFocus(true);
    editor.on('focus', onFocus);
    return () => void editor.off('focus', onFocus);
  }, [editor]);
  return hadFocus;
}
