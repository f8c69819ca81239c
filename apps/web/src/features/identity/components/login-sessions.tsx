import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { QueryView } from '../../../components/states.tsx';
import { call } from '../../../lib/api/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { useAct } from '../../../lib/use-act.ts';
import styles from './login-sessions.module.css';

const loginSessionsQuery = queryOptions({
  queryKey: ['me', 'login-sessions'],
  queryFn: ({ signal }) => call(endpoints.listLoginSessions, {}, signal),
});

/** The own sign-ins that are alive, each with the way to end it. */
export function LoginSessions() {
  const { t } = useTranslation('identity');
  const query = useQuery(loginSessionsQuery);
  const formats = useFormats();
  const act = useAct();

  async function end(loginSessionId: string, device: string) {
    await act.run(
      async () => {
        await call(endpoints.endLoginSession, { params: { loginSessionId } });
        await query.refetch();
      },
      t('me.ended', { device }),
    );
  }

  return (
    <QueryView query={query}>
      {(sessions) =>
        sessions.length === 0 ? (
          <p>{t('me.sessionsEmpty')}</p>
        ) : (
          <Rows label={t('me.sessions')}>
            {sessions.map((session) => (
              <Row
                key={session.id}
                end={
                  session.isCurrent ? null : (
                    <Button
                      size="small"
                      aria-label={`${t('me.end')}: ${session.device}`}
                      onPress={() => void end(session.id, session.device)}
                    >
                      {t('me.end')}
                    </Button>
                  )
                }
              >
                <p>
                  <strong>{session.device}</strong>{' '}
                  {session.isCurrent ? <Badge tone="primary">{t('me.thisDevice')}</Badge> : null}
                </p>
                <p className={styles.when}>
                  {t('me.session', {
                    since: formats.dateTime(session.createdAt),
                    seen: formats.ago(session.lastSeenAt),
                  })}
                </p>
              </Row>
            ))}
          </Rows>
        )
      }
    </QueryView>
  );
}
