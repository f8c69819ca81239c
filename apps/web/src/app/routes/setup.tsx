import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { endpoints } from '@kring/contracts';
import { ButtonLink } from '../../components/button.tsx';
import { TextField } from '../../components/fields.tsx';
import { Form } from '../../components/form.tsx';
import { FocusPage } from '../../features/identity/components/focus-page.tsx';
import { call } from '../../lib/api/call.ts';
import { useAppState } from '../../lib/app-state.tsx';
import { useContractForm } from '../../lib/form.ts';
import { currentLanguage } from '../i18n/i18n.ts';

/** Makes the first administrator, with the one-time code of the server. */
export function Component() {
  const { t } = useTranslation('identity');
  const { needsSetup, signedIn } = useAppState();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const form = useContractForm(endpoints.setUp.body, async (body) => {
    const result = await call(endpoints.setUp, { body });
    await signedIn(result.me);
    await navigate('/', { replace: true });
  });
  if (!needsSetup) {
    return (
      <FocusPage title={t('setup.done')} intro={<p>{t('setup.doneText')}</p>}>
        <div>
          <ButtonLink variant="primary" to="/sign-in">
            {t('signIn.title')}
          </ButtonLink>
        </div>
      </FocusPage>
    );
  }
  return (
    <FocusPage title={t('setup.title')} intro={<p>{t('setup.intro')}</p>}>
      <Form
        form={form}
        submitLabel={t('setup.submit')}
        onSubmit={() => void form.submit({ code, name, email, language: currentLanguage() })}
      >
        <TextField
          label={t('setup.code')}
          hint={t('setup.codeHint')}
          name="code"
          autoComplete="one-time-code"
          spellCheck={false}
          value={code}
          onChange={setCode}
          problem={form.problemOf('code')}
        />
        <TextField
          label={t('name')}
          name="name"
          autoComplete="name"
          value={name}
          onChange={setName}
          problem={form.problemOf('name')}
        />
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          problem={form.problemOf('email')}
        />
      </Form>
    </FocusPage>
  );
}
