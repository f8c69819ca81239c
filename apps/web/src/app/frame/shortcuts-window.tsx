import { useState } from 'react';
import { DialogWindow } from '../../components/dialog-window.tsx';
import { hasSingleKeys, setSingleKeys } from '../../lib/global-keys.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import styles from './shortcuts-window.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const shortcuts = [
  [isApple ? '⌘K' : 'Ctrl+K', 'keys.palette'],
  ['?', 'keys.list'],
  ['Esc', 'keys.close'],
  ['Tab', 'keys.next'],
] as const;

/** The keys that work on every page, and the switch for those that are a key alone. */
export function ShortcutsWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search');
  const [isOn, setOn] = useState(hasSingleKeys);
  return (
    <DialogWindow title={t('keys.title')} isOpen onClose={onClose}>
      <dl className={styles.keys}>
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('keys.inNotes')}</p>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            setSingleKeys(target.checked);
            setOn(target.checked);
          }}
        />
        {t('keys.single')}
      </label>
    </DialogWindow>
  );
}
