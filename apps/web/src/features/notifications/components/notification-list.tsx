import { useState } from 'react';
import { CheckCheck } from 'lucide-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints, type NotificationClass } from '@kring/contracts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { notificationsKey, notificationsQuery } from '../../../lib/queries/notification-queries.ts';
import { useAct } from '../../../lib/use-act.ts';
import { NotificationCard } from './notification-card.tsx';
import { groupNotifications } from './notification-groups.ts';
import styles from './notifications.module.css';

/** What somebody was told, of one class, by place. */
export function NotificationList({ ofClass }: { ofClass: NotificationClass }) {
  const { t } = useTranslation('notifications');
  const query = useInfiniteQuery(notificationsQuery(ofClass));
  const marks = useMarks(ofClass);
  return (
    <QueryView query={query} noAccess={t('noAccess')} lines={6}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Nothing ofClass={ofClass} />;
        const hasUnread = items.some(({ readAt }) => readAt === null);
        const newest = items[0]?.at ?? '';
        return (
          <>
            <div className={styles.acts}>
              {hasUnread ? (
                <Button
                  size="small"
                  icon={<CheckCheck />}
                  isBusy={marks.isBusy}
                  onPress={() => marks.markAll(newest)}
                >
                  {t('markAll')}
                </Button>
              ) : (
                <p className={styles.allRead}>{t('allRead')}</p>
              )}
            </div>
            <ul role="list" className={styles.cards}>
              {groupNotifications(items).map((group) => (
                <NotificationCard key={group.key} group={group} onMark={marks.mark} />
              ))}
            </ul>
            {query.hasNextPage ? (
              <div className={styles.more}>
                <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t('common:more')}
                </Button>
              </div>
            ) : null}
          </>
        );
      }}
    </QueryView>
  );
}

function Nothing({ ofClass }: { ofClass: NotificationClass }) {
  const { t } = useTranslation('notifications');
  const isForMe = ofClass === 'for-me';
  return (
    <EmptyState
      title={t(isForMe ? 'empty.forMe' : 'empty.following')}
      action={isForMe ? null : <ButtonLink to="/cops">{t('empty.cops')}</ButtonLink>}
    >
      {t(isForMe ? 'empty.forMeText' : 'empty.followingText')}
    </EmptyState>
  );
}

function useMarks(ofClass: NotificationClass) {
  const queryClient = useQueryClient();
  const act = useAct();
  const [isBusy, setBusy] = useState(false);
  const renew = () => queryClient.invalidateQueries({ queryKey: notificationsKey });
  return {
    isBusy,
    mark: (ids: string[], isRead: boolean) =>
      void act.run(async () => {
        await call(endpoints.markNotifications, { body: { ids, isRead } });
        await renew();
      }),
    async markAll(upTo: string) {
      setBusy(true);
      await act.run(async () => {
        await call(endpoints.markAllNotifications, { body: { class: ofClass, upTo } });
        await renew();
      });
      setBusy(false);
    },
  };
}
