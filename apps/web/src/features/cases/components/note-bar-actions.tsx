import { useState } from 'react';
import { Archive, ArchiveRestore, ArrowLeft, BellOff, BellRing, Files, Plus } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import type { Case, Note } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { useNoteActs } from './note-acts.ts';
import { NoteNav } from './note-list.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useFollow } from '../../../lib/use-follow.ts';
import styles from './note-bar-actions.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const NewNoteDialog = lazyPart(() => import('./new-note-dialog.tsx'), 'NewNoteDialog');

interface NoteBarActionsProps {
  openCase: Case;
  note: Note;
  /** What one does with its text as a reader, such as print it. */
  reading: readonly MenuAction[];
}

/** What one does with a note as a whole: one can type before this is there. */
export function NoteBarActions({ openCase, note, reading }: NoteBarActionsProps) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const acts = useNoteActs(openCase);
  const follow = useFollow('note', note.id);
  const [open, setOpen] = useState<'new' | 'list' | null>(null);
  const actions: MenuAction[] = [
    {
      id: 'case',
      label: t('note.backToCase'),
      icon: <ArrowLeft />,
      run: () => void navigate(`/cases/${openCase.id}`),
    },
  ];
  if (follow.isFollowing !== undefined) {
    actions.push({
      id: 'follow',
      label: t(follow.isFollowing ? 'common:follow.stop' : 'common:follow.start'),
      icon: follow.isFollowing ? <BellOff /> : <BellRing />,
      run: follow.toggle,
    });
  }
  actions.push(...reading);
  if (note.abilities.includes('note.archive')) {
    actions.push(
      note.archivedAt
        ? {
            id: 'restore',
            label: t('note.restore'),
            icon: <ArchiveRestore />,
            run: () => void acts.restore(note),
          }
        : { id: 'archive', label: t('note.archive'), icon: <Archive />, run: () => void acts.archive(note) },
    );
  }
  const count = openCase.notes.filter((item) => item.archivedAt === null).length;
  const canCreate = openCase.abilities.includes('note.create');
  const add = (
    <Button icon={<Plus />} onPress={() => setOpen('new')}>
      {t('note.new')}
    </Button>
  );
  return (
    <>
      <span className={styles.list}>
        <Button icon={<Files />} onPress={() => setOpen('list')}>
          {t('note.listButton', { count })}
        </Button>
      </span>
      {canCreate ? <span className={styles.add}>{add}</span> : null}
      <ActionMenu label={t('note.actions')} actions={actions} />
      <Dialog shape="sheet" title={t('note.list')} isOpen={open === 'list'} onClose={() => setOpen(null)}>
        <NoteNav openCase={openCase} />
        {canCreate ? <p>{add}</p> : null}
        <Link to={`/cases/${openCase.id}`}>{t('note.backToCase')}</Link>
      </Dialog>
      {open === 'new' ? (
        <Part tells="toast">
          <NewNoteDialog openCase={openCase} isOpen onClose={() => setOpen(null)} />
        </Part>
      ) : null}
    </>
  );
}
