import { useId, type ReactNode, type Ref } from 'react';
import styles from './section.module.css';

/** A part of a page with its own heading and at most one act beside it. */
export function Section({
  title,
  anchor,
  ref,
  action,
  children,
}: {
  title: string;
  /** Where links to this part go: `#anchor`. */
  anchor?: string;
  ref?: Ref<HTMLElement>;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section ref={ref} id={anchor} aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
