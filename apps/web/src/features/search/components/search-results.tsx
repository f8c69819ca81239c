import { Link } from 'react-router';
import type { SearchHit } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { addressOfHit } from '../hit-path.ts';
import { HitIcon } from './hit-icon.tsx';
import { Marked } from './marked.tsx';
import styles from './search-results.module.css';

/** What was found, each with some words around it and why it was found. */
export function SearchResults({ hits }: { hits: readonly SearchHit[] }) {
  const { t } = useTranslation('search');
  return (
    <ol role="list" className={styles.list} aria-label={t('results')}>
      {hits.map((hit) => (
        <Hit key={hit.id} hit={hit} />
      ))}
    </ol>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('search');
  const formats = useFormats();
  return (
    <li className={styles.hit}>
      <span className={styles.icon}>
        <HitIcon kind={hit.kind} />
      </span>
      <div className={styles.body}>
        <h2 className={styles.title}>
          {/* A learning question takes the focus itself. */}
          <Link to={addressOfHit(hit)} state={{ keepFocus: hit.kind === 'learning-question' }}>
            <Marked text={hit.title} />
          </Link>
        </h2>
        {hit.excerpt.length > 0 ? (
          <p className={styles.excerpt}>
            <Marked text={hit.excerpt} />
          </p>
        ) : null}
        <p className={styles.facts}>
          <span>{t(`kind.${hit.kind}`)}</span>
          {hit.kind === 'note' && hit.case ? <span>{hit.case.title}</span> : null}
          {hit.kind !== 'cop' && hit.cop ? <span>{hit.cop.name}</span> : null}
          {hit.kind === 'note' || hit.kind === 'case' ? (
            <span>{t('changed', { when: formats.ago(hit.changedAt) })}</span>
          ) : null}
          <span>{t('foundIn', { where: hit.foundIn.map((field) => t(`field.${field}`)).join(', ') })}</span>
          {hit.isArchived ? <Badge>{t('archived')}</Badge> : null}
        </p>
      </div>
    </li>
  );
}
