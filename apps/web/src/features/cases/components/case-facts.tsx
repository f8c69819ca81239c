import { Archive, CircleCheck, FlaskConical } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Case } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { PersonLine } from '../../../components/person-line.tsx';
import { VisibilityLabel } from '../../../components/visibility-label.tsx';
import { useFormats } from '../../../lib/format.ts';
import { CaseStatusBadge } from './case-status-badge.tsx';
import styles from './case-facts.module.css';

/** Holder, region, themes, who sees it and last change, beside the notes; region and theme lead to other cases about them. */
export function CaseFacts({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const cases = `/cops/${openCase.cop.slug}/cases`;
  const isForOthers = !openCase.abilities.includes('case.change-visibility') && openCase.archivedAt === null;
  return (
    <aside aria-label={t('facts')} className={styles.facts}>
      <dl>
        <div>
          <dt>{t('holder')}</dt>
          <dd>
            <PersonLine person={openCase.holder} />
          </dd>
        </div>
        {openCase.region ? (
          <div>
            <dt>{t('region')}</dt>
            <dd>
              <Link to={`${cases}?${new URLSearchParams({ region: openCase.region }).toString()}`}>
                {openCase.region}
              </Link>
            </dd>
          </div>
        ) : null}
        {openCase.themes.length > 0 ? (
          <div>
            <dt>{t('themes')}</dt>
            {openCase.themes.map((theme) => (
              <dd key={theme}>
                <Link to={`${cases}?theme=${theme}`}>{t(`theme.${theme}`)}</Link>
              </dd>
            ))}
          </div>
        ) : null}
        <div>
          <dt>{t('visibleTo')}</dt>
          <dd>
            <VisibilityLabel visibility={openCase.visibility} />
          </dd>
          {isForOthers ? <dd className={styles.hint}>{t('visibleToAsk')}</dd> : null}
        </div>
        <div>
          <dt>{t('changedLabel')}</dt>
          <dd>{formats.dateTime(openCase.updatedAt)}</dd>
        </div>
      </dl>
    </aside>
  );
}

/** Status and visibility in words, under the title. */
export function CaseMeta({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  return (
    <>
      <CaseStatusBadge status={openCase.status} />
      {openCase.isExample ? (
        <Badge tone="warning" icon={<FlaskConical aria-hidden="true" />}>
          {t('example')}
        </Badge>
      ) : null}
      <VisibilityLabel visibility={openCase.visibility} />
    </>
  );
}

/** Why nobody can write here now. */
export function CaseNotice({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  if (openCase.archivedAt) {
    return (
      <p className={styles.notice}>
        <Archive aria-hidden="true" /> {t('archivedNotice')}
      </p>
    );
  }
  if (openCase.status !== 'concluded') return null;
  return (
    <p className={styles.notice}>
      <CircleCheck aria-hidden="true" /> {t('concludedNotice')}
    </p>
  );
}
