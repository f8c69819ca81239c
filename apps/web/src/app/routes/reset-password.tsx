import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { endpoints } from '@kring/contracts';
import { TextField } from '../../components/fields.tsx';
import { Form } from '../../components/form.tsx';
import { FocusPage } from '../../features/identity/components/focus-page.tsx';
import { call } from '../../lib/api/call.ts';
import { useAppState } from '../../lib/app-state.tsx';
import { useContractForm } from '../../lib/form.ts';
import { safeNext, useFragmentToken } from '../../lib/fragment-token.ts';

/** Asks for a link to choose a new password, and with such a link chooses it. */
export function Component() {
  const token = useFragmentToken();
  return token ? <ChoosePassword token={token} /> : <RequestReset />;
}

function RequestReset() {
  const { t } = useTranslation('identity');
  const { isDemo } = useAppState();
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const form = useContractForm(endpoints.requestPasswordReset.body, async (body) => {
    await call(endpoints.requestPasswordReset, { body });
    setSent(true);
  });
  if (isSent) {
    return (
      <FocusPage title={t('signIn.sentTitle')} intro={<p role="status">{t('signIn.sentText', { email })}</p>}>
        {isDemo ? <p>{t('signIn.sentDemo')}</p> : null}
        <Link to="/sign-in">{t('reset.back')}</Link>
      </FocusPage>
    );
  }
  return (
    <FocusPage title={t('reset.title')} intro={<p>{t('reset.intro')}</p>}>
      <Form form={form} submitLabel={t('reset.send')} onSubmit={() => void form.submit({ email })}>
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          problem={form.problemOf('email')}
        />
      </Form>
      <Link to="/sign-in">{t('reset.back')}</Link>
    </FocusPage>
  );
}

function ChoosePassword({ token }: { token: string }) {
  const { t } = useTranslation('identity');
  const { signedIn } = useAppState();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const form = useContractForm(endpoints.resetPassword.body, async (body) => {
    const result = await call(endpoints.resetPassword, { body });
    await signedIn(result.me);
    await navigate(safeNext(result.next), { replace: true });
  });
  return (
    <FocusPage title={t('reset.title')} intro={<p>{t('reset.introToken')}</p>}>
      <Form
        form={form}
        submitLabel={t('reset.submit')}
        onSubmit={() => void form.submit({ token, password })}
      >
        <TextField
          label={t('reset.newPassword')}
          hint={t('reset.hint')}
          type="password"
          name="new-password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          problem={form.problemOf('password')}
        />
      </Form>
    </FocusPage>
  );
}
