import { Settings2 } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { FollowsList } from '../../features/notifications/components/follows-list.tsx';
import { NotificationList } from '../../features/notifications/components/notification-list.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { unreadQuery } from '../../lib/queries/notification-queries.ts';

/** What is asked of somebody, and what changed in what they follow. */
export function Component() {
  const { t } = useTranslation('notifications');
  const [search, setSearch] = useSearchParams();
  const { data: unread } = useQuery(unreadQuery);
  const selected = search.get('tab') === 'following' ? 'following' : 'for-me';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          <ButtonLink icon={<Settings2 />} to="/me#notifications">
            {t('settings')}
          </ButtonLink>
        }
      />
      <Tabs
        label={t('tabs.label')}
        selected={selected}
        onSelect={(tab) =>
          setSearch(tab === 'following' ? { tab } : {}, { replace: true, state: { keepFocus: true } })
        }
        items={[
          {
            id: 'for-me',
            label: t('tabs.forMe'),
            count: unread?.forMe,
            content: <NotificationList key="for-me" ofClass="for-me" />,
          },
          {
            id: 'following',
            label: t('tabs.following'),
            count: unread?.following,
            content: (
              <>
                <NotificationList key="following" ofClass="following" />
                <FollowsList />
              </>
            ),
          },
        ]}
      />
    </>
  );
}
