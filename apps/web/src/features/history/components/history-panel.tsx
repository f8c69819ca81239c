import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { BookmarkPlus, Clock, Users } from 'lucide-react';
import type { Note, NoteVersion } from '@kring/contracts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { versionsQuery } from '../api/history-queries.ts';
import { useNames } from '../names.ts';
import { useHistoryView } from '../use-history-view.ts';
import { NameVersionDialog } from './name-version-dialog.tsx';
import styles from './history.module.css';

interface HistoryPanelProps {
  note: Note;
  /** Null until the text is open. */
  handle: NoteHandle | null;
}

const tones: Readonly<Record<NoteVersion['kind'], Tone>> = {
  automatic: 'neutral',
  named: 'primary',
  'before-restore': 'later',
  restored: 'later',
};

/** What the note said before: by day, with who worked; and the ways to look at it. */
export function HistoryPanel({ note, handle }: HistoryPanelProps) {
  const { t } = useTranslation('history');
  const view = useHistoryView();
  const [isNaming, setNaming] = useState(false);
  const query = useInfiniteQuery(versionsQuery(note.id));
  const versions = query.data?.pages.flatMap((page) => page.versions);
  return (
    <div className={styles.panel}>
      <p className={styles.intro}>{t('intro')}</p>
      <div className={styles.ways}>
        {note.abilities.includes('version.create') && handle ? (
          <Button icon={<BookmarkPlus />} variant="primary" onPress={() => setNaming(true)}>
            {t('keep')}
          </Button>
        ) : null}
        <Button icon={<Clock />} onPress={() => view.open('changes')}>
          {t('sinceVisit')}
        </Button>
        <Button icon={<Users />} onPress={() => view.open('authors')}>
          {t('whoWrote')}
        </Button>
      </div>
      <QueryView query={{ ...query, data: versions }} lines={5}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <VersionDays versions={found} />
          )
        }
      </QueryView>
      {query.hasNextPage ? (
        <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('older')}
        </Button>
      ) : null}
      {isNaming && handle ? (
        <NameVersionDialog
          noteId={note.id}
          room={handle.room}
          version={null}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </div>
  );
}

function VersionDays({ versions }: { versions: readonly NoteVersion[] }) {
  const formats = useFormats();
  const days = new Map<string, NoteVersion[]>();
  for (const version of versions) {
    const day = formats.date(version.createdAt);
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day}>
      <h3 className={styles.dayName}>{day}</h3>
      <ol role="list" className={styles.versions}>
        {ofDay.map((version) => (
          <VersionItem key={version.id} version={version} />
        ))}
      </ol>
    </section>
  ));
}

function VersionItem({ version }: { version: NoteVersion }) {
  const { t } = useTranslation('history');
  const names = useNames();
  const view = useHistoryView();
  const formats = useFormats();
  const { kind, name, createdAt, people, createdBy, restoredFrom, wordCount, description } = version;
  const time = formats.dateTime(createdAt).split(', ').at(-1) ?? '';
  return (
    <li>
      <button
        type="button"
        className={styles.version}
        aria-current={view.show === version.id ? 'true' : undefined}
        onClick={() => view.open(version.id)}
      >
        <span className={styles.versionHead}>
          <span className={styles.versionName}>{name ?? time}</span>
          <Badge tone={tones[kind]}>{t(`kind.${kind}`)}</Badge>
        </span>
        <span className={styles.facts}>
          {[
            name === null ? '' : time,
            createdBy ? t('by', { name: names.people([createdBy]) }) : '',
            t('words', { count: wordCount }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {restoredFrom ? (
          <span className={styles.facts}>{t('restoredFrom', { version: names.version(restoredFrom) })}</span>
        ) : null}
        {people.length > 0 ? (
          <span className={styles.facts}>{t('people', { names: names.people(people) })}</span>
        ) : null}
        {description ? <span className={styles.description}>{description}</span> : null}
      </button>
    </li>
  );
}
