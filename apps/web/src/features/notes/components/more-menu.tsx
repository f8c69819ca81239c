import type { RefObject } from 'react';
import { Blocks, Ellipsis, FileDown, Keyboard, Printer, Search } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useMarkdownDownload } from '../hooks/use-markdown-download.ts';
import { keysForScreen } from './key-names.ts';
import { ToolbarButton } from './toolbar-button.tsx';
import styles from './note-toolbar.module.css';

interface MoreMenuProps {
  noteId: string;
  ref: RefObject<HTMLButtonElement | null>;
  onFind: () => void;
  onBlockMenu: () => void;
  onKeys: () => void;
}

const items = [
  { id: 'find', Icon: Search, keys: 'Mod+F' },
  { id: 'block', Icon: Blocks, keys: 'Mod+/' },
  { id: 'keys', Icon: Keyboard, keys: undefined },
  { id: 'print', Icon: Printer, keys: undefined },
  { id: 'markdown', Icon: FileDown, keys: undefined },
] as const;

/** What is needed now and then; on a touch screen the way to the menu of a block. */
export function MoreMenu({ noteId, ref, onFind, onBlockMenu, onKeys }: MoreMenuProps) {
  const { t } = useTranslation('writing');
  const acts: Record<string, () => void> = {
    find: onFind,
    block: onBlockMenu,
    keys: onKeys,
    print: () => window.print(),
    markdown: useMarkdownDownload(noteId),
  };
  return (
    <MenuTrigger>
      <ToolbarButton ref={ref} label={t('more.label')} icon={<Ellipsis />} />
      <Popover className={styles.popover}>
        <Menu
          aria-label={t('more.label')}
          className={styles.menu}
          onAction={(key) => {
            // The menu gives the focus back to its button first.
            requestAnimationFrame(() => requestAnimationFrame(() => acts[String(key)]?.()));
          }}
        >
          {items.map(({ id, Icon, keys }) => (
            <MenuItem key={id} id={id} className={styles.item} textValue={t(`more.${id}`)}>
              <Icon aria-hidden="true" />
              <span className={styles.itemLabel}>{t(`more.${id}`)}</span>
              {keys ? <kbd className={styles.keys}>{keysForScreen(keys)}</kbd> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
