import type { ReactNode } from 'react';
import styles from './part.module.css';

/** One part of what a cell shows, under its own heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}
