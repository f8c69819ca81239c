import { UserRoundPlus } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Cop } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { Section } from '../../../components/section.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useDialogParam } from '../../../lib/use-dialog-param.ts';
import { CopInvites } from './cop-invites.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { JoinRequests } from './join-requests.tsx';
import { MemberList } from './member-list.tsx';

/** The people of a CoP; for facilitators also who was invited and who would like to join. */
export function CopMembers({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const [isInviting, setInviting] = useDialogParam('invite');
  if (!cop.abilities.includes('cop.read-members')) {
    return <EmptyState title={t('members.hidden')}>{t('members.hiddenText')}</EmptyState>;
  }
  const canInvite = cop.abilities.includes('cop.invite');
  return (
    <>
      {cop.abilities.includes('cop.manage-members') ? <JoinRequests cop={cop} /> : null}
      <Section
        title={t('members.title')}
        action={
          canInvite ? (
            <Button icon={<UserRoundPlus />} onPress={() => setInviting(true)}>
              {t('members.invite')}
            </Button>
          ) : null
        }
      >
        <MemberList cop={cop} />
      </Section>
      {canInvite ? <CopInvites cop={cop} /> : null}
      <InviteDialog cop={cop} isOpen={isInviting} onClose={() => setInviting(false)} />
    </>
  );
}
