import type { Editor } from '@tiptap/core';
import { Table } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { canRun, groups, runTableAct, type TableAct } from '../writing/table-acts.ts';
import { useEditorValue } from '../writing/use-editor-value.ts';
import { ToolbarButton } from './toolbar-button.tsx';
import styles from './note-toolbar.module.css';

interface TableMenuProps {
  editor: Editor;
  /** The caret is in a table. */
  isInside: boolean;
  announce: (text: string) => void;
}

/** Puts in a table, or changes the one that the caret is in. */
export function TableMenu(props: TableMenuProps) {
  const { t } = useTranslation('writing');
  return (
    <MenuTrigger>
      <ToolbarButton label={t('block.table')} icon={<Table />} />
      <Popover className={styles.popover}>
        <TableActs {...props} />
      </Popover>
    </MenuTrigger>
  );
}

/** Only made while the menu is open: what can be done with a table takes a trial of each act. */
function TableActs({ editor, isInside, announce }: TableMenuProps) {
  const { t } = useTranslation('writing');
  useEditorValue(editor, ({ state }) => state);

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
    <Menu
      aria-label={t('block.table')}
      className={styles.menu}
      disabledKeys={isInside ? groups.flatMap(({ acts }) => acts).filter((act) => !canRun(editor, act)) : []}
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
  );
}
