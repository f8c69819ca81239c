import { useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Note } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/fields.tsx';
import { toApiError, type ApiError } from '../../../lib/api/api-error.ts';
import { loadNote, renameNote } from '../api/rename-note.ts';
import { LineField } from './line-field.tsx';
import styles from './note-sheet.module.css';

interface NoteTitleFormProps {
  note: Note;
  /** Somebody else changed the note meanwhile: this is how it is now. */
  onNewer: (note: Note) => void;
  onDone: (renamed: Note | null) => void;
}

/** The title in a field, until it is saved or left as it was. */
export function NoteTitleForm({ note, onNewer, onDone }: NoteTitleFormProps) {
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
