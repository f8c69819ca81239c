import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { keysForReader, keysForScreen } from './key-names.ts';
import styles from './note-toolbar.module.css';

interface ToolbarButtonProps {
  label: string;
  icon: ReactNode;
  /** As `Mod+Shift+7`. */
  keys?: string;
  /** Given for a button that is on or off. */
  isActive?: boolean;
  isDisabled?: boolean;
  onPress?: () => void;
  /** Shows the label beside the icon. */
  hasWords?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of the toolbar: an icon with a name, and a tooltip that also tells its keys. */
export function ToolbarButton({
  label,
  icon,
  keys,
  isActive,
  isDisabled = false,
  onPress,
  hasWords = false,
  ref,
}: ToolbarButtonProps) {
  const shared = {
    'aria-label': label,
    'aria-keyshortcuts': keys ? keysForReader(keys) : undefined,
    className: hasWords ? `${styles.button} ${styles.withWords}` : styles.button,
    isDisabled,
    ...(ref && { ref }),
    // The caret stays in the text, and with it the keyboard of a phone.
    preventFocusOnPress: true,
  };
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {isActive === undefined ? (
        <Button {...shared} {...(onPress && { onPress })}>
          {icon}
          {hasWords ? label : null}
        </Button>
      ) : (
        <ToggleButton {...shared} isSelected={isActive} onChange={() => onPress?.()}>
          {icon}
        </ToggleButton>
      )}
      <Tooltip className={styles.tooltip} offset={6}>
        {label}
        {keys ? <kbd className={styles.keys}>{keysForScreen(keys)}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
