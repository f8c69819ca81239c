import { useId, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { threadFilters, type CommentThread, type Note, type ThreadFilter } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useMe } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { threadCountsQuery, threadQuery } from '../api/comment-queries.ts';
import { useThreads } from '../api/use-threads.ts';
import { hasDraft } from '../hooks/use-draft.ts';
import { useOpenThread } from '../hooks/use-open-thread.ts';
import { sortByActivity, sortByPlace, usePlaces } from '../hooks/use-places.ts';
import { startThread, useThreadStart } from '../start-thread.ts';
import { newThreadDraft, NewThread } from './new-thread.tsx';
import { ThreadCard } from './thread-card.tsx';
import styles from './comments-panel.module.css';

interface CommentsPanelProps {
  note: Note;
  /** Null while the text is not open yet. */
  handle: NoteHandle | null;
  /** Called when one goes from a thread to its words. */
  onLeave: () => void;
}

type Order = 'place' | 'activity';

/** What people say about a note, beside its text. */
export function CommentsPanel({ note, handle, onLeave }: CommentsPanelProps) {
  const { t } = useTranslation('comments');
  const me = useMe();
  const canComment = note.abilities.includes('comment.create');
  const start = useThreadStart(note.id);
  const [isWriting, setWriting] = useState(() => hasDraft(me.id, newThreadDraft(note.id)));
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const [order, setOrder] = useState<Order>('place');
  const threads = useThreads(note.id, filter);
  const shown = useShown(threads.data, { noteId: note.id, order, handle });
  const { threadId } = useOpenThread();

  return (
    <div className={styles.panel} data-comments-panel="">
      {canComment && (start || isWriting) ? (
        <NewThread
          key={start?.range ? JSON.stringify(start.range) : 'draft'}
          noteId={note.id}
          handle={handle}
          start={start}
          onDone={() => {
            setWriting(false);
            startThread(note.id, undefined);
          }}
        />
      ) : null}
      {canComment && !start && !isWriting ? (
        <Button
          icon={<MessageSquarePlus />}
          onPress={() => startThread(note.id, { range: null })}
          data-begin-thread=""
        >
          {t('new.aboutNote')}
        </Button>
      ) : null}
      {canComment ? null : <p className={styles.readOnly}>{t('readOnly')}</p>}
      <div className={styles.choices}>
        <FilterSelect noteId={note.id} value={filter} onChange={setFilter} />
        <OrderSelect value={order} onChange={setOrder} />
      </div>
      <QueryView query={{ ...threads, data: shown }} noAccess={t('noAccess')} lines={6}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t(`empty.${filter}.title`)}>
              {canComment ? t(`empty.${filter}.text`) : null}
            </EmptyState>
          ) : (
            <ol role="list" className={styles.threads} aria-label={t(`filter.${filter}`)}>
              {found.map((thread) => (
                <li key={thread.id}>
                  <ThreadCard
                    thread={thread}
                    handle={handle}
                    isOpen={thread.id === threadId}
                    onLeave={onLeave}
                  />
                </li>
              ))}
            </ol>
          )
        }
      </QueryView>
    </div>
  );
}

/** In the chosen order; a thread that the address names is there whatever the filter says. */
function useShown(
  threads: CommentThread[] | undefined,
  { noteId, order, handle }: { noteId: string; order: Order; handle: NoteHandle | null },
): CommentThread[] | undefined {
  const places = usePlaces(handle);
  const { threadId } = useOpenThread();
  const isMissing = threadId !== null && threads !== undefined && !threads.some(({ id }) => id === threadId);
  const asked = useQuery({ ...threadQuery(noteId, threadId ?? ''), enabled: isMissing });
  const named = isMissing && asked.data?.noteId === noteId ? asked.data : null;
  return useMemo(() => {
    if (!threads) return undefined;
    const sorted = order === 'place' ? sortByPlace(threads, places) : sortByActivity(threads);
    return named ? [named, ...sorted] : sorted;
  }, [threads, named, order, places]);
}

function FilterSelect({
  noteId,
  value,
  onChange,
}: {
  noteId: string;
  value: ThreadFilter;
  onChange: (filter: ThreadFilter) => void;
}) {
  const { t } = useTranslation('comments');
  const { data: counts } = useQuery(threadCountsQuery(noteId));
  return (
    <Select
      label={t('filter.label')}
      value={value}
      options={threadFilters.map((filter) => ({
        value: filter,
        label: counts ? `${t(`filter.${filter}`)} (${counts[filter]})` : t(`filter.${filter}`),
      }))}
      onChange={onChange}
    />
  );
}

function OrderSelect({ value, onChange }: { value: Order; onChange: (order: Order) => void }) {
  const { t } = useTranslation('comments');
  const options = (['place', 'activity'] as const).map((order) => ({
    value: order,
    label: t(`order.${order}`),
  }));
  return <Select label={t('order.label')} value={value} options={options} onChange={onChange} />;
}

function Select<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        className={styles.select}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
