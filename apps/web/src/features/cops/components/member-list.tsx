import { useState } from 'react';
import { UserRoundCog, UserRoundMinus } from 'lucide-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints, type Cop, type CopMember } from '@kring/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { PersonLine } from '../../../components/person-line.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { QueryView } from '../../../components/states.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { memberPagesQuery } from '../../../lib/queries/cop-queries.ts';
import { RoleBadge } from './role-badge.tsx';
import { RoleDialog } from './role-dialog.tsx';
import styles from './cop-members.module.css';

/** The members of a CoP, with what a facilitator may do to each. */
export function MemberList({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const query = useInfiniteQuery(memberPagesQuery(cop.id));
  const formats = useFormats();
  const [changing, setChanging] = useState<CopMember | null>(null);
  const [removing, setRemoving] = useState<CopMember | null>(null);
  const canManage = cop.abilities.includes('cop.manage-members');
  return (
    <QueryView query={query} noAccess={t('noAccess')} lines={6}>
      {({ pages }) => (
        <LoadMore query={query}>
          {pages[0]?.items.length === 0 ? <p className={styles.soft}>{t('members.empty')}</p> : null}
          <Rows label={t('members.title')}>
            {pages
              .flatMap(({ items }) => items)
              .map((member) => (
                <Row
                  key={member.person.id}
                  end={
                    <>
                      <span className={styles.soft}>
                        {t('members.since', { date: formats.date(member.since) })}
                      </span>
                      <RoleBadge role={member.role} />
                      {canManage && !member.isMe ? (
                        <ActionMenu
                          label={t('members.actions', { name: member.person.name })}
                          actions={[
                            {
                              id: 'role',
                              label: t('members.changeRole'),
                              icon: <UserRoundCog />,
                              run: () => setChanging(member),
                            },
                            {
                              id: 'remove',
                              label: t('members.remove'),
                              icon: <UserRoundMinus />,
                              isDanger: true,
                              run: () => setRemoving(member),
                            },
                          ]}
                        />
                      ) : null}
                    </>
                  }
                >
                  <PersonLine
                    person={member.person}
                    to={cop.myRole ? `/people/${member.person.id}` : undefined}
                    after={member.isMe ? <span className={styles.soft}> ({t('common:you')})</span> : null}
                  />
                </Row>
              ))}
          </Rows>
          <ChangeRole cop={cop} member={changing} onClose={() => setChanging(null)} />
          <RemoveMember cop={cop} member={removing} onClose={() => setRemoving(null)} />
        </LoadMore>
      )}
    </QueryView>
  );
}

interface MemberActProps {
  cop: Cop;
  member: CopMember | null;
  onClose: () => void;
}

function ChangeRole({ cop, member, onClose }: MemberActProps) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  if (!member) return null;
  const { person } = member;
  return (
    <RoleDialog
      title={t('members.changeRoleTitle', { name: person.name })}
      initial={member.role}
      onClose={onClose}
      onChoose={async (role) => {
        await call(endpoints.changeMemberRole, {
          params: { copId: cop.id, personId: person.id },
          body: { role },
        });
        await queryClient.invalidateQueries({ queryKey: ['cops'] });
        showToast(t('members.roleChanged', { name: person.name, role: t(`role.${role}`).toLowerCase() }));
      }}
    />
  );
}

function RemoveMember({ cop, member, onClose }: MemberActProps) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const name = member?.person.name ?? '';
  return (
    <ConfirmDialog
      title={t('members.removeTitle', { name, cop: cop.name })}
      confirmLabel={t('members.removeConfirm', { name })}
      isDanger
      isOpen={member !== null}
      onClose={onClose}
      onConfirm={async () => {
        if (!member) return;
        await call(endpoints.removeMember, { params: { copId: cop.id, personId: member.person.id } });
        await queryClient.invalidateQueries({ queryKey: ['cops'] });
        showToast(t('members.removed', { name }));
      }}
    >
      <p>{t('members.removeText', { name })}</p>
    </ConfirmDialog>
  );
}
