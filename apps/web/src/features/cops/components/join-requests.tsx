import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Cop, type CopRole, type JoinRequest } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { PersonLine } from '../../../components/person-line.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { Section } from '../../../components/section.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { joinRequestsQuery } from '../../../lib/queries/cop-queries.ts';
import { RoleDialog } from './role-dialog.tsx';
import styles from './cop-members.module.css';

/** People who would like to join, for a facilitator to decide. Shows nothing when nobody asks. */
export function JoinRequests({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const { data: requests = [] } = useQuery(joinRequestsQuery(cop.id));
  const [accepting, setAccepting] = useState<JoinRequest | null>(null);
  const [declining, setDeclining] = useState<JoinRequest | null>(null);

  async function decide(
    request: JoinRequest,
    body: { decision: 'accept'; role: CopRole } | { decision: 'decline' },
  ) {
    try {
      await call(endpoints.decideJoinRequest, { params: { copId: cop.id, joinRequestId: request.id }, body });
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['cops'] });
      await queryClient.invalidateQueries({ queryKey: ['home'] });
    }
    const { name } = request.person;
    showToast(
      body.decision === 'accept' ? t('requests.accepted', { name }) : t('requests.declined', { name }),
    );
  }

  if (requests.length === 0 && !accepting && !declining) return null;
  return (
    <Section title={t('requests.title')}>
      <Rows label={t('requests.title')}>
        {requests.map((request) => (
          <Row
            key={request.id}
            end={
              <>
                <Button
                  size="small"
                  aria-label={`${t('requests.accept')}: ${request.person.name}`}
                  onPress={() => setAccepting(request)}
                >
                  {t('requests.accept')}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`${t('requests.decline')}: ${request.person.name}`}
                  onPress={() => setDeclining(request)}
                >
                  {t('requests.decline')}
                </Button>
              </>
            }
          >
            <PersonLine person={request.person} />
            <p className={styles.motivation}>{request.motivation || t('requests.noMotivation')}</p>
          </Row>
        ))}
      </Rows>
      {accepting ? (
        <RoleDialog
          title={t('requests.acceptTitle', { name: accepting.person.name })}
          initial="participant"
          submitLabel={t('requests.accept')}
          onClose={() => setAccepting(null)}
          onChoose={(role) => decide(accepting, { decision: 'accept', role })}
        />
      ) : null}
      <ConfirmDialog
        title={t('requests.declineTitle', { name: declining?.person.name ?? '' })}
        confirmLabel={t('requests.decline')}
        isDanger
        isOpen={declining !== null}
        onClose={() => setDeclining(null)}
        onConfirm={async () => {
          if (declining) await decide(declining, { decision: 'decline' });
        }}
      >
        <p>{t('requests.declineText', { name: declining?.person.name ?? '' })}</p>
      </ConfirmDialog>
    </Section>
  );
}
