import { useEffect, useRef, useState } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Note } from '@kring/contracts';
import { IconButton } from '../../../components/button.tsx';
import { lazyPart, Part } from '../../../components/part.tsx';
import { whenIdle } from '../../../components/when-idle.ts';
import styles from './note-sheet.module.css';

// Nobody renames a note before it stands there; fetched early, for when the network is away.
const loadForm = () => import('./note-title-form.tsx');
const NoteTitleForm = lazyPart(loadForm, 'NoteTitleForm');
whenIdle(loadForm);

interface NoteTitleProps {
  note: Note;
  onRenamed: (note: Note) => void;
}

/** The title of the page, which whoever may can change in place. */
export function NoteTitle({ note, onRenamed }: NoteTitleProps) {
  const { t } = useTranslation('notes');
  const [isEditing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasEditing = useRef(false);

  useEffect(() => {
    if (wasEditing.current && !isEditing) heading.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  const shown = (
    <div className={styles.titleLine}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {note.title}
      </h1>
      {note.abilities.includes('note.update') ? (
        <IconButton label={t('title.edit')} icon={<Pencil />} onPress={() => setEditing(true)} />
      ) : null}
    </div>
  );
  if (!isEditing) return shown;
  return (
    <Part fallback={shown}>
      <NoteTitleForm
        note={note}
        onNewer={onRenamed}
        onDone={(renamed) => {
          if (renamed) onRenamed(renamed);
          setEditing(false);
        }}
      />
    </Part>
  );
}
