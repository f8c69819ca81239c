import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useNavigate } from 'react-router';
import { createNoteInputSchema, endpoints, type Case } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { caseQuery, noteQuery } from '../../../lib/queries/case-queries.ts';
import { TemplateField, useTemplateChoice } from './template-field.tsx';

interface NewNoteDialogProps {
  openCase: Case;
  isOpen: boolean;
  onClose: () => void;
}

/** Makes a note and opens it. */
export function NewNoteDialog({ openCase, isOpen, onClose }: NewNoteDialogProps) {
  const { t } = useTranslation('cases');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (
    <Dialog title={t('note.newTitle', { title: openCase.title })} isOpen={isOpen} onClose={onClose}>
      <NewNoteForm
        openCase={openCase}
        onClose={onClose}
        onSave={async (body) => {
          const note = await call(endpoints.createNote, { params: { caseId: openCase.id }, body });
          queryClient.setQueryData(noteQuery(note.id).queryKey, note);
          await queryClient.invalidateQueries({ queryKey: caseQuery(openCase.id).queryKey });
          onClose();
          await navigate(`/cases/${openCase.id}/notes/${note.id}`);
        }}
      />
    </Dialog>
  );
}

interface NewNoteFormProps {
  openCase: Case;
  onClose: () => void;
  onSave: (note: { title: string; templateId: string | null }) => Promise<void>;
}

function NewNoteForm({ openCase, onClose, onSave }: NewNoteFormProps) {
  const { t } = useTranslation('cases');
  const [title, setTitle] = useState('');
  // A case has one analysis; what is added to it is mostly something else.
  const isFirst = openCase.notes.every((note) => note.archivedAt !== null);
  const template = useTemplateChoice(openCase.cop.id, isFirst ? 'default' : 'empty');
  const form = useContractForm(createNoteInputSchema, async (input) =>
    onSave({ title: input.title, templateId: await template.read() }),
  );
  return (
    <Form
      form={form}
      submitLabel={t('note.create')}
      onSubmit={() => void form.submit({ title })}
      onCancel={onClose}
    >
      <TextField
        label={t('note.title')}
        autoFocus
        value={title}
        onChange={setTitle}
        problem={form.problemOf('title')}
      />
      <TemplateField copId={openCase.cop.id} choice={template} />
    </Form>
  );
}
