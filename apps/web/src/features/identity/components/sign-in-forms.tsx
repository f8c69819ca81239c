import { useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, requestLinkInputSchema, type Me } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';

interface LinkSignInProps {
  email: string;
  onEmail: (email: string) => void;
  next: string;
  onSent: () => void;
  onPassword: () => void;
}

/** The first way in: a link by mail. */
export function LinkSignIn({ email, onEmail, next, onSent, onPassword }: LinkSignInProps) {
  const { t } = useTranslation('identity');
  const form = useContractForm(requestLinkInputSchema, async (body) => {
    await call(endpoints.requestSignInLink, { body });
    onSent();
  });
  return (
    <Form
      form={form}
      submitLabel={t('signIn.sendLink')}
      onSubmit={() => void form.submit({ email, next })}
      aside={
        <Button variant="quiet" onPress={onPassword}>
          {t('signIn.withPassword')}
        </Button>
      }
    >
      <TextField
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={onEmail}
        problem={form.problemOf('email')}
      />
    </Form>
  );
}

interface PasswordSignInProps {
  email: string;
  onEmail: (email: string) => void;
  onSignedIn: (result: { me: Me }) => Promise<void>;
  onLink: () => void;
}

/** The other way in. */
export function PasswordSignIn({ email, onEmail, onSignedIn, onLink }: PasswordSignInProps) {
  const { t } = useTranslation('identity');
  const [password, setPassword] = useState('');
  const form = useContractForm(endpoints.signInWithPassword.body, async (body) => {
    await onSignedIn(await call(endpoints.signInWithPassword, { body }));
  });
  return (
    <Form
      form={form}
      submitLabel={t('signIn.submit')}
      onSubmit={() => void form.submit({ email, password })}
      aside={
        <Button variant="quiet" onPress={onLink}>
          {t('signIn.withLink')}
        </Button>
      }
    >
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={onEmail}
        problem={form.problemOf('email')}
      />
      <TextField
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        problem={form.problemOf('password')}
      />
    </Form>
  );
}
