import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { endpoints } from '@kring/contracts';
import { PageHeader } from '../../components/page-header.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { Section } from '../../components/section.tsx';
import { QueryView } from '../../components/states.tsx';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/app-state.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

/** Somebody with whom one shares a CoP: what they do, where they work, and in which CoPs. */
export function Component() {
  const { t } = useTranslation('search');
  const { personId = '' } = useParams();
  const me = useMe();
  const query = useQuery({
    queryKey: ['people', personId],
    queryFn: ({ signal }) => call(endpoints.getPerson, { params: { personId } }, signal),
  });
  return (
    <QueryView query={query} noAccess={t('person.noAccess')} lines={4} isPage>
      {({ name, jobTitle, organisation, cops }) => (
        <>
          <PageHeader
            title={name}
            crumbs={[{ label: t('frame:nav.directory'), to: '/people' }, { label: name }]}
            meta={[jobTitle, organisation?.name].filter(Boolean).join(', ')}
          />
          <Section title={t(personId === me.id ? 'person.ownCops' : 'person.cops')}>
            {cops.length === 0 ? <p>{t('person.none')}</p> : null}
            <Rows>
              {cops.map((cop) => (
                <Row key={cop.id}>
                  <Link to={`/cops/${cop.slug}`}>{cop.name}</Link>
                </Row>
              ))}
            </Rows>
          </Section>
        </>
      )}
    </QueryView>
  );
}
