import { Link } from 'react-router';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CopSummary } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { RoleBadge } from './role-badge.tsx';
import styles from './cop-card.module.css';

/** One CoP in the list: its question first. */
export function CopCard({ cop, onJoin }: { cop: CopSummary; onJoin: (cop: CopSummary) => void }) {
  const { t } = useTranslation('cops');
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          <Link to={`/cops/${cop.slug}`}>{cop.name}</Link>
        </h3>
        {cop.myRole ? <RoleBadge role={cop.myRole} /> : null}
        {cop.hasAskedToJoin ? <Badge tone="later">{t('asked')}</Badge> : null}
      </div>
      <p className={styles.question}>{cop.question}</p>
      <p className={styles.facts}>
        {cop.coordinator ? <span>{t('coordinator', { name: cop.coordinator.name })}</span> : null}
        <span>{t('list.members', { count: cop.memberCount })}</span>
        <span>{t('list.cases', { count: cop.caseCount })}</span>
      </p>
      {cop.abilities.includes('cop.join') && !cop.hasAskedToJoin ? (
        <div>
          <Button size="small" aria-label={`${t('join')}: ${cop.name}`} onPress={() => onJoin(cop)}>
            {t('join')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
