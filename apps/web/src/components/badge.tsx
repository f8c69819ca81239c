import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'neutral' | 'primary' | 'live' | 'review' | 'later' | 'warning' | 'success' | 'danger';

/** A short state in words; the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
