import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Finding } from '../model/findings.ts';
import styles from './state.module.css';

/** Whether all is well, in words; what is not, with what it means for people. */
export function Summary({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('state');
  if (findings.length === 0)
    return (
      <section role="status" className={styles.summary} data-tone="success">
        <h2>
          <CircleCheck aria-hidden="true" />
          {t('well')}
        </h2>
        <p>{t('wellText')}</p>
      </section>
    );
  return (
    <section role="status" className={styles.summary} data-tone="warning">
      <h2>
        <TriangleAlert aria-hidden="true" />
        {t('attention')}
      </h2>
      <ul>
        {findings.map(({ kind, ...values }) => (
          <li key={kind}>{t(`finding.${kind}`, values)}</li>
        ))}
      </ul>
      <p>{t('advice')}</p>
    </section>
  );
}
