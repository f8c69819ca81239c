import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { keysForScreen } from './key-names.ts';
import styles from './keys-dialog.module.css';

const typed = [
  ['/', 'keys.insert'],
  ['#', 'notes:toolbar.heading1'],
  ['##', 'notes:toolbar.heading2'],
  ['###', 'notes:toolbar.heading3'],
  ['-', 'notes:toolbar.bulletList'],
  ['1.', 'notes:toolbar.orderedList'],
  ['- [ ]', 'notes:toolbar.taskList'],
  ['>', 'notes:toolbar.blockquote'],
  ['-- …', 'keys.source'],
  [':::', 'keys.callout'],
  [':::vraag', 'keys.calloutKind'],
  ['```', 'notes:blocks.codeBlock'],
  ['|--', 'notes:toolbar.table'],
  ['---', 'notes:toolbar.divider'],
] as const;

const inline = [
  ['**…**', 'notes:toolbar.bold'],
  ['*…*', 'notes:toolbar.italic'],
  ['~~…~~', 'notes:toolbar.strike'],
  ['`…`', 'notes:toolbar.code'],
  ['==…==', 'notes:blocks.highlight'],
] as const;

const pressed = [
  ['Mod+B', 'notes:toolbar.bold'],
  ['Mod+I', 'notes:toolbar.italic'],
  ['Mod+U', 'notes:toolbar.underline'],
  ['Mod+Shift+S', 'notes:toolbar.strike'],
  ['Mod+E', 'notes:toolbar.code'],
  ['Mod+Shift+H', 'notes:blocks.highlight'],
  ['Mod+.', 'notes:blocks.superscript'],
  ['Mod+,', 'notes:blocks.subscript'],
  ['Mod+K', 'keys.link'],
  ['Mod+Alt+0', 'keys.toText'],
  ['Mod+Alt+1', 'notes:toolbar.heading1'],
  ['Mod+Alt+2', 'notes:toolbar.heading2'],
  ['Mod+Alt+3', 'notes:toolbar.heading3'],
  ['Mod+Shift+8', 'notes:toolbar.bulletList'],
  ['Mod+Shift+7', 'notes:toolbar.orderedList'],
  ['Mod+Shift+9', 'notes:toolbar.taskList'],
  ['Mod+Shift+B', 'notes:toolbar.blockquote'],
  ['Mod+Alt+C', 'notes:blocks.codeBlock'],
  ['Tab', 'keys.nest'],
  ['Shift+Tab', 'keys.unnest'],
  ['Mod+Enter', 'keys.tick'],
  ['Enter', 'keys.change'],
  ['Alt+Shift+←', 'keys.narrower'],
  ['Alt+Shift+→', 'keys.wider'],
  ['Mod+Shift+V', 'keys.plainPaste'],
  ['Backspace', 'keys.undoRule'],
  ['Shift+Enter', 'keys.lineBreak'],
  ['Mod+S', 'keys.keepVersion'],
  ['Mod+Z', 'keys.undo'],
  ['Mod+Y', 'keys.redo'],
  ['Alt+Shift+↑', 'keys.moveUp'],
  ['Alt+Shift+↓', 'keys.moveDown'],
  ['Mod+/', 'keys.blockMenu'],
  ['Shift+F10', 'keys.blockMenu'],
  ['Mod+Alt+M', 'keys.comment'],
  ['Mod+Alt+N', 'keys.nextThread'],
  ['Mod+Alt+P', 'keys.previousThread'],
  ['Mod+F', 'keys.find'],
  ['Mod+H', 'keys.replace'],
  ['Shift+→', 'keys.cells'],
  ['Alt+F10', 'keys.toolbar'],
  ['Esc', 'keys.leave'],
  ['Shift+Tab', 'keys.section'],
] as const;

/** Everything that can be done without a mouse. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('writing');
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      <p>{t('keys.intro')}</p>
      <KeyList title={t('keys.typed')} rows={typed.map(([key, name]) => [key, t(name)])} />
      <KeyList title={t('keys.inline')} rows={inline.map(([key, name]) => [key, t(name)])} />
      <KeyList title={t('keys.pressed')} rows={pressed.map(([key, name]) => [keysForScreen(key), t(name)])} />
    </Dialog>
  );
}

function KeyList({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {rows.map(([key, name]) => (
          <div key={`${key} ${name}`} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
