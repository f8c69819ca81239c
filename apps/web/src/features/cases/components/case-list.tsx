import { Archive, FlaskConical } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CaseSummary } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { VisibilityLabel } from '../../../components/visibility-label.tsx';
import { useFormats } from '../../../lib/format.ts';
import { CaseStatusBadge } from './case-status-badge.tsx';
import styles from './case-list.module.css';

interface CaseListProps {
  cases: readonly CaseSummary[];
  showsCop?: boolean;
  /** One deeper than the heading above the list. */
  level?: 2 | 3;
}

/** Cases under each other, each with its question. */
export function CaseList({ cases, showsCop = false, level = 3 }: CaseListProps) {
  return (
    <ul role="list" className={styles.list}>
      {cases.map((item) => (
        <CaseItem key={item.id} item={item} showsCop={showsCop} level={level} />
      ))}
    </ul>
  );
}

function CaseItem({ item, showsCop, level }: { item: CaseSummary; showsCop: boolean; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const { t } = useTranslation('cases');
  const formats = useFormats();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Heading className={styles.title}>
          <Link to={`/cases/${item.id}`}>{item.title}</Link>
        </Heading>
        <CaseStatusBadge status={item.status} />
        {item.archivedAt ? <Badge icon={<Archive aria-hidden="true" />}>{t('archived')}</Badge> : null}
        {item.isExample ? (
          <Badge tone="warning" icon={<FlaskConical aria-hidden="true" />}>
            {t('example')}
          </Badge>
        ) : null}
      </div>
      {item.question ? <p className={styles.question}>{item.question}</p> : null}
      <p className={styles.facts}>
        {showsCop ? <span>{item.cop.name}</span> : null}
        <span>{t('heldBy', { name: item.holder.name })}</span>
        {item.region ? <span>{item.region}</span> : null}
        {item.themes.length > 0 ? (
          <span>
            <span className="visually-hidden">{t('themes')}: </span>
            {item.themes.map((theme) => t(`theme.${theme}`)).join(', ')}
          </span>
        ) : null}
        <span>{t('notes', { count: item.noteCount })}</span>
        <span>{t('changed', { when: formats.ago(item.updatedAt) })}</span>
        <VisibilityLabel visibility={item.visibility} />
      </p>
    </li>
  );
}
