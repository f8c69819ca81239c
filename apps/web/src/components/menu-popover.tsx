import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components/Menu';
import { AriaLocale } from './aria-locale.tsx';
import { focusAtOnce } from './focus-at-once.ts';
import type { MenuAction } from './menu.tsx';
import styles from './menu.module.css';

focusAtOnce();

interface MenuPopoverProps {
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  actions: readonly MenuAction[];
  onClose: () => void;
}

/** The open menu of an `ActionMenu`. */
export function MenuPopover({ trigger, label, actions, onClose }: MenuPopoverProps) {
  return (
    <AriaLocale>
      <Popover
        triggerRef={trigger}
        aria-label={label}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom end"
        className={styles.popover}
      >
        <Menu
          aria-label={label}
          autoFocus="first"
          className={styles.menu}
          onClose={onClose}
          onAction={(key) => actions.find((action) => action.id === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className={action.isDanger ? `${styles.item} ${styles.danger}` : styles.item}
            >
              {action.icon}
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </AriaLocale>
  );
}
