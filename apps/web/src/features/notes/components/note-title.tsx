import { useEffect, useRef, useState } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Note } from '@kring/contracts';
import { Button, IconButton } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/fields.tsx';
import { toApiError, type ApiError } from '../../../lib/api/api-error.ts';
import { loadNote, renameNote } from '../api/rename-note.ts';
import { LineField } from './line-field.tsx';
import styles from './note-sheet.module.css';

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

  if (isEditing) {
    return (
      <TitleForm
        note={note}
        onNewer={onRenamed}
        onDone={(renamed) => {
          if (renamed) onRenamed(renamed);
          setEditing(false);
        }}
      />
    );
  }
  return (
    <div className={styles.titleLine}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {note.title}
      </h1>
      {note.abilities.includes('note.update') ? (
        <IconButton label={t('title.edit')} icon={<Pencil />} onPress={() => setEditing(true)} />
      ) : null}
    </div>
  );
}

interface TitleFormProps {
  note: Note;
  /** Somebody else changed the note meanwhile: this is how it is now. */
  onNewer: (note: Note) => void;
  onDone: (renamed: Note | null) => void;
}

function TitleForm({ note, onNewer, onDone }: TitleFormProps) {
  const { t } = useTranslation('notes');
  const [title, setTitle] = useState(note.title);
  const [error, setError] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function save() {
    if (title.trim() === '') return setError(t('title.required'));
    if (title.trim() === note.title) return onDone(null);
    setBusy(true);
    setError(null);
    setFailure(null);
    try {
      onDone(await renameNote(note, title));
    } catch (cause) {
      const error = toApiError(cause);
      setFailure(error);
      // What was typed stays; saving again then goes on from the newer version.
      if (error.code === 'changed-meanwhile') await loadNote(note.id).then(onNewer, () => undefined);
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      className={styles.titleForm}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    >
      <LineField
        label={t('title.label')}
        value={title}
        error={error}
        maxLength={160}
        isLarge
        autoFocus
        onChange={setTitle}
      />
      <FormFailure failure={failure} />
      <div className={styles.titleActions}>
        <Button variant="primary" size="small" type="submit" isBusy={isBusy}>
          {t('title.save')}
        </Button>
        <Button size="small" onPress={() => onDone(null)}>
          {t('title.cancel')}
        </Button>
      </div>
    </form>
  );
}
