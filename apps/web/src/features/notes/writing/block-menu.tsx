import type { RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import { ArrowDown, ArrowUp, CopyPlus, Link2, Plus, Trash2 } from 'lucide-react';
import { Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components/Menu';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { AriaLocale } from '../../../components/aria-locale.tsx';
import { keysForScreen } from '../components/key-names.ts';
import type { BlockActs } from './use-block-acts.ts';
import type { Block } from './blocks.ts';
import { canTurn, kindAt, kindIds, kinds } from './kinds.ts';
import styles from './block-menu.module.css';

interface BlockMenuProps {
  editor: Editor;
  block: Block;
  acts: BlockActs;
  trigger: RefObject<Element | null>;
  onClose: () => void;
}

/** Everything one can do with one block. */
export function BlockMenu({ editor, block, acts, trigger, onClose }: BlockMenuProps) {
  const { t } = useTranslation('writing');

  function run(key: string | number) {
    onClose();
    const act = acts.ofMenu[String(key)];
    // The menu gives the focus back to where it came from first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        editor.commands.focus();
        act?.(block);
      }),
    );
  }

  return (
    <AriaLocale>
      <Popover
        triggerRef={trigger}
        isOpen
        placement="bottom start"
        className={styles.popover}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Menu aria-label={t('handle.menu')} autoFocus="first" className={styles.menu} onAction={run}>
          {canTurn(block) ? <TurnInto editor={editor} acts={acts} block={block} onClose={onClose} /> : null}
          <Item id="below" icon={<Plus />} label={t('handle.below')} />
          <Item id="duplicate" icon={<CopyPlus />} label={t('handle.duplicate')} />
          <Item id="copyLink" icon={<Link2 />} label={t('handle.copyLink')} />
          <Separator className={styles.separator} />
          <Item id="up" icon={<ArrowUp />} label={t('handle.up')} keys="Alt+Shift+↑" />
          <Item id="down" icon={<ArrowDown />} label={t('handle.down')} keys="Alt+Shift+↓" />
          <Separator className={styles.separator} />
          <Item id="delete" icon={<Trash2 />} label={t('handle.delete')} isDanger />
        </Menu>
      </Popover>
    </AriaLocale>
  );
}

interface ItemProps {
  id: string;
  icon: React.ReactNode;
  label: string;
  keys?: string | undefined;
  isDanger?: boolean;
}

function Item({ id, icon, label, keys, isDanger = false }: ItemProps) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      className={isDanger ? `${styles.item} ${styles.danger}` : styles.item}
    >
      {icon}
      <span className={styles.label}>{label}</span>
      {keys ? <kbd className={styles.keys}>{keysForScreen(keys)}</kbd> : null}
    </MenuItem>
  );
}

function TurnInto({ editor, block, acts, onClose }: Omit<BlockMenuProps, 'trigger'>) {
  const { t } = useTranslation('writing');
  const now = kindAt(editor);
  return (
    <SubmenuTrigger>
      <MenuItem id="turn" textValue={t('handle.turnInto')} className={styles.item}>
        {now ? iconOf(now) : null}
        <span className={styles.label}>{t('handle.turnInto')}</span>
        <span aria-hidden="true">›</span>
      </MenuItem>
      <Popover className={styles.popover}>
        <Menu
          aria-label={t('handle.turnInto')}
          className={styles.menu}
          selectionMode="single"
          selectedKeys={now ? [now] : []}
          onAction={(key) => {
            const kind = kindIds.find((id) => id === key);
            onClose();
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                editor.commands.focus();
                if (kind) acts.turn(block, kind);
              }),
            );
          }}
        >
          {kindIds.map((id) => (
            <Item key={id} id={id} icon={iconOf(id)} label={t(`block.${id}`)} keys={kinds[id].keys} />
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}

function iconOf(id: keyof typeof kinds) {
  const { Icon } = kinds[id];
  return <Icon aria-hidden="true" />;
}
