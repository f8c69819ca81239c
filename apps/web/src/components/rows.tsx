import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** A list of things under each other, separated by lines. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul role="list" aria-label={label} className={styles.rows}>
      {children}
    </ul>
  );
}

export function Row({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <li className={styles.row}>
      <div className={styles.main}>{children}</div>
      {end ? <div className={styles.end}>{end}</div> : null}
    </li>
  );
}
