import type { ReactNode } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './focus-page.module.css';

/** A page with one thing to do, for people who are not signed in. */
export function FocusPage({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.page}>
      <title>{t('documentTitle', { title })}</title>
      <h1 className={styles.title}>{title}</h1>
      {intro ? <div className={styles.intro}>{intro}</div> : null}
      {children}
    </div>
  );
}

export function FocusNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
