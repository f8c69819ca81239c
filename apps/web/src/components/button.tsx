import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  variant?: ButtonVariant;
  size?: 'medium' | 'small';
  icon?: ReactNode;
}

interface PressProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className' | 'style' | 'disabled' | 'onClick'
> {
  onPress?: () => void;
  isDisabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

interface ButtonProps extends PressProps, Look {
  /** Shows that the act is under way; the button stays focusable and takes no second press. */
  isBusy?: boolean;
}

export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  isBusy = false,
  isDisabled = false,
  type = 'button',
  onPress,
  children,
  ...props
}: ButtonProps) {
  function handleClick(event: MouseEvent) {
    if (isBusy) event.preventDefault();
    else onPress?.();
  }
  return (
    <button
      {...props}
      type={type}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      data-pending={isBusy || undefined}
      className={look(variant, size)}
      onClick={handleClick}
    >
      {isBusy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export function ButtonLink({
  variant = 'secondary',
  size = 'medium',
  icon,
  children,
  ...props
}: Omit<LinkProps, 'className'> & Look) {
  return (
    <Link {...props} className={look(variant, size)}>
      {icon}
      {children}
    </Link>
  );
}

/** A button with an icon alone; `label` is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  isDisabled = false,
  onPress,
  ...props
}: PressProps & { label: string; icon: ReactNode }) {
  return (
    <button
      type="button"
      {...props}
      disabled={isDisabled}
      aria-label={label}
      title={label}
      className={`${look('quiet', 'medium')} ${styles.iconOnly}`}
      onClick={() => onPress?.()}
    >
      {icon}
    </button>
  );
}

function look(variant: ButtonVariant, size: 'medium' | 'small'): string {
  return [styles.button, styles[variant], size === 'small' ? styles.small : ''].join(' ');
}
