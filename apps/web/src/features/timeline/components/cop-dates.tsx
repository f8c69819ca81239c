import { useState } from 'react';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { timelineEndpoints, type Cop, type CopDate } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { Section } from '../../../components/section.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { copDatesQuery } from '../../../lib/queries/timeline-queries.ts';
import { DateForm } from './date-form.tsx';
import { DateLine, DateList } from './date-line.tsx';

type Act = { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove'; readonly date: CopDate };

/** The timeline of a CoP: what comes, and what has been. */
export function CopDates({ cop }: { cop: Cop }) {
  const { t } = useTranslation('timeline');
  if (cop.abilities.includes('date.list')) return <Timeline cop={cop} />;
  return <EmptyState title={t('hidden')}>{t('hiddenText')}</EmptyState>;
}

function Timeline({ cop }: { cop: Cop }) {
  const { t } = useTranslation('timeline');
  const [act, setAct] = useState<Act | null>(null);
  const mayManage = cop.abilities.includes('date.manage');
  const query = useQuery(copDatesQuery(cop.id));
  const add = (
    <Button icon={<Plus />} onPress={() => setAct({ kind: 'add' })}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <QueryView query={query} lines={5}>
        {(dates) =>
          dates.length === 0 ? (
            <EmptyState title={t('empty')} action={mayManage ? add : null}>
              {t(mayManage ? 'emptyText' : 'emptyForOthers')}
            </EmptyState>
          ) : (
            <Dates dates={dates} action={mayManage ? add : null} onAct={setAct} />
          )
        }
      </QueryView>
      <ActDialog cop={cop} act={act} onClose={() => setAct(null)} />
    </>
  );
}

interface DatesProps {
  dates: readonly CopDate[];
  action: React.ReactNode;
  onAct: (act: Act) => void;
}

function Dates({ dates, action, onAct }: DatesProps) {
  const { t } = useTranslation('timeline');
  const coming = dates.filter(({ isPast }) => !isPast);
  const past = dates.filter(({ isPast }) => isPast).toReversed();
  const lines = (some: readonly CopDate[]) =>
    some.map((date) => (
      <DateLine
        key={date.id}
        date={date}
        about={date.isPublic ? <Badge tone="later">{t('onFirstPage')}</Badge> : null}
        end={<DateMenu date={date} onAct={onAct} />}
      />
    ));
  return (
    <>
      <Section title={t('soon')} action={action}>
        {coming.length > 0 ? <DateList label={t('soon')}>{lines(coming)}</DateList> : <p>{t('noneSoon')}</p>}
      </Section>
      {past.length > 0 ? (
        <Section title={t('before')}>
          <DateList label={t('before')}>{lines(past)}</DateList>
        </Section>
      ) : null}
    </>
  );
}

function DateMenu({ date, onAct }: { date: CopDate; onAct: (act: Act) => void }) {
  const { t } = useTranslation('timeline');
  if (!date.abilities.includes('date.manage')) return null;
  return (
    <ActionMenu
      label={t('actsOn', { title: date.title })}
      actions={[
        { id: 'edit', label: t('edit'), icon: <Pencil />, run: () => onAct({ kind: 'edit', date }) },
        {
          id: 'remove',
          label: t('remove'),
          icon: <Trash2 />,
          isDanger: true,
          run: () => onAct({ kind: 'remove', date }),
        },
      ]}
    />
  );
}

function ActDialog({ cop, act, onClose }: { cop: Cop; act: Act | null; onClose: () => void }) {
  const { t } = useTranslation('timeline');
  const queryClient = useQueryClient();
  async function finish(text: string): Promise<void> {
    await queryClient.invalidateQueries({ queryKey: copDatesQuery(cop.id).queryKey });
    void queryClient.invalidateQueries({ queryKey: ['home'] });
    void queryClient.invalidateQueries({ queryKey: ['timeline'] });
    showToast(text);
  }
  if (act === null) return null;
  if (act.kind === 'remove') {
    const { date } = act;
    return (
      <ConfirmDialog
        title={t('removeTitle', { title: date.title })}
        confirmLabel={t('remove')}
        isDanger
        isOpen
        onClose={onClose}
        onConfirm={async () => {
          await call(timelineEndpoints.removeCopDate, { params: { copId: cop.id, dateId: date.id } });
          await finish(t('removed', { title: date.title }));
        }}
      >
        <p>{t('removeText')}</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={t(act.kind === 'add' ? 'addTitle' : 'editTitle')} isOpen onClose={onClose}>
      <DateForm
        copId={cop.id}
        date={act.kind === 'edit' ? act.date : null}
        onClose={onClose}
        onDone={async (title) => {
          await finish(t(act.kind === 'add' ? 'added' : 'changed', { title }));
          onClose();
        }}
      />
    </Dialog>
  );
}
