import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Case } from '@kring/contracts';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/states.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { caseQuery } from '../../lib/queries/case-queries.ts';
import { useNotificationsRead } from '../../lib/use-notifications-read.ts';
import { CaseMeta, CaseNotice } from '../../features/cases/components/case-facts.tsx';
import { EffectsPage } from '../../features/effects/components/effects-page.tsx';
import { useEffects } from '../../features/effects/hooks/use-effects.ts';

/** The effect matrix of a case. */
export function Component() {
  const { t } = useTranslation('effects');
  const { caseId = '' } = useParams();
  const query = useQuery(caseQuery(caseId));
  return (
    <QueryView query={query} noAccess={t('noAccess')} lines={8} isPage>
      {(openCase) => <Effects openCase={openCase} />}
    </QueryView>
  );
}

function Effects({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('effects');
  const query = useEffects(openCase.id);
  useNotificationsRead('effects', openCase.id);
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[
          { label: openCase.cop.name, to: `/cops/${openCase.cop.slug}` },
          { label: openCase.title, to: `/cases/${openCase.id}` },
          { label: t('open') },
        ]}
        lead={openCase.question}
        meta={<CaseMeta openCase={openCase} />}
      />
      <CaseNotice openCase={openCase} />
      <QueryView query={query} noAccess={t('noAccess')} lines={12}>
        {(effects) => <EffectsPage effects={effects} caseTitle={openCase.title} />}
      </QueryView>
    </>
  );
}
