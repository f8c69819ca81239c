import type { Note } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import type { Keeping } from '../use-keep-key.ts';
import { useRestoreNews } from '../use-restore-news.ts';
import { useVisit } from '../use-visit.ts';
import { NameVersionDialog } from './name-version-dialog.tsx';
import { RestoreNews } from './restore-news.tsx';
import { SinceVisitLine } from './since-visit-line.tsx';

interface HistoryWatchProps {
  note: Note;
  handle: NoteHandle;
  keeping: Keeping;
}

/** What looks back while one writes: changes since one's last visit, a version that was put back or is to be kept. */
export function HistoryWatch({ note, handle, keeping }: HistoryWatchProps) {
  useTranslation('history');
  const [news, forget] = useRestoreNews(note.id, handle.room);
  useVisit(note.id, handle.room);
  return (
    <>
      {news ? <RestoreNews version={news} onClose={forget} /> : <SinceVisitLine noteId={note.id} />}
      {keeping.isNaming ? (
        <NameVersionDialog noteId={note.id} room={handle.room} version={null} onClose={keeping.close} />
      ) : null}
    </>
  );
}
