import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { endpoints, type InviteView, type Me } from '@kring/contracts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Actions } from '../../components/dialog.tsx';
import { FormFailure, TextField } from '../../components/fields.tsx';
import { Form } from '../../components/form.tsx';
import { Skeleton } from '../../components/states.tsx';
import { FocusNote, FocusPage } from '../../features/identity/components/focus-page.tsx';
import { toApiError, type ApiError } from '../../lib/api/api-error.ts';
import { call } from '../../lib/api/call.ts';
import { isLinkBroken } from '../../lib/api/link-failure.ts';
import { useAppState } from '../../lib/app-state.tsx';
import { useContractForm } from '../../lib/form.ts';
import { useFragmentToken } from '../../lib/fragment-token.ts';
import { useAct } from '../../lib/use-act.ts';

/** What an invite is for, and accepting it: straight into the CoP. */
export function Component() {
  const { t } = useTranslation('identity');
  const token = useFragmentToken();
  const invite = useQuery({
    queryKey: ['invite', token],
    queryFn: () => call(endpoints.viewInvite, { body: { token: token ?? '' } }),
    enabled: token !== null,
    staleTime: Infinity,
  });
  if (!token) {
    return (
      <FocusPage title={t('invite.title')}>
        <p>{t('invite.missing')}</p>
      </FocusPage>
    );
  }
  if (invite.data) return <Invitation token={token} invite={invite.data} />;
  if (invite.error) {
    return <BrokenInvite failure={toApiError(invite.error)} onRetry={() => void invite.refetch()} />;
  }
  return (
    <FocusPage title={t('invite.loading')}>
      <Skeleton />
    </FocusPage>
  );
}

/** An invite that cannot be opened: used up, or out of reach for a moment. */
function BrokenInvite({ failure, onRetry }: { failure: ApiError; onRetry: () => void }) {
  const { t } = useTranslation('identity');
  if (!isLinkBroken(failure)) {
    return (
      <FocusPage title={t('invite.title')}>
        <FormFailure failure={failure} />
        <div>
          <Button onPress={onRetry}>{t('common:retry')}</Button>
        </div>
      </FocusPage>
    );
  }
  return (
    <FocusPage title={t('invite.failed')}>
      <p>{t('invite.failedText')}</p>
      <p>{t('invite.alreadyIn')}</p>
      <div>
        <ButtonLink variant="primary" to="/sign-in">
          {t('invite.toKring')}
        </ButtonLink>
      </div>
    </FocusPage>
  );
}

function Invitation({ token, invite }: { token: string; invite: InviteView }) {
  const { me } = useAppState();
  if (me && me.email.toLowerCase() !== invite.email.toLowerCase()) {
    return <InviteForSomebodyElse me={me} token={token} invite={invite} />;
  }
  return <AcceptInvite token={token} invite={invite} />;
}

/** The link was opened by somebody who is signed in with another address. */
function InviteForSomebodyElse({ me, token, invite }: { me: Me; token: string; invite: InviteView }) {
  const { t } = useTranslation('identity');
  const { signOut } = useAppState();
  const navigate = useNavigate();
  const act = useAct();

  async function startAnew() {
    await signOut();
    // The frame for people who are not signed in mounts its own page, which reads the token once more.
    await navigate(`/invite#token=${token}`, { replace: true });
  }

  return (
    <FocusPage title={t('invite.heading', { name: invite.invitedBy, cop: invite.cop.name })}>
      <p>{t('invite.otherAddress', { invited: invite.email, name: me.name, email: me.email })}</p>
      <p>{t('invite.otherAddressText')}</p>
      <Actions>
        <Button variant="primary" isBusy={act.isBusy} onPress={() => void act.run(startAnew)}>
          {t('invite.signOutFirst')}
        </Button>
        <ButtonLink to="/">{t('invite.stay', { name: me.name })}</ButtonLink>
      </Actions>
    </FocusPage>
  );
}

function AcceptInvite({ token, invite }: { token: string; invite: InviteView }) {
  const { t } = useTranslation('identity');
  const { signedIn } = useAppState();
  const navigate = useNavigate();
  const [name, setName] = useState(invite.name);
  const [jobTitle, setJobTitle] = useState('');
  const form = useContractForm(endpoints.acceptInvite.body, async (body) => {
    const result = await call(endpoints.acceptInvite, { body });
    await signedIn(result.me);
    await navigate(`/cops/${result.copSlug}`, { replace: true });
  });
  return (
    <FocusPage
      title={t('invite.heading', { name: invite.invitedBy, cop: invite.cop.name })}
      intro={<p>{invite.cop.question}</p>}
    >
      <p>
        {t('invite.asRole')} <strong>{t(`cops:role.${invite.role}`).toLowerCase()}</strong>.{' '}
        {t(`invite.role.${invite.role}`)}
      </p>
      <Form
        form={form}
        submitLabel={t('invite.accept')}
        onSubmit={() => void form.submit(invite.hasAccount ? { token } : { token, name, jobTitle })}
      >
        {invite.hasAccount ? null : (
          <>
            <TextField
              label={t('name')}
              hint={t('nameHint')}
              name="name"
              autoComplete="name"
              value={name}
              onChange={setName}
              problem={form.problemOf('name')}
            />
            <TextField
              label={t('jobTitle')}
              name="job-title"
              autoComplete="organization-title"
              isOptional
              value={jobTitle}
              onChange={setJobTitle}
              problem={form.problemOf('jobTitle')}
            />
          </>
        )}
      </Form>
      <FocusNote>{t('invite.forAddress', { email: invite.email })}</FocusNote>
    </FocusPage>
  );
}
