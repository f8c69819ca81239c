import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { endpoints } from '@kring/contracts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { QueryView } from '../../components/states.tsx';
import { FocusPage } from '../../features/identity/components/focus-page.tsx';
import { toApiError } from '../../lib/api/api-error.ts';
import { isLinkBroken } from '../../lib/api/link-failure.ts';
import { call } from '../../lib/api/call.ts';
import { useFragmentToken } from '../../lib/fragment-token.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';

/** Switches mails off from the mail itself, signed in or not. Nothing changes before somebody presses the button. */
export function Component() {
  const token = useFragmentToken();
  return token ? <SwitchOff token={token} /> : <NotValid />;
}

function SwitchOff({ token }: { token: string }) {
  const { t } = useTranslation('notifications');
  const act = useAct();
  const [isDone, setDone] = useState(false);
  const query = useQuery({
    queryKey: ['unsubscribe', token],
    queryFn: ({ signal }) => call(endpoints.viewUnsubscribe, { body: { token } }, signal),
  });
  if (query.error && isLinkBroken(toApiError(query.error))) return <NotValid />;
  if (isDone) {
    return (
      <FocusPage title={t('unsubscribe.doneTitle')} intro={<p role="status">{t('unsubscribe.done')}</p>}>
        <ButtonLink to="/me#notifications">{t('unsubscribe.profile')}</ButtonLink>
      </FocusPage>
    );
  }
  return (
    <FocusPage
      title={t('unsubscribe.title')}
      intro={query.data ? <p>{t(`unsubscribe.${query.data.topic}`)}</p> : null}
    >
      <QueryView query={query} lines={2}>
        {() => (
          <Button
            variant="primary"
            isBusy={act.isBusy}
            onPress={() =>
              void act
                .run(() => call(endpoints.unsubscribe, { body: { token } }))
                .then((hasWorked) => setDone(hasWorked))
            }
          >
            {t('unsubscribe.confirm')}
          </Button>
        )}
      </QueryView>
    </FocusPage>
  );
}

function NotValid() {
  const { t } = useTranslation('notifications');
  return (
    <FocusPage title={t('unsubscribe.invalidTitle')} intro={<p>{t('unsubscribe.invalid')}</p>}>
      <ButtonLink to="/me#notifications">{t('unsubscribe.profile')}</ButtonLink>
    </FocusPage>
  );
}
