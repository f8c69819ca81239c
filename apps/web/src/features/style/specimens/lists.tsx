import { useState } from 'react';
import { Plus } from 'lucide-react';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { Part as PartOfPage } from '../../../components/part.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { Section } from '../../../components/section.tsx';
import { EmptyState, ErrorState, QueryView, Skeleton } from '../../../components/states.tsx';
import { Tabs } from '../../../components/tabs.tsx';
import { ApiError } from '../../../lib/api/api-error.ts';
import { WrittenText } from '../../../components/written-text.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Specimen } from './specimen.ts';

const nothing = () => undefined;
const never = () => Promise.resolve();

function ThreeRows({ count = 3 }: { count?: number }) {
  const { t } = useTranslation('style');
  return (
    <Rows label={t('sample.cases')}>
      {Array.from({ length: count }, (_, at) => (
        <Row key={at} end={<Badge tone={at === 0 ? 'primary' : 'neutral'}>{t('sample.statusOpen')}</Badge>}>
          <a href="#rows">{t('sample.caseNumber', { number: at + 1 })}</a>
        </Row>
      ))}
    </Rows>
  );
}

function TabSample() {
  const { t } = useTranslation('style');
  const [selected, setSelected] = useState('cases');
  return (
    <Tabs
      label={t('sample.parts')}
      selected={selected}
      onSelect={setSelected}
      items={[
        { id: 'about', label: t('sample.about'), content: <p>{t('sample.sentence')}</p> },
        { id: 'cases', label: t('sample.cases'), count: 3, content: <p>{t('sample.sentence')}</p> },
        { id: 'members', label: t('sample.members'), count: 12, content: <p>{t('sample.sentence')}</p> },
      ]}
    />
  );
}

function Pages({ isFetching = false }: { isFetching?: boolean }) {
  const [count, setCount] = useState(2);
  const query = {
    hasNextPage: count < 6,
    isFetchingNextPage: isFetching,
    fetchNextPage: () => {
      setCount(count + 2);
      return Promise.resolve();
    },
  };
  return (
    <LoadMore query={query}>
      <ThreeRows count={count} />
    </LoadMore>
  );
}

function Part() {
  const { t } = useTranslation('style');
  return (
    <Section
      title={t('sample.cases')}
      action={
        <Button size="small" icon={<Plus />} onPress={nothing}>
          {t('sample.add')}
        </Button>
      }
    >
      <p>{t('sample.sentence')}</p>
    </Section>
  );
}

function Nothing() {
  const { t } = useTranslation('style');
  return (
    <EmptyState title={t('sample.noCases')} action={<Button onPress={nothing}>{t('sample.add')}</Button>}>
      {t('sample.noCasesText')}
    </EmptyState>
  );
}

function Refused() {
  const { t } = useTranslation('style');
  return <ErrorState error={new ApiError('not-allowed')} noAccess={t('sample.noAccess')} onRetry={nothing} />;
}

function Stale() {
  const { t } = useTranslation('style');
  const query = {
    data: t('sample.sentence'),
    error: new ApiError('offline'),
    isFetching: false,
    refetch: never,
  };
  return <QueryView query={query}>{(text) => <p>{text}</p>}</QueryView>;
}

function Written() {
  const { t } = useTranslation('style');
  return <WrittenText text={t('sample.written')} />;
}

function Absent(): never {
  throw new TypeError('An example of what does not load.');
}

export const listSpecimens: readonly Specimen[] = [
  { file: 'rows', states: [{ name: 'default', Show: () => <ThreeRows /> }] },
  { file: 'written-text', states: [{ name: 'default', Show: Written }] },
  { file: 'section', states: [{ name: 'default', Show: Part }] },
  {
    file: 'tabs',
    states: [
      { name: 'chosen', Show: TabSample },
      { name: 'hover', Show: TabSample },
      { name: 'focus', Show: TabSample },
    ],
  },
  {
    file: 'load-more',
    states: [
      { name: 'default', Show: () => <Pages /> },
      { name: 'busy', Show: () => <Pages isFetching /> },
    ],
  },
  {
    file: 'states',
    states: [
      { name: 'loading', Show: () => <Skeleton lines={4} /> },
      { name: 'empty', Show: Nothing },
      {
        name: 'error',
        variant: 'offline',
        Show: () => <ErrorState error={new ApiError('offline')} onRetry={nothing} />,
      },
      { name: 'error', variant: 'not-allowed', Show: Refused },
      {
        name: 'error',
        variant: 'internal-error',
        Show: () => (
          <ErrorState
            error={new ApiError('internal-error', { correlationId: 'k7f3-92ab' })}
            onRetry={nothing}
          />
        ),
      },
      { name: 'stale', variant: 'QueryView', Show: Stale },
    ],
  },
  {
    file: 'part',
    states: [
      {
        name: 'error',
        Show: () => (
          <PartOfPage>
            <Absent />
          </PartOfPage>
        ),
      },
    ],
  },
];
