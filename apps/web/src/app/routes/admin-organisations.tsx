import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Rows } from '../../components/rows.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { organisationsQuery } from '../../lib/queries/organisation-queries.ts';
import { OrganisationForm } from '../../features/organisations/components/organisation-form.tsx';
import { OrganisationRow } from '../../features/organisations/components/organisation-row.tsx';
import { useMe } from '../../lib/app-state.tsx';

/** The organisations of the network. */
export function Component() {
  const { t } = useTranslation('organisations');
  const me = useMe();
  const query = useQuery(organisationsQuery);
  const [isAdding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          me.abilities.includes('organisation.create') ? (
            <Button variant="primary" icon={<Plus />} onPress={() => setAdding(true)}>
              {t('add')}
            </Button>
          ) : null
        }
      />
      <QueryView query={query} noAccess={t('noAccess')} lines={8}>
        {(organisations) =>
          organisations.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
          ) : (
            <Rows label={t('title')}>
              {organisations.map((organisation) => (
                <OrganisationRow key={organisation.id} organisation={organisation} all={organisations} />
              ))}
            </Rows>
          )
        }
      </QueryView>
      <Dialog title={t('add')} isOpen={isAdding} onClose={close}>
        <OrganisationForm all={query.data ?? []} onClose={close} />
      </Dialog>
    </>
  );
}
