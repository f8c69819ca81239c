import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import type { AuditEvent } from '@kring/contracts';
import { Badge } from '../../components/badge.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { accountsQuery, auditQuery } from '../../features/admin/api/admin-queries.ts';
import { useEventWords } from '../../features/admin/api/use-event-words.ts';
import { copsQuery } from '../../lib/queries/cop-queries.ts';
import { organisationsQuery } from '../../lib/queries/organisation-queries.ts';
import { useMe } from '../../lib/app-state.tsx';
import { useFormats } from '../../lib/format.ts';
import styles from './admin.module.css';

/** Who did what, and when. */
export function Component() {
  const { t } = useTranslation('admin');
  const query = useInfiniteQuery(auditQuery);
  return (
    <>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <QueryView query={query} noAccess={t('noAccess')} lines={8}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <EmptyState title={t('audit.empty')}>{t('audit.emptyText')}</EmptyState>
          ) : (
            <LoadMore query={query} itemSelector="tbody > tr">
              <EventTable events={pages.flatMap(({ items }) => items)} />
            </LoadMore>
          )
        }
      </QueryView>
    </>
  );
}

/** What people, CoPs and organisations are called now, by id; an auditor sees no people. */
function useNames(): ReadonlyMap<string, string> {
  const canSeePeople = useMe().abilities.includes('person.list');
  const { data: people = [] } = useQuery({ ...accountsQuery, enabled: canSeePeople });
  const { data: cops = [] } = useQuery(copsQuery);
  const { data: organisations = [] } = useQuery(organisationsQuery);
  return new Map([...people, ...cops, ...organisations].map(({ id, name }) => [id, name]));
}

function EventTable({ events }: { events: readonly AuditEvent[] }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const words = useEventWords(useNames());
  return (
    <div className={styles.scroll} role="region" aria-label={t('audit.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.object')}</th>
            <th scope="col">{t('audit.result')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className={styles.nowrap}>{formats.dateTime(event.at)}</td>
              <td>{event.actorName ?? t('audit.nobody')}</td>
              <td>{words.what(event)}</td>
              <td>{words.object(event)}</td>
              <td>
                <Badge tone={event.result === 'done' ? 'success' : 'danger'}>
                  {t(`audit.${event.result}`)}
                </Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
