import { useEffect, useRef } from 'react';
import { ArrowLeft } from 'lucide-react';
import type { Note } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { useHistoryView } from '../use-history-view.ts';
import { AuthorsView } from './authors-view.tsx';
import { ChangesView } from './changes-view.tsx';
import { VersionView } from './version-view.tsx';
import styles from './history.module.css';

interface HistoryViewProps {
  note: Note;
  handle: NoteHandle | null;
}

/** Stands in the place of the note while one looks back. Escape leads back. */
export function HistoryView({ note, handle }: HistoryViewProps) {
  const { t } = useTranslation('history');
  const { show, close } = useHistoryView();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [show]);
  function leave() {
    close();
    document.querySelector<HTMLElement>('[data-panel-button="history"]')?.focus();
  }
  return (
    <section
      className={styles.sheet}
      aria-label={t('view.label')}
      data-history-view=""
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <Button ref={back} icon={<ArrowLeft />} variant="quiet" onPress={leave}>
        {t('view.back')}
      </Button>
      {show === 'authors' ? <AuthorsView noteId={note.id} /> : null}
      {show === 'changes' ? <ChangesView note={note} onDone={leave} /> : null}
      {show && show !== 'authors' && show !== 'changes' ? (
        <VersionView key={show} note={note} versionId={show} handle={handle} onRestored={leave} />
      ) : null}
    </section>
  );
}
