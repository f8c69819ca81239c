import { Archive, Copy, Eye, Pencil, Plus, Star } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { Cop, TemplateSummary } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { Section } from '../../../components/section.tsx';
import { QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { templatesQuery } from '../../../lib/queries/template-queries.ts';
import { useTemplateActs } from './template-acts.ts';
import styles from './templates.module.css';

/** The templates of a CoP and of the network, for its facilitators. */
export function TemplateList({ cop }: { cop: Cop }) {
  const { t } = useTranslation('templates');
  const query = useQuery(templatesQuery(cop.id));
  return (
    <Section
      title={t('title')}
      action={
        <ButtonLink icon={<Plus />} to={`/cops/${cop.slug}/templates/new`}>
          {t('new')}
        </ButtonLink>
      }
    >
      <p className={styles.lead}>{t('lead')}</p>
      <QueryView query={query} noAccess={t('notAllowed')}>
        {(templates) => (
          <Rows label={t('title')}>
            {templates.map((template) => (
              <TemplateRow key={template.id} cop={cop} template={template} />
            ))}
          </Rows>
        )}
      </QueryView>
      <ArchivedTemplates cop={cop} />
    </Section>
  );
}

function TemplateRow({ cop, template }: { cop: Cop; template: TemplateSummary }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const acts = useTemplateActs(cop);
  const { id, name, description, sectionCount, language, isDefault, copId } = template;
  const address = `/cops/${cop.slug}/templates/${id}`;
  const isOwn = template.abilities.includes('template.manage');
  const actions: MenuAction[] = [
    {
      id: 'open',
      label: t(isOwn ? 'edit' : 'open'),
      icon: isOwn ? <Pencil /> : <Eye />,
      run: () => void navigate(address),
    },
    { id: 'copy', label: t('copy'), icon: <Copy />, run: () => acts.copy(template) },
  ];
  if (!isDefault) {
    actions.push({ id: 'default', label: t('choose'), icon: <Star />, run: () => acts.choose(template) });
  }
  if (isOwn) {
    actions.push({
      id: 'archive',
      label: t('archive'),
      icon: <Archive />,
      run: () => acts.archive(template),
    });
  }
  return (
    <Row end={<ActionMenu label={t('actionsFor', { name })} actions={actions} />}>
      <span className={styles.name}>
        <Link to={address}>{name}</Link>
        {isDefault ? (
          <Badge tone="primary" icon={<Star aria-hidden="true" />}>
            {t('isDefault')}
          </Badge>
        ) : null}
        {copId === null ? <Badge>{t('ofNetwork')}</Badge> : null}
      </span>
      {description ? (
        <span className={styles.text} lang={language}>
          {description}
        </span>
      ) : null}
      <span className={styles.soft}>
        {t('sections', { count: sectionCount })} · {t(`language.${language}`)}
      </span>
    </Row>
  );
}

function ArchivedTemplates({ cop }: { cop: Cop }) {
  const { t } = useTranslation('templates');
  const acts = useTemplateActs(cop);
  const { data = [] } = useQuery(templatesQuery(cop.id, true));
  if (data.length === 0) return null;
  return (
    <details className={styles.archived}>
      <summary>{`${t('archivedList')} (${data.length})`}</summary>
      <Rows label={t('archivedList')}>
        {data.map((template) => (
          <Row
            key={template.id}
            end={
              <Button
                size="small"
                aria-label={`${t('restore')}: ${template.name}`}
                onPress={() => acts.restore(template)}
              >
                {t('restore')}
              </Button>
            }
          >
            {template.name}
          </Row>
        ))}
      </Rows>
    </details>
  );
}
