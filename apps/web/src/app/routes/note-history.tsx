import { lazy, Suspense } from 'react';
import type { Note } from '@kring/contracts';
import { PartBoundary } from '../../components/part-boundary.tsx';
import { useKeepKey } from '../../features/history/use-keep-key.ts';
import type { NoteHandle } from '../../lib/note-handle.ts';

const HistoryView = lazy(async () => ({
  default: (await import('../../features/history/components/history-view.tsx')).HistoryView,
}));
const HistoryWatch = lazy(async () => ({
  default: (await import('../../features/history/components/history-watch.tsx')).HistoryWatch,
}));

interface NoteHistoryProps {
  note: Note;
  /** Null while the text opens. */
  handle: NoteHandle | null;
  /** An earlier text stands in the place of the note. */
  isLookingBack: boolean;
  isReading: boolean;
}

/** Above the text: what became of it since one was here. In its place: what it said before. */
export function NoteHistory({ note, handle, isLookingBack, isReading }: NoteHistoryProps) {
  const writing = isReading ? null : handle;
  const keeping = useKeepKey(writing, note.abilities.includes('version.create'));
  return (
    <PartBoundary isQuiet={!isLookingBack}>
      <Suspense fallback={null}>
        {isLookingBack ? <HistoryView note={note} handle={handle} /> : null}
        {writing ? (
          <div hidden={isLookingBack}>
            <HistoryWatch note={note} handle={writing} keeping={keeping} />
          </div>
        ) : null}
      </Suspense>
    </PartBoundary>
  );
}
