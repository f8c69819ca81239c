import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Cop } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { Section } from '../../../components/section.tsx';
import { QueryView } from '../../../components/states.tsx';
import { call } from '../../../lib/api/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { useAct } from '../../../lib/use-act.ts';
import { invitesQuery } from '../../../lib/queries/cop-queries.ts';
import styles from './cop-members.module.css';

/** Invites that nobody has used yet. */
export function CopInvites({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const query = useQuery(invitesQuery(cop.id));
  const formats = useFormats();
  const act = useAct();

  async function revoke(inviteId: string, email: string) {
    await act.run(
      async () => {
        await call(endpoints.revokeInvite, { params: { copId: cop.id, inviteId } });
        await query.refetch();
      },
      t('invites.revoked', { email }),
    );
  }

  return (
    <Section title={t('invites.title')}>
      <QueryView query={query}>
        {(invites) =>
          invites.length === 0 ? (
            <p className={styles.soft}>{t('invites.empty')}</p>
          ) : (
            <Rows label={t('invites.title')}>
              {invites.map((invite) => (
                <Row
                  key={invite.id}
                  end={
                    <>
                      {invite.isExpired ? (
                        <Badge tone="warning">{t('invites.expired')}</Badge>
                      ) : (
                        <span className={styles.soft}>
                          {t('invites.expires', { date: formats.date(invite.expiresAt) })}
                        </span>
                      )}
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={`${t('invites.revoke')}: ${invite.email}`}
                        onPress={() => void revoke(invite.id, invite.email)}
                      >
                        {t('invites.revoke')}
                      </Button>
                    </>
                  }
                >
                  <strong>{invite.name ? `${invite.name} (${invite.email})` : invite.email}</strong>
                  <p className={styles.soft}>
                    {t('invites.asRole', {
                      role: t(`role.${invite.role}`).toLowerCase(),
                      name: invite.invitedBy,
                    })}
                  </p>
                </Row>
              ))}
            </Rows>
          )
        }
      </QueryView>
    </Section>
  );
}
