import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpoints, type Follow } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { followsQuery } from '../../../lib/queries/notification-queries.ts';
import { useAct } from '../../../lib/use-act.ts';
import styles from './notifications.module.css';

/** What somebody follows, and the way out of each. */
export function FollowsList() {
  const { t } = useTranslation('notifications');
  const { data } = useQuery(followsQuery);
  if (!data || data.length === 0) return null;
  return (
    <details className={styles.follows}>
      <summary>{t('follows.title', { count: data.length })}</summary>
      <p className={styles.hint}>{t('follows.hint')}</p>
      <Rows label={t('follows.title', { count: data.length })}>
        {data.map((follow) => (
          <Row key={`${follow.target} ${follow.id}`} end={<Stop follow={follow} />}>
            <Link to={pathOf(follow)}>{follow.title}</Link>
            <span className={styles.hint}>
              {` ${t(`follows.${follow.target}`)}${follow.isAutomatic ? `, ${t('follows.automatic')}` : ''}`}
            </span>
          </Row>
        ))}
      </Rows>
    </details>
  );
}

function Stop({ follow }: { follow: Follow }) {
  const { t } = useTranslation('notifications');
  const queryClient = useQueryClient();
  const act = useAct();
  async function stop() {
    const { target, id } = follow;
    const body = { isFollowing: false };
    if (target === 'cop') await call(endpoints.followCop, { params: { copId: id }, body });
    else if (target === 'case') await call(endpoints.followCase, { params: { caseId: id }, body });
    else await call(endpoints.followNote, { params: { noteId: id }, body });
    await queryClient.invalidateQueries({ queryKey: followsQuery.queryKey });
  }
  return (
    <Button
      size="small"
      isBusy={act.isBusy}
      aria-label={t('follows.stop', { title: follow.title })}
      onPress={() => void act.run(stop, t('common:follow.stopped'))}
    >
      {t('common:follow.stop')}
    </Button>
  );
}

function pathOf({ target, id, copSlug, caseId }: Follow): string {
  if (target === 'cop') return `/cops/${copSlug}`;
  return target === 'case' ? `/cases/${id}` : `/cases/${caseId ?? ''}/notes/${id}`;
}
