import { useId } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { copKeepingEndpoints, type Cop } from '@kring/contracts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { copQuery } from '../../../lib/queries/cop-queries.ts';
import { useAct } from '../../../lib/use-act.ts';
import { WrittenText } from '../../../components/written-text.tsx';
import styles from './welcome-card.module.css';

/** What a new member reads first, until they put it away; on every device. */
export function WelcomeCard({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const act = useAct();
  const id = useId();
  if (!cop.isWelcomeOpen) return null;
  async function dismiss() {
    await call(copKeepingEndpoints.dismissWelcome, { params: { copId: cop.id } });
    // The button goes: who works by keyboard goes on at what stood below it.
    document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    const { queryKey } = copQuery(cop.slug);
    queryClient.setQueryData(queryKey, (known) => known && { ...known, isWelcomeOpen: false });
  }
  return (
    <section aria-labelledby={id} className={styles.card}>
      <h2 id={id} className={styles.title}>
        {t('welcome.title', { cop: cop.name })}
      </h2>
      <div className={styles.text}>
        <WrittenText text={cop.welcome} />
      </div>
      <div className={styles.actions}>
        <Button isBusy={act.isBusy} onPress={() => void act.run(dismiss, t('welcome.dismissed'))}>
          {t('welcome.dismiss')}
        </Button>
        {cop.houseRules === '' ? null : (
          <ButtonLink to={`/cops/${cop.slug}/about#house-rules`} state={{ keepFocus: true }}>
            {t('welcome.houseRules')}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
