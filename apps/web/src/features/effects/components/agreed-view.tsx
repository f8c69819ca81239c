import { ExternalLink } from 'lucide-react';
import type { EffectAgreement, EffectEntry } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { DirectionMark } from './direction-mark.tsx';
import styles from './agreed-view.module.css';

/** What is known about an entry besides its direction and reason, in one line of words. */
export function useEntryFacts(): (entry: EffectEntry) => string {
  const { t } = useTranslation('effects');
  return (entry) =>
    [
      entry.certainty ? t(`certainty.${entry.certainty}`) : '',
      entry.basis.map((basis) => t(`basis.${basis}`)).join(', '),
      entry.who,
      entry.distribution ? t(`distribution.${entry.distribution}`) : '',
      entry.elsewhereScope ? t(`scope.${entry.elsewhereScope}`) : '',
      entry.horizon,
    ]
      .filter((text) => text !== '')
      .join(' · ');
}

/** What the group noted about a cell, with sources and other views. */
export function AgreedView({ agreed }: { agreed: EffectAgreement }) {
  const { t } = useTranslation('effects');
  const facts = useEntryFacts()(agreed);
  return (
    <div className={styles.agreed}>
      <DirectionMark direction={agreed.direction} />
      <p className={styles.why}>{agreed.why}</p>
      {facts ? <p className={styles.soft}>{facts}</p> : null}
      {agreed.evidence.length > 0 ? (
        <ul role="list" className={styles.evidence} aria-label={t('agreed.evidence')}>
          {agreed.evidence.map(({ label, url }) => (
            <li key={`${label}${url}`}>
              <a href={url} rel="noopener noreferrer" target="_blank">
                {label} <ExternalLink aria-hidden="true" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {agreed.dissent.map(({ role, direction, why }) => (
        <div key={`${role}${why}`} className={styles.dissent}>
          <p className={styles.role}>
            {t('agreed.dissentLine', { role, direction: t(`direction.${direction}`) })}
          </p>
          <p>{why}</p>
        </div>
      ))}
    </div>
  );
}
