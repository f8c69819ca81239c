import { useEffect, useState } from 'react';
import type { Note } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { useRestoreNews } from '../use-restore-news.ts';
import { useVisit } from '../use-visit.ts';
import { NameVersionDialog } from './name-version-dialog.tsx';
import { RestoreNews } from './restore-news.tsx';
import { SinceVisitLine } from './since-visit-line.tsx';

/** What looks back while one writes: changes since one's last visit, a version that was put back, and the key that keeps one. */
export function HistoryWatch({ note, handle }: { note: Note; handle: NoteHandle }) {
  useTranslation('history');
  const [isNaming, setNaming] = useState(false);
  const [news, forget] = useRestoreNews(note.id, handle.room);
  useVisit(note.id, handle.room);
  const canKeep = note.abilities.includes('version.create');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      // The browser would save the page as a file, which is of use to nobody.
      event.preventDefault();
      if (canKeep) setNaming(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [canKeep]);
  return (
    <>
      {news ? <RestoreNews version={news} onClose={forget} /> : <SinceVisitLine noteId={note.id} />}
      {isNaming ? (
        <NameVersionDialog
          noteId={note.id}
          room={handle.room}
          version={null}
          onClose={() => {
            setNaming(false);
            handle.editor.commands.focus();
          }}
        />
      ) : null}
    </>
  );
}
