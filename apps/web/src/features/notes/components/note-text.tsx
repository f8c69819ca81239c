import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { RoomClient } from '@kring/collab-client';
import type { SectionTool } from '@kring/live-documents';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import type { SelectionAct } from '../../../lib/selection-act.ts';
import { showToast } from '../../../components/toast-queue.ts';
import type { AskRequest } from '../blocks/block-options.ts';
import { showCaretOf } from '../editor/carets.ts';
import type { EditorTrouble } from '../editor/typing.ts';
import { useKeyboardInset } from '../hooks/use-keyboard-inset.ts';
import { useNoteEditor } from '../hooks/use-note-editor.ts';
import type { SteadyStatus } from '../hooks/use-note-room.ts';
import { useSectionViews } from '../hooks/use-section-views.ts';
import toolbarStyles from './note-toolbar.module.css';
import styles from './note-sheet.module.css';
import './note-text.css';
import './note-blocks.css';
import './note-sections.css';
import { lazyPart, Part } from '../../../components/part.tsx';

// One can type before these are there.
const WritingTools = lazyPart(() => import('../writing/writing-tools.tsx'), 'WritingTools');
const NoteFoot = lazyPart(() => import('../writing/note-foot.tsx'), 'NoteFoot');
const AskDialog = lazyPart(() => import('../blocks/ask-dialog.tsx'), 'AskDialog');
const LinkDialog = lazyPart(() => import('./link-dialog.tsx'), 'LinkDialog');

interface NoteTextProps {
  noteId: string;
  room: RoomClient;
  status: SteadyStatus;
  title: string;
  isReading: boolean;
  selectionActs: readonly SelectionAct[];
  onHandle: ((handle: NoteHandle | null) => void) | undefined;
  toolAddress: ((tool: SectionTool) => string | null) | undefined;
}

/** The text itself with its toolbar. Only shown once there is a text: nothing is typed before the first sync. */
export function NoteText(props: NoteTextProps) {
  const { noteId, room, status, title, isReading, selectionActs, onHandle, toolAddress } = props;
  const { t } = useTranslation('notes');
  const descriptionId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [isLinking, setLinking] = useState(false);
  const [asked, setAsked] = useState<AskRequest | null>(null);
  const [spoken, announce] = useSpoken();
  const isEditable = status.access === 'write' && !isReading;
  const onTrouble = useTrouble();
  const onLinkKey = useCallback(() => setLinking(true), []);
  const [noteEditor, mount] = useNoteEditor({
    room,
    isEditable,
    title,
    descriptionId,
    onTrouble,
    onLinkKey,
    onAsk: setAsked,
    announce,
  });
  useSectionViews(noteEditor, { noteId, isEditable, toolAddress });
  useKeyboardInset(frame);
  const toolbarKey = useToolbarKey(frame);
  useEffect(() => {
    if (noteEditor === null || !onHandle) return;
    const { editor, toShared, fromShared } = noteEditor;
    onHandle({ noteId, editor, doc: room.doc, room, toShared, fromShared });
    return () => onHandle(null);
  }, [noteEditor, noteId, room, onHandle]);

  return (
    <div
      ref={frame}
      className={styles.text}
      data-editable={isEditable || undefined}
      onKeyDown={toolbarKey.onKeyDown}
    >
      {noteEditor ? (
        <Part tells="toast" fallback={isEditable ? <div className={toolbarStyles.place} /> : null}>
          <WritingTools
            noteId={noteId}
            noteEditor={noteEditor}
            frame={frame}
            isEditable={isEditable}
            isReading={isReading}
            selectionActs={selectionActs}
            announce={announce}
            onLink={onLinkKey}
            onShown={toolbarKey.onShown}
          />
        </Part>
      ) : null}
      <p id={descriptionId} className="visually-hidden">
        {t(isEditable ? 'text.help' : 'text.readHelp')}
      </p>
      <div ref={mount} className={styles.mount} />
      {noteEditor ? (
        <Part tells="nothing">
          <NoteFoot editor={noteEditor.editor} room={room} />
        </Part>
      ) : null}
      <span role="status" className="visually-hidden">
        {spoken}
      </span>
      {noteEditor && isLinking ? (
        <Part tells="toast">
          <LinkDialog editor={noteEditor.editor} onClose={() => setLinking(false)} />
        </Part>
      ) : null}
      {noteEditor && asked !== null ? (
        <Part tells="toast">
          <AskDialog editor={noteEditor.editor} request={asked} onClose={() => setAsked(null)} />
        </Part>
      ) : null}
    </div>
  );
}

/** Tells what the editor could not do. */
function useTrouble(): (trouble: EditorTrouble) => void {
  const { t } = useTranslation('notes');
  return useCallback((trouble) => showToast(t(`trouble.${trouble}`), { tone: 'failed' }), [t]);
}

/** Told to screen readers; the same words twice are told twice. */
function useSpoken(): [string, (text: string) => void] {
  const [spoken, setSpoken] = useState('');
  const announce = useCallback(
    (text: string) => setSpoken((now) => (now === text && text !== '' ? `${text}\u00A0` : text)),
    [],
  );
  return [spoken, announce];
}

/** Alt+F10 goes to the toolbar; where its code is not there yet, as soon as it is and nothing else was pressed. */
function useToolbarKey(frame: RefObject<HTMLElement | null>) {
  const isAwaited = useRef(false);
  const go = useCallback(() => {
    const button = nextToolbar(frame.current);
    isAwaited.current = button === null;
    button?.focus();
  }, [frame]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'F10') {
      event.preventDefault();
      go();
    } else if (event.key !== 'Alt') {
      isAwaited.current = false;
    }
  };
  const onShown = useCallback(() => {
    if (isAwaited.current) go();
  }, [go]);
  return { onKeyDown, onShown };
}

/** The first button of the toolbar beside the selection, or of the fixed one; from the one it goes on to the other. */
function nextToolbar(frame: HTMLElement | null): HTMLElement | null {
  const bars = ['[data-note-bubble]', '[data-note-toolbar]'].flatMap(
    (name) => frame?.querySelector<HTMLElement>(name) ?? [],
  );
  const now = bars.findIndex((bar) => bar.contains(document.activeElement));
  const bar = bars[(now + 1) % Math.max(1, bars.length)];
  return bar?.querySelector<HTMLElement>(':is(button, select):not([disabled])') ?? null;
}

/** Brings the caret of somebody into view. */
export function goToCaret(sheet: HTMLElement | null, clientId: number): boolean {
  return sheet !== null && showCaretOf({ dom: sheet }, clientId);
}
