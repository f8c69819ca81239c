import type { Editor } from '@tiptap/core';
import {
  Bold,
  ChevronDown,
  Code,
  Highlighter,
  Italic,
  Link,
  RemoveFormatting,
  Strikethrough,
  Subscript,
  Superscript,
  TableCellsMerge,
  TableCellsSplit,
  TableColumnsSplit,
  TableRowsSplit,
  Underline,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { keysForScreen } from '../components/key-names.ts';
import { ToolbarButton } from '../components/toolbar-button.tsx';
import { kindAt, kindIds, kinds, turnInto } from './kinds.ts';
import { useEditorValue } from './use-editor-value.ts';
import menuStyles from './block-menu.module.css';
import styles from './bubble-toolbar.module.css';

interface ButtonsProps {
  editor: Editor;
  announce: (text: string) => void;
}

const marks = [
  { name: 'bold', Icon: Bold, keys: 'Mod+B' },
  { name: 'italic', Icon: Italic, keys: 'Mod+I' },
  { name: 'underline', Icon: Underline, keys: 'Mod+U' },
  { name: 'strike', Icon: Strikethrough, keys: 'Mod+Shift+S' },
  { name: 'code', Icon: Code, keys: 'Mod+E' },
  { name: 'highlight', Icon: Highlighter, keys: 'Mod+Shift+H' },
  { name: 'superscript', Icon: Superscript, keys: 'Mod+.' },
  { name: 'subscript', Icon: Subscript, keys: 'Mod+,' },
] as const;

/** Bold and the like, link, and away with all of it. */
export function MarkButtons({ editor, announce, onLink }: ButtonsProps & { onLink: () => void }) {
  const { t } = useTranslation('writing');
  useEditorValue(editor, ({ state }) => state);
  return (
    <>
      {marks.map(({ name, Icon, keys }) => (
        <ToolbarButton
          key={name}
          label={t(`mark.${name}`)}
          keys={keys}
          icon={<Icon />}
          isActive={editor.isActive(name)}
          onPress={() => {
            editor.commands.toggleMark(name);
            announce(
              t(editor.isActive(name) ? 'notes:toolbar.on' : 'notes:toolbar.off', {
                name: t(`mark.${name}`),
              }),
            );
          }}
        />
      ))}
      <ToolbarButton
        label={t('block.link')}
        keys="Mod+K"
        icon={<Link />}
        isActive={editor.isActive('link')}
        onPress={onLink}
      />
      <ToolbarButton
        label={t('mark.clear')}
        icon={<RemoveFormatting />}
        onPress={() => {
          editor.commands.unsetAllMarks();
          announce(t('mark.clear'));
        }}
      />
    </>
  );
}

/** What the selected blocks are, and what they can be made into. */
export function TurnIntoButton({ editor, announce }: ButtonsProps) {
  const { t } = useTranslation('writing');
  const now = useEditorValue(editor, kindAt);
  if (now === null) return null;
  return (
    <MenuTrigger>
      <Button
        className={styles.kind}
        aria-label={t('bubble.kindNow', { kind: t(`block.${now}`) })}
        preventFocusOnPress
      >
        {t(`block.${now}`)}
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={menuStyles.popover} placement="bottom start">
        <Menu
          aria-label={t('bubble.turnInto')}
          className={menuStyles.menu}
          selectionMode="single"
          selectedKeys={[now]}
          onAction={(key) => {
            const kind = kindIds.find((id) => id === key);
            if (!kind) return;
            turnInto(editor, kind);
            announce(t(`block.${kind}`));
            requestAnimationFrame(() => requestAnimationFrame(() => editor.commands.focus()));
          }}
        >
          {kindIds.map((id) => {
            const { Icon, keys } = kinds[id];
            return (
              <MenuItem key={id} id={id} textValue={t(`block.${id}`)} className={menuStyles.item}>
                <Icon aria-hidden="true" />
                <span className={menuStyles.label}>{t(`block.${id}`)}</span>
                {keys ? <kbd className={menuStyles.keys}>{keysForScreen(keys)}</kbd> : null}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const cellActs = [
  { name: 'merge', Icon: TableCellsMerge, command: 'mergeCells' },
  { name: 'split', Icon: TableCellsSplit, command: 'splitCell' },
  { name: 'headerRow', Icon: TableRowsSplit, command: 'toggleHeaderRow' },
  { name: 'headerColumn', Icon: TableColumnsSplit, command: 'toggleHeaderColumn' },
] as const;

/** For selected cells of a table. */
export function CellButtons({ editor, announce }: ButtonsProps) {
  const { t } = useTranslation('writing');
  useEditorValue(editor, ({ state }) => state);
  return cellActs.map(({ name, Icon, command }) => (
    <ToolbarButton
      key={name}
      label={t(`table.${name}`)}
      icon={<Icon />}
      isDisabled={!editor.can()[command]()}
      onPress={() => {
        editor.commands[command]();
        announce(t(`table.${name}`));
        // Cells that are joined cannot be joined again: the button goes grey, and would take the focus along.
        editor.commands.focus();
      }}
    />
  ));
}
