import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import styles from './page-header.module.css';

export interface Crumb {
  readonly label: string;
  /** Left out for the page itself. */
  readonly to?: string;
}

/** Where this page stands: CoP > casus > notitie. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const { t } = useTranslation('common');
  return (
    <nav aria-label={t('breadcrumbs')} className={styles.crumbs}>
      <ol role="list">
        {items.map((item) => (
          <li key={item.to ?? item.label}>
            {item.to ? <Link to={item.to}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageHeaderProps {
  title: string;
  crumbs?: readonly Crumb[];
  /** A question or sentence under the title, set in the document font. */
  lead?: string;
  /** Facts about the thing: status, visibility, people. */
  meta?: ReactNode;
  /** The one primary action, and at most one beside it. */
  action?: ReactNode;
  /** What is needed now and then: beside the title where the actions take a line of their own. */
  menu?: ReactNode;
}

/** The head of every page: title of the document, breadcrumb, the one h1 and the one primary action. */
export function PageHeader({ title, crumbs, lead, meta, action, menu }: PageHeaderProps) {
  const { t } = useTranslation('common');
  return (
    <header className={styles.header}>
      <title>{t('documentTitle', { title })}</title>
      {crumbs ? <Breadcrumbs items={crumbs} /> : null}
      <div className={styles.row}>
        <h1 className={styles.title}>{title}</h1>
        {action || menu ? (
          <div className={styles.end}>
            {action ? <div className={styles.action}>{action}</div> : null}
            {menu ? <div className={styles.menu}>{menu}</div> : null}
          </div>
        ) : null}
      </div>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {meta ? <div className={styles.meta}>{meta}</div> : null}
    </header>
  );
}
