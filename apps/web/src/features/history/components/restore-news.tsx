import type { NoteVersion } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useNames } from '../names.ts';
import { useHistoryView } from '../use-history-view.ts';
import styles from './history.module.css';

/** Tells whoever has the note open that somebody put a version back, and where the text of before is. */
export function RestoreNews({ version, onClose }: { version: NoteVersion; onClose: () => void }) {
  const { t } = useTranslation('history');
  const names = useNames();
  const view = useHistoryView();
  const who = version.createdBy ? names.people([version.createdBy]) : t('restore.somebody');
  return (
    <div className={styles.line} data-restore-news="">
      <p role="status">
        {t('restore.told', {
          name: who,
          version: version.restoredFrom ? names.version(version.restoredFrom) : t('kind.automatic'),
        })}
      </p>
      <Button size="small" onPress={() => view.open(version.id, 'now')}>
        {t('restore.see')}
      </Button>
      <Button size="small" variant="quiet" onPress={onClose}>
        {t('since.close')}
      </Button>
    </div>
  );
}
