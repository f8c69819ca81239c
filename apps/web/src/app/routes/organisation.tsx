import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { organisationKeepingEndpoints, type OrganisationPage } from '@kring/contracts';
import { PageHeader } from '../../components/page-header.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { QueryView } from '../../components/states.tsx';
import styles from '../../features/organisations/components/organisations.module.css';
import { call } from '../../lib/api/call.ts';
import { useFormats } from '../../lib/format.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { organisationsQuery } from '../../lib/queries/organisation-queries.ts';

/** An organisation: what it is called and was called, what it is part of, and what became of it. */
export function Component() {
  const { t } = useTranslation('organisations');
  const { organisationId = '' } = useParams();
  const query = useQuery({
    queryKey: [...organisationsQuery.queryKey, organisationId],
    queryFn: ({ signal }) =>
      call(organisationKeepingEndpoints.getOrganisation, { params: { organisationId } }, signal),
  });
  return (
    <QueryView query={query} lines={6} isPage>
      {(organisation) => (
        <>
          <PageHeader
            title={organisation.name}
            meta={[t(`kind.${organisation.kind}`), organisation.abbreviation, organisation.region]
              .filter(Boolean)
              .join(' · ')}
          />
          <EndNotice organisation={organisation} />
          <Names organisation={organisation} />
          <Others title={t('page.parent')} others={organisation.parent ? [organisation.parent] : []} />
          <Others title={t('page.parts')} others={organisation.parts} />
          <Others title={t('page.predecessors')} others={organisation.predecessors} />
          {organisation.cops.length > 0 ? (
            <Section title={t('page.cops')}>
              <Rows>
                {organisation.cops.map(({ slug, name }) => (
                  <Row key={slug}>
                    <Link to={`/cops/${slug}`}>{name}</Link>
                  </Row>
                ))}
              </Rows>
            </Section>
          ) : null}
        </>
      )}
    </QueryView>
  );
}

function EndNotice({ organisation: { endedOn, successor } }: { organisation: OrganisationPage }) {
  const { t } = useTranslation('organisations');
  const formats = useFormats();
  if (!endedOn) return null;
  const date = formats.date(endedOn);
  return (
    <p className={styles.notice}>
      {successor ? (
        <>
          {t('page.wentUp', { date })} <Link to={`/organisations/${successor.id}`}>{successor.name}</Link>.
        </>
      ) : (
        t('page.ended', { date })
      )}
    </p>
  );
}

/** Newest first, each with how long it was the name. */
function Names({ organisation: { name, formerNames } }: { organisation: OrganisationPage }) {
  const { t } = useTranslation('organisations');
  const formats = useFormats();
  const [last] = formerNames;
  if (!last) return null;
  return (
    <Section title={t('page.names')}>
      <dl className={styles.names}>
        <div>
          <dt>{t('page.since', { date: formats.date(last.until) })}</dt>
          <dd>{name}</dd>
        </div>
        {formerNames.map((former) => (
          <div key={former.until}>
            <dt>{t('page.until', { date: formats.date(former.until) })}</dt>
            <dd>{former.name}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Others({ title, others }: { title: string; others: OrganisationPage['parts'] }) {
  const { t } = useTranslation('organisations');
  if (others.length === 0) return null;
  return (
    <Section title={title}>
      <Rows>
        {others.map(({ id, name, endedOn }) => (
          <Row key={id}>
            <Link to={`/organisations/${id}`}>{name}</Link>
            {endedOn ? <p className={styles.soft}>{t('endedBadge', { year: endedOn.slice(0, 4) })}</p> : null}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
