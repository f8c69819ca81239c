import { useEffect, useState, type ReactNode } from 'react';
import { CloudOff, RotateCw } from 'lucide-react';
import type { Note } from '@kring/contracts';
import type { SectionTool } from '@kring/live-documents';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import type { SelectionAct } from '../../../lib/selection-act.ts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useNoteRoom } from '../hooks/use-note-room.ts';
import { readNoteLocalMeta, type NoteLocalMeta } from '../note-local-meta.ts';
import { NoteTitle } from './note-title.tsx';
import { Sheet } from './sheet.tsx';
import styles from './note-sheet.module.css';

interface NoteSheetProps {
  noteId: string;
  /** What the server says of the note; null while it cannot be reached: then the copy on this device is shown. */
  known: { readonly note: Note; readonly caseTitle: string } | null;
  /** The note as it is after a change of its title. */
  onRenamed: (note: Note) => void;
  onRetry: () => void;
  /** Called with the open text, and with null when it closes; the same function at each rendering. */
  onHandle?: (handle: NoteHandle | null) => void;
  /** What other features do with selected words, such as comment. */
  selectionActs?: readonly SelectionAct[];
  /** Where the note belongs, for the printed page and the reading view. */
  byline?: ReactNode;
  /** Where a page of the case is that a section leads to; null when there is none. */
  toolAddress?: (tool: SectionTool) => string | null;
  /** Where one sees who can give somebody a role. */
  facilitatorsPath?: string | null;
}

const patience = 2_500;
const noActs: readonly SelectionAct[] = [];

/**
 * The open note: its title is the h1 of the page, its text is live. One and the same sheet from the copy on this
 * device to what the server knows: were it replaced when the network comes back, keys would fall beside it.
 */
export function NoteSheet(props: NoteSheetProps) {
  const { noteId, known, onRenamed, onRetry, onHandle, selectionActs = noActs, byline } = props;
  const { toolAddress, facilitatorsPath = null } = props;
  const { t } = useTranslation('notes');
  const noteRoom = useNoteRoom(`note:${noteId}`);
  const { room, status } = noteRoom;
  const isLate = useElapsed(patience);
  const kept = readNoteLocalMeta(room?.localMeta);
  const title = known?.note.title ?? kept?.title ?? t('offline.unknownTitle');
  useLocalMeta(noteRoom, known);

  if (known === null && isLate && status.phase === 'opening' && status.connection === 'offline') {
    return <MissingNote onRetry={onRetry} />;
  }
  const heading = known ? (
    <NoteTitle note={known.note} onRenamed={onRenamed} />
  ) : (
    <div>
      {kept ? <p className={styles.caseTitle}>{kept.caseTitle}</p> : null}
      <h1 className={styles.title}>{title}</h1>
    </div>
  );
  const isCopy = known === null && status.connection === 'offline';
  return (
    <Sheet
      noteId={noteId}
      onHandle={onHandle}
      selectionActs={selectionActs}
      byline={byline}
      toolAddress={toolAddress}
      facilitatorsPath={facilitatorsPath}
      noteRoom={noteRoom}
      title={title}
      heading={heading}
      notice={
        isCopy ? (
          <p role="status" className={styles.notice} data-tone="calm">
            <CloudOff aria-hidden="true" />
            {t('offline.banner')}
          </p>
        ) : null
      }
    />
  );
}

/** Keeps what a page reloaded without network shows beside the copy on this device. */
function useLocalMeta(
  { room, status }: ReturnType<typeof useNoteRoom>,
  known: NoteSheetProps['known'],
): void {
  const title = known?.note.title;
  const caseId = known?.note.caseId;
  const caseTitle = known?.caseTitle;
  useEffect(() => {
    if (room === null || status.phase !== 'ready') return;
    if (title === undefined || caseId === undefined || caseTitle === undefined) return;
    room.setLocalMeta({ title, caseId, caseTitle } satisfies NoteLocalMeta);
  }, [room, status.phase, title, caseId, caseTitle]);
}

function MissingNote({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('notes');
  return (
    <section className={styles.closed}>
      <CloudOff aria-hidden="true" />
      <h1 className={styles.closedTitle}>{t('offline.missingTitle')}</h1>
      <p>{t('offline.missingText')}</p>
      <Button variant="primary" icon={<RotateCw />} onPress={onRetry}>
        {t('closed.retry')}
      </Button>
    </section>
  );
}

function useElapsed(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isOver;
}
