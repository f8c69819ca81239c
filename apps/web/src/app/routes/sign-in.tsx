import { useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import type { Me } from '@kring/contracts';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/fields.tsx';
import { FocusNote, FocusPage } from '../../features/identity/components/focus-page.tsx';
import { LinkSignIn, PasswordSignIn } from '../../features/identity/components/sign-in-forms.tsx';
import { useSignInLink } from '../../features/identity/api/use-sign-in-link.ts';
import { useAppState } from '../../lib/app-state.tsx';
import { safeNext, useFragmentToken } from '../../lib/fragment-token.ts';
import { Splash } from '../frame/splash.tsx';

/** Signing in: by a mailed link first, by password as the other way. */
export function Component() {
  const { t } = useTranslation('identity');
  const { me, isDemo, signedIn } = useAppState();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [step, setStep] = useState<'link' | 'password' | 'sent'>('link');
  const next = safeNext(search.get('next'));
  const token = useFragmentToken();
  const link = useSignInLink(token, (result) => void enter(result.me, safeNext(result.next)));

  async function enter(person: Me, to: string) {
    await signedIn(person);
    await navigate(to, { replace: true });
  }

  if (link.isWorking) {
    return (
      <>
        <h1 className="visually-hidden">{t('signIn.working')}</h1>
        <Splash />
      </>
    );
  }
  if (me) return <Navigate to={next} replace />;
  if (step === 'sent') {
    return (
      <FocusPage title={t('signIn.sentTitle')} intro={<p role="status">{t('signIn.sentText', { email })}</p>}>
        {isDemo ? <p>{t('signIn.sentDemo')}</p> : null}
        <div>
          <Button onPress={() => setStep('link')}>{t('signIn.again')}</Button>
        </div>
      </FocusPage>
    );
  }
  const isLink = step === 'link';
  return (
    <FocusPage title={t('signIn.title')} intro={<p>{t(isLink ? 'signIn.intro' : 'signIn.introPassword')}</p>}>
      {link.failure ? <FormFailure failure={link.failure} /> : null}
      {isLink ? (
        <LinkSignIn
          email={email}
          onEmail={setEmail}
          next={next}
          onSent={() => setStep('sent')}
          onPassword={() => setStep('password')}
        />
      ) : (
        <>
          <PasswordSignIn
            email={email}
            onEmail={setEmail}
            onSignedIn={(result) => enter(result.me, next)}
            onLink={() => setStep('link')}
          />
          <p>
            <Link to="/reset-password">{t('signIn.forgot')}</Link>
          </p>
        </>
      )}
      <FocusNote>{t('signIn.noAccount')}</FocusNote>
    </FocusPage>
  );
}
