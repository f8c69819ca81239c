import { RotateCw, Undo2 } from 'lucide-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpoints, platformEndpoints, type OpenInvite } from '@kring/contracts';
import { Badge } from '../../components/badge.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { ActionMenu } from '../../components/menu.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { openInvitesQuery } from '../../features/platform/open-invites-query.ts';
import { call } from '../../lib/api/call.ts';
import { useFormats } from '../../lib/format.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import styles from './admin.module.css';

/** Invites of all CoPs that nobody has used yet. */
export function Component() {
  const { t } = useTranslation('platform');
  const query = useInfiniteQuery(openInvitesQuery);
  return (
    <>
      <PageHeader title={t('invites.title')} lead={t('invites.lead')} />
      <QueryView query={query} noAccess={t('admin:noAccess')} lines={8}>
        {({ pages }) => {
          const invites = pages.flatMap(({ items }) => items);
          if (invites.length === 0) {
            return <EmptyState title={t('invites.empty')}>{t('invites.emptyText')}</EmptyState>;
          }
          return (
            <LoadMore query={query}>
              <Rows label={t('invites.title')}>
                {invites.map((invite) => (
                  <InviteRow key={invite.id} invite={invite} />
                ))}
              </Rows>
            </LoadMore>
          );
        }}
      </QueryView>
    </>
  );
}

function InviteRow({ invite }: { invite: OpenInvite }) {
  const { t } = useTranslation('platform');
  const formats = useFormats();
  const queryClient = useQueryClient();
  const act = useAct();
  const { email, name, cop, role } = invite;
  const params = { copId: cop.id, inviteId: invite.id };
  const run = (work: () => Promise<unknown>, done: string) =>
    void act.run(async () => {
      try {
        await work();
      } finally {
        await queryClient.invalidateQueries({ queryKey: openInvitesQuery.queryKey });
      }
    }, done);
  const actions = [
    {
      id: 'resend',
      label: t('invites.resend'),
      icon: <RotateCw />,
      run: () => run(() => call(platformEndpoints.resendInvite, { params }), t('invites.resent', { email })),
    },
    {
      id: 'revoke',
      label: t('cops:invites.revoke'),
      icon: <Undo2 />,
      isDanger: true,
      run: () => run(() => call(endpoints.revokeInvite, { params }), t('cops:invites.revoked', { email })),
    },
  ];
  return (
    <Row
      end={
        <>
          {invite.isExpired ? (
            <Badge tone="warning">{t('cops:invites.expired')}</Badge>
          ) : (
            <span className={styles.soft}>
              {t('cops:invites.expires', { date: formats.date(invite.expiresAt) })}
            </span>
          )}
          <ActionMenu label={t('invites.actions', { email })} actions={actions} />
        </>
      }
    >
      <strong>{name ? `${name} (${email})` : email}</strong>
      <p className={styles.soft}>
        <Link to={`/cops/${cop.slug}/members`}>{cop.name}</Link>
        {' · '}
        {t('cops:invites.asRole', { role: t(`cops:role.${role}`).toLowerCase(), name: invite.invitedBy })}
      </p>
    </Row>
  );
}
