import { useEffect, useId, useRef, useState } from 'react';
import { libraryEndpoints, libraryLimits } from '@kring/contracts';
import { Form } from '../../../components/form.tsx';
import { acceptedFiles } from '../../../lib/accepted-files.ts';
import { upload, uploadName } from '../../../lib/api/upload.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { sizeText, titleOf } from '../model/library-item.ts';
import { WordsFields, type LibraryFormProps } from './library-forms.tsx';
import styles from './library.module.css';

/** Chooses a file and sends it. While it goes, the button beside it stops it; what was filled in stays. */
export function AddFileForm({ copId, onClose, onDone }: LibraryFormProps & { copId: string }) {
  const { t } = useTranslation('library');
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [part, setPart] = useState<number | null>(null);
  const [isStopped, setStopped] = useState(false);
  const going = useRef<AbortController | null>(null);
  // Whoever closes the window does not want the file to go on.
  useEffect(() => () => going.current?.abort(), []);
  const isTooLarge = file !== null && file.size > libraryLimits.bytes;

  const form = useContractForm(libraryEndpoints.addLibraryFile.query, async (query) => {
    if (!file || isTooLarge) return;
    const cancel = new AbortController();
    going.current = cancel;
    setPart(0);
    setStopped(false);
    try {
      const input = { params: { copId }, query };
      await upload(libraryEndpoints.addLibraryFile, input, file, {
        onProgress: setPart,
        signal: cancel.signal,
      });
      await onDone(t('addedDone', { title: query.title }));
    } catch (error) {
      if (!cancel.signal.aborted) throw error;
      setStopped(true);
    } finally {
      going.current = null;
      setPart(null);
    }
  });
  function choose(chosen: File | null) {
    setFile(chosen);
    if (chosen && (title === '' || (file && title === titleOf(file.name)))) setTitle(titleOf(chosen.name));
  }
  return (
    <Form
      form={form}
      submitLabel={t('form.add')}
      onSubmit={() => void form.submit({ name: file ? uploadName(file) : '', title, description })}
      onCancel={() => (part === null ? onClose() : going.current?.abort())}
    >
      <FileChoice
        isMissing={form.problemOf('name') !== null && file === null}
        isTooLarge={isTooLarge}
        onChoose={choose}
      />
      <WordsFields
        title={title}
        description={description}
        onTitle={setTitle}
        onDescription={setDescription}
        problemOf={form.problemOf}
      />
      <Going part={part} isStopped={isStopped} name={file?.name ?? ''} />
    </Form>
  );
}

interface FileChoiceProps {
  isMissing: boolean;
  isTooLarge: boolean;
  onChoose: (file: File | null) => void;
}

function FileChoice({ isMissing, isTooLarge, onChoose }: FileChoiceProps) {
  const { t, language } = useTranslation('library');
  const id = useId();
  const error = isTooLarge ? t('form.tooLarge') : isMissing ? t('form.noFile') : null;
  return (
    <div className={styles.choose}>
      <label htmlFor={id}>{t('form.file')}</label>
      <p id={`${id}-hint`} className={styles.soft}>
        {t('form.fileHint', { size: sizeText(20_000_000, language) })}
      </p>
      <input
        id={id}
        type="file"
        accept={acceptedFiles}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={error !== null}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
      <p id={`${id}-error`} role="alert" className={styles.error}>
        {error}
      </p>
    </div>
  );
}

/** How far the file is, in words as well. */
function Going({ part, isStopped, name }: { part: number | null; isStopped: boolean; name: string }) {
  const { t } = useTranslation('library');
  const id = useId();
  return (
    <div className={styles.progress}>
      <p role="status" id={id} className={styles.soft}>
        {part !== null ? t('form.going', { name }) : isStopped ? t('form.stopped', { name }) : null}
      </p>
      {part === null ? null : <progress value={part} max={1} aria-labelledby={id} />}
    </div>
  );
}
