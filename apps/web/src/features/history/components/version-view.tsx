import { useState } from 'react';
import { BookmarkPlus, History } from 'lucide-react';
import type { Note, NoteVersion } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/fields.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { useNames } from '../names.ts';
import { useCompared, useVersions, type Source } from '../use-compared.ts';
import { useHistoryView } from '../use-history-view.ts';
import { ComparedText } from './compared-text.tsx';
import { NameVersionDialog } from './name-version-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import styles from './history.module.css';

interface VersionViewProps {
  note: Note;
  versionId: string;
  handle: NoteHandle | null;
  onRestored: () => void;
}

/** One version as a sheet to read, with what changed in it against another. */
export function VersionView({ note, versionId, handle, onRestored }: VersionViewProps) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const names = useNames();
  const { against } = useHistoryView();
  const versions = useVersions(note.id);
  const version = versions.find(({ id }) => id === versionId);
  const [before, after] = sidesOf(versions, versionId, against);
  const compared = useCompared(note.id, after, before);
  const [asking, setAsking] = useState<'restore' | 'name' | null>(null);
  const at = version?.createdAt ?? compared.text.data?.at;
  const canRestore = note.abilities.includes('version.restore') && handle?.room.status.access === 'write';
  return (
    <>
      <header className={styles.viewHead}>
        <h1 className={styles.title}>
          {version?.name ?? (at ? t('of', { when: formats.dateTime(at) }) : t('list'))}
        </h1>
        {version ? (
          <p className={styles.facts}>
            {t('people', { names: version.people.length > 0 ? names.people(version.people) : t('nobody') })}
          </p>
        ) : null}
        {version?.description ? <p className={styles.description}>{version.description}</p> : null}
      </header>
      <div className={styles.tools}>
        <AgainstField versions={versions} versionId={versionId} />
        {canRestore ? (
          <Button icon={<History />} onPress={() => setAsking('restore')}>
            {t('view.restore')}
          </Button>
        ) : null}
        {version && handle && note.abilities.includes('version.name') ? (
          <Button icon={<BookmarkPlus />} onPress={() => setAsking('name')}>
            {t('view.rename')}
          </Button>
        ) : null}
      </div>
      <ComparedText
        compared={compared}
        label={version ? names.version(version) : t('list')}
        isAlone={before === null}
      />
      {asking === 'restore' && handle && version ? (
        <RestoreDialog
          note={note}
          version={version}
          handle={handle}
          onClose={() => setAsking(null)}
          onRestored={onRestored}
        />
      ) : null}
      {asking === 'name' && handle && version ? (
        <NameVersionDialog
          noteId={note.id}
          room={handle.room}
          version={version}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}

/** Which text is the earlier one, and which the later. */
function sidesOf(
  versions: readonly NoteVersion[],
  versionId: string,
  against: string | null,
): [before: Source | null, after: Source] {
  const at = versions.findIndex(({ id }) => id === versionId);
  if (against === 'none') return [null, versionId];
  if (against === 'now') return [versionId, 'now'];
  if (against === null) return [versions[at + 1]?.id ?? null, versionId];
  const other = versions.findIndex(({ id }) => id === against);
  return other >= 0 && other < at ? [versionId, against] : [against, versionId];
}

function AgainstField({ versions, versionId }: { versions: readonly NoteVersion[]; versionId: string }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const view = useHistoryView();
  const nameOf = (version: NoteVersion) =>
    version.name
      ? `${version.name} (${formats.date(version.createdAt)})`
      : formats.dateTime(version.createdAt);
  return (
    <SelectField
      label={t('view.compareWith')}
      value={view.against ?? 'previous'}
      onChange={(value) => view.open(versionId, value === 'previous' ? null : value)}
      options={[
        { value: 'previous', label: t('view.previous') },
        { value: 'now', label: t('nowText') },
        { value: 'none', label: t('view.nothing') },
        ...versions
          .filter(({ id }) => id !== versionId)
          .map((version) => ({ value: version.id, label: nameOf(version) })),
      ]}
    />
  );
}
