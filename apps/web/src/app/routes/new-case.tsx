import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { NewCaseForm } from '../../features/cases/components/new-case-form.tsx';
import { copQuery } from '../../lib/queries/cop-queries.ts';
import { useMe } from '../../lib/app-state.tsx';
import styles from './case.module.css';

/** Opening a case in a CoP. */
export function Component() {
  const { t } = useTranslation('cases');
  const me = useMe();
  const { slug = '' } = useParams();
  const query = useQuery(copQuery(slug));
  return (
    <QueryView query={query} noAccess={t('cops:noAccess')} isPage>
      {(cop) => (
        <div className={styles.form}>
          <PageHeader
            title={t('form.newTitle')}
            crumbs={[
              { label: t('cops:list.title'), to: '/cops' },
              { label: cop.name, to: `/cops/${cop.slug}` },
              { label: t('form.newTitle') },
            ]}
            lead={t('form.newLead')}
          />
          {cop.abilities.includes('case.create') ? (
            <NewCaseForm cop={cop} me={me} />
          ) : (
            <EmptyState title={t('form.newTitle')}>{t('form.notAllowed')}</EmptyState>
          )}
        </div>
      )}
    </QueryView>
  );
}
