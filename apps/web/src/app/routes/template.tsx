import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Cop } from '@kring/contracts';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { TemplateForm } from '../../features/templates/components/template-form.tsx';
import { TemplateShown } from '../../features/templates/components/template-shown.tsx';
import { useMe } from '../../lib/app-state.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { copQuery } from '../../lib/queries/cop-queries.ts';
import { templateQuery } from '../../lib/queries/template-queries.ts';

/** One template of a CoP, to change or to look at; `new` makes one. */
export function Component() {
  const { t } = useTranslation('templates');
  const { slug = '', templateId } = useParams();
  const query = useQuery(copQuery(slug));
  return (
    <QueryView query={query} noAccess={t('cops:noAccess')} lines={8} isPage>
      {(cop) => (templateId ? <OneTemplate cop={cop} templateId={templateId} /> : <NewTemplate cop={cop} />)}
    </QueryView>
  );
}

function Header({ cop, title, lead = '' }: { cop: Cop; title: string; lead?: string }) {
  const { t } = useTranslation('templates');
  return (
    <PageHeader
      title={title}
      lead={lead}
      crumbs={[
        { label: cop.name, to: `/cops/${cop.slug}` },
        { label: t('title'), to: `/cops/${cop.slug}/templates` },
        { label: title },
      ]}
    />
  );
}

function NewTemplate({ cop }: { cop: Cop }) {
  const { t } = useTranslation('templates');
  const me = useMe();
  return (
    <>
      <Header cop={cop} title={t('newTitle')} lead={t('lead')} />
      {cop.abilities.includes('template.manage') ? (
        <TemplateForm cop={cop} template={null} language={me.language} />
      ) : (
        <EmptyState title={t('newTitle')}>{t('notAllowed')}</EmptyState>
      )}
    </>
  );
}

function OneTemplate({ cop, templateId }: { cop: Cop; templateId: string }) {
  const { t } = useTranslation('templates');
  const me = useMe();
  const query = useQuery(templateQuery(cop.id, templateId));
  return (
    <QueryView query={query} noAccess={t('notAllowed')} lines={8} isPage>
      {(template) => (
        <>
          <Header cop={cop} title={template.name} lead={template.description} />
          {template.abilities.includes('template.manage') ? (
            <TemplateForm key={template.id} cop={cop} template={template} language={me.language} />
          ) : (
            <TemplateShown cop={cop} template={template} />
          )}
        </>
      )}
    </QueryView>
  );
}
