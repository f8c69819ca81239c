import { BookOpen, PencilLine } from 'lucide-react';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useReadView } from '../hooks/use-read-view.ts';
import styles from './note-sheet.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const ReadingButtons = lazyPart(() => import('./reading-buttons.tsx'), 'ReadingButtons');

/** Shows the note as a published page, and back. */
export function ViewSwitch({ noteId, mayWrite }: { noteId: string; mayWrite: boolean }) {
  const { t } = useTranslation('notes');
  const [isReading, setReading] = useReadView();
  return (
    <span className={styles.view}>
      {isReading ? (
        <Part tells="nothing">
          <ReadingButtons noteId={noteId} />
        </Part>
      ) : null}
      <Button
        variant="quiet"
        size="small"
        icon={isReading ? <PencilLine /> : <BookOpen />}
        onPress={() => setReading(!isReading)}
      >
        {t(isReading ? (mayWrite ? 'view.write' : 'view.leave') : 'view.read')}
      </Button>
    </span>
  );
}
