import { useState } from 'react';
import { templateSectionSchema } from '@kring/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { findSection } from '../../../lib/sections/section-commands.ts';
import { useSectionActs, type SectionFields } from '../hooks/use-section-acts.ts';
import { useSections } from '../hooks/use-sections.ts';

const fieldsSchema = templateSectionSchema.pick({ title: true, guidance: true });

interface OneSectionProps {
  handle: NoteHandle;
  sectionKey: string;
  onClose: () => void;
}

export function EditSectionDialog({ handle, sectionKey, onClose }: OneSectionProps) {
  const { t } = useTranslation('sections');
  const { change } = useSectionActs(handle);
  const [section] = useState(() => findSection(handle.editor.state.doc, sectionKey)?.attributes);
  return (
    <Dialog title={t('form.editTitle', { title: section?.title ?? '' })} isOpen onClose={onClose}>
      <SectionForm
        start={{ title: section?.title ?? '', guidance: section?.guidance ?? '' }}
        submitLabel={t('form.save')}
        onClose={onClose}
        onSave={(fields) => change(sectionKey, fields)}
      />
    </Dialog>
  );
}

interface AddSectionProps {
  handle: NoteHandle;
  /** Null: at the end. */
  afterKey: string | null;
  onClose: () => void;
}

export function AddSectionDialog({ handle, afterKey, onClose }: AddSectionProps) {
  const { t } = useTranslation('sections');
  const { add } = useSectionActs(handle);
  return (
    <Dialog title={t('form.addTitle')} isOpen onClose={onClose}>
      <SectionForm
        start={{ title: '', guidance: '' }}
        submitLabel={t('form.add')}
        onClose={onClose}
        onSave={(fields) => add(afterKey, fields)}
      />
    </Dialog>
  );
}

interface SectionFormProps {
  start: SectionFields;
  submitLabel: string;
  onClose: () => void;
  onSave: (fields: SectionFields) => void;
}

function SectionForm({ start, submitLabel, onClose, onSave }: SectionFormProps) {
  const { t } = useTranslation('sections');
  const [values, setValues] = useState(start);
  const form = useContractForm(fieldsSchema, async (fields) => {
    onClose();
    onSave(fields);
  });
  return (
    <Form form={form} submitLabel={submitLabel} onSubmit={() => void form.submit(values)} onCancel={onClose}>
      <TextField
        label={t('form.title')}
        autoFocus
        value={values.title}
        onChange={(title) => setValues({ ...values, title })}
        problem={form.problemOf('title')}
      />
      <TextArea
        label={t('form.guidance')}
        hint={t('form.guidanceHint')}
        isOptional
        value={values.guidance}
        onChange={(guidance) => setValues({ ...values, guidance })}
        problem={form.problemOf('guidance')}
      />
    </Form>
  );
}

/** Asks by naming the section, and says who is working in it. */
export function RemoveSectionDialog({ handle, sectionKey, onClose }: OneSectionProps) {
  const { t } = useTranslation('sections');
  const { remove } = useSectionActs(handle);
  const section = useSections(handle).find(({ attributes }) => attributes.key === sectionKey);
  const [title] = useState(section?.attributes.title ?? '');
  const names = section?.people.map(({ name }) => name).join(', ') ?? '';
  return (
    <ConfirmDialog
      title={t('remove.title', { title })}
      confirmLabel={t('remove.confirm', { title })}
      isDanger
      isOpen
      onClose={onClose}
      onConfirm={async () => remove(sectionKey)}
    >
      <p>{t('remove.text')}</p>
      {names ? (
        <p>
          <strong>{t('remove.busy', { names })}</strong>
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
