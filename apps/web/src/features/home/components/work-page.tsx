import type { ReactNode } from 'react';
import { CircleCheck, UserRoundPlus } from 'lucide-react';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import {
  type CaseSummary,
  type CopRole,
  type Home,
  type Notification,
  type TimelineDate,
} from '@kring/contracts';
import { ButtonLink } from '../../../components/button.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { Section } from '../../../components/section.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useMe } from '../../../lib/app-state.tsx';
import { useFormats } from '../../../lib/format.ts';
import { homeQuery } from '../../../lib/queries/home-queries.ts';
import styles from './work-page.module.css';

/** How cases, roles and notifications look here: the route takes that from the features that own them. */
interface WorkPageParts {
  showCases: (cases: readonly CaseSummary[]) => ReactNode;
  showRole: (role: CopRole) => ReactNode;
  showAsked: (items: readonly Notification[]) => ReactNode;
  showChanged: (items: readonly Notification[]) => ReactNode;
  showDates: (dates: readonly TimelineDate[]) => ReactNode;
}

/** *Mijn werk*: what is asked of me, what changed in what I follow, what I was writing, my cases. */
export function WorkPage(parts: WorkPageParts) {
  const { t } = useTranslation('home');
  const me = useMe();
  const query = useQuery(homeQuery);
  return (
    <>
      <PageHeader title={t('title')} lead={t(`greeting.${partOfDay()}`, { name: me.name.split(' ')[0] })} />
      <QueryView query={query} noAccess={t('noAccess')} lines={6}>
        {(home) =>
          home.cops.length === 0 && home.recentCases.length === 0 ? (
            <NothingYet />
          ) : (
            <Work home={home} {...parts} />
          )
        }
      </QueryView>
    </>
  );
}

function partOfDay(): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date().getHours();
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

function NothingYet() {
  const { t } = useTranslation('home');
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <ButtonLink variant="primary" to="/cops">
          {t('empty.action')}
        </ButtonLink>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}

function Work({
  home,
  showCases,
  showRole,
  showAsked,
  showChanged,
  showDates,
}: WorkPageParts & { home: Home }) {
  const { t } = useTranslation('home');
  const mine = new Set(home.myCases.map((myCase) => myCase.id));
  const others = home.recentCases.filter((recent) => !mine.has(recent.id));
  const isQuiet = home.myCases.length === 0 && others.length === 0;
  return (
    <div className={styles.columns}>
      <div>
        <Asked home={home} showAsked={showAsked} />
        <Changed home={home} showChanged={showChanged} />
        {home.recentNotes.length > 0 ? <RecentNotes home={home} /> : null}
        {home.myCases.length > 0 ? <Section title={t('myCases')}>{showCases(home.myCases)}</Section> : null}
        {others.length > 0 ? <Section title={t('recentCases')}>{showCases(others)}</Section> : null}
        {isQuiet ? <p className={styles.soft}>{t('empty.noCases')}</p> : null}
      </div>
      <div>
        {home.nextDates.length > 0 ? (
          <Section title={t('nextDates')}>{showDates(home.nextDates)}</Section>
        ) : null}
        <MyCops home={home} showRole={showRole} />
      </div>
    </div>
  );
}

function Asked({ home, showAsked }: Pick<WorkPageParts, 'showAsked'> & { home: Home }) {
  const { t } = useTranslation('home');
  if (home.joinRequests.length === 0 && home.asked.length === 0) {
    return (
      <Section title={t('asked')}>
        <p className={styles.quiet}>
          <CircleCheck aria-hidden="true" />
          {t('nothingAsked')}
        </p>
      </Section>
    );
  }
  return (
    <Section title={t('asked')}>
      <div className={styles.askedAll}>
        {home.joinRequests.length > 0 ? <JoinRequests home={home} /> : null}
        {home.asked.length > 0 ? showAsked(home.asked) : null}
      </div>
    </Section>
  );
}

function JoinRequests({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  return (
    <ul role="list" className={styles.asked}>
      {home.joinRequests.map((request) => (
        <li key={request.id}>
          <UserRoundPlus aria-hidden="true" />
          <span>{t('joinRequest', { name: request.personName, cop: request.cop.name })}</span>
          <ButtonLink
            size="small"
            to={`/cops/${request.cop.slug}/members`}
            aria-label={`${t('decide')}: ${request.personName}`}
          >
            {t('decide')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function Changed({ home, showChanged }: Pick<WorkPageParts, 'showChanged'> & { home: Home }) {
  const { t } = useTranslation('home');
  const all = <Link to="/notifications?tab=following">{t('allNews')}</Link>;
  return (
    <Section title={t('changed')} action={home.changed.length > 0 ? all : null}>
      {home.changed.length > 0 ? (
        showChanged(home.changed)
      ) : (
        <p className={styles.soft}>
          {t('nothingChanged')} {all}
        </p>
      )}
    </Section>
  );
}

function RecentNotes({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  return (
    <Section title={t('continue')}>
      <ul role="list" className={styles.notes}>
        {home.recentNotes.map((note) => (
          <li key={note.id}>
            <Link to={`/cases/${note.caseId}/notes/${note.id}`} className={styles.note}>
              <span className={styles.noteTitle}>{note.title}</span>
              <span className={styles.soft}>{t('inCase', { title: note.caseTitle })}</span>
              <span className={styles.soft}>{formats.ago(note.changedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MyCops({ home, showRole }: Pick<WorkPageParts, 'showRole'> & { home: Home }) {
  const { t } = useTranslation('home');
  return (
    <Section title={t('myCops')}>
      <Rows label={t('myCops')}>
        {home.cops.map((cop) => (
          <Row key={cop.id} end={cop.myRole ? showRole(cop.myRole) : null}>
            <Link to={`/cops/${cop.slug}`} className={styles.cop}>
              {cop.name}
            </Link>
          </Row>
        ))}
      </Rows>
      <Link to="/cops">{t('allCops')}</Link>
    </Section>
  );
}
