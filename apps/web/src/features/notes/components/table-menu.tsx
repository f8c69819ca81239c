import type { Editor } from '@tiptap/core';
import { Table } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { canRun, groups, runTableAct, type TableAct } from '../writing/table-acts.ts';
import { ToolbarButton } from './toolbar-button.tsx';
import styles from './note-toolbar.module.css';

interface TableMenuProps {
  editor: Editor;
  announce: (text: string) => void;
}

/** Puts in a table, or changes the one that the caret is in. */
export function TableMenu({ editor, announce }: TableMenuProps) {
  const { t } = useTranslation('writing');
  const isInside = editor.isActive('table');

  function run(key: string | number) {
    const act = groups.flatMap(({ acts }) => acts).find((name) => name === key);
    if (act) runTableAct(editor, act);
    else editor.commands.insertTable({ rows: 3, cols: 3, withHeaderRow: true });
    announce(t(act ? `table.told.${act}` : 'table.told.insert'));
    // The menu gives the focus back to its button first.
    requestAnimationFrame(() => requestAnimationFrame(() => editor.commands.focus()));
  }

  const item = (name: TableAct) => (
    <MenuItem key={name} id={name} className={styles.item} textValue={t(`table.${name}`)}>
      {t(`table.${name}`)}
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <ToolbarButton label={t('block.table')} icon={<Table />} />
      <Popover className={styles.popover}>
        <Menu
          aria-label={t('block.table')}
          className={styles.menu}
          disabledKeys={
            isInside ? groups.flatMap(({ acts }) => acts).filter((act) => !canRun(editor, act)) : []
          }
          onAction={run}
        >
          {isInside ? (
            groups.map(({ name, acts }) => (
              <MenuSection key={name}>
                <Header className={styles.heading}>{t(`table.group.${name}`)}</Header>
                {acts.map(item)}
              </MenuSection>
            ))
          ) : (
            <MenuItem id="insert" className={styles.item} textValue={t('table.insert')}>
              {t('table.insert')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
