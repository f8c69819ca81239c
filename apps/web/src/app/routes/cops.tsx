import { useState } from 'react';
import { Plus, Users } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import type { CopSummary } from '@kring/contracts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { copsQuery } from '../../lib/queries/cop-queries.ts';
import { CopCard } from '../../features/cops/components/cop-card.tsx';
import { CreateCopForm } from '../../features/cops/components/cop-forms.tsx';
import { JoinDialog } from '../../features/cops/components/join-dialog.tsx';
import { useMe } from '../../lib/app-state.tsx';

/** All CoPs: those one is a member of first. */
export function Component() {
  const { t } = useTranslation('cops');
  const me = useMe();
  const query = useQuery(copsQuery);
  const [joining, setJoining] = useState<CopSummary | null>(null);
  const [isCreating, setCreating] = useState(false);
  const create = me.abilities.includes('cop.create') ? (
    <Button variant="primary" icon={<Plus />} onPress={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        action={
          <>
            {create}
            <ButtonLink to="/people" icon={<Users />}>
              {t('frame:nav.directory')}
            </ButtonLink>
          </>
        }
      />
      <QueryView query={query} noAccess={t('noAccess')} lines={8}>
        {(cops) => (
          <>
            <Cards title={t('list.mine')} cops={cops.filter((cop) => cop.myRole)} onJoin={setJoining} />
            <Cards title={t('list.others')} cops={cops.filter((cop) => !cop.myRole)} onJoin={setJoining} />
            {cops.length === 0 ? (
              <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
            ) : null}
          </>
        )}
      </QueryView>
      <JoinDialog cop={joining} onClose={() => setJoining(null)} />
      <Dialog title={t('form.createTitle')} isOpen={isCreating} onClose={() => setCreating(false)}>
        <CreateCopForm onClose={() => setCreating(false)} />
      </Dialog>
    </>
  );
}

interface CardsProps {
  title: string;
  cops: readonly CopSummary[];
  onJoin: (cop: CopSummary) => void;
}

function Cards({ title, cops, onJoin }: CardsProps) {
  if (cops.length === 0) return null;
  return (
    <Section title={title}>
      <ul role="list">
        {cops.map((cop) => (
          <CopCard key={cop.id} cop={cop} onJoin={onJoin} />
        ))}
      </ul>
    </Section>
  );
}
