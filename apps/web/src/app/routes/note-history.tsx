import type { Note } from '@kring/contracts';
import { useKeepKey } from '../../features/history/use-keep-key.ts';
import type { NoteHandle } from '../../lib/note-handle.ts';
import { lazyPart, Part } from '../../components/part.tsx';

const HistoryView = lazyPart(
  () => import('../../features/history/components/history-view.tsx'),
  'HistoryView',
);
const HistoryWatch = lazyPart(
  () => import('../../features/history/components/history-watch.tsx'),
  'HistoryWatch',
);

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
    <Part tells={isLookingBack ? 'here' : 'nothing'}>
      {isLookingBack ? <HistoryView note={note} handle={handle} /> : null}
      {writing ? (
        <div hidden={isLookingBack}>
          <HistoryWatch note={note} handle={writing} keeping={keeping} />
        </div>
      ) : null}
    </Part>
  );
}
