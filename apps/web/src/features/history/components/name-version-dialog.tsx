import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RoomClient } from '@kring/collab-client';
import { historyEndpoints, versionNameInputSchema, type NoteVersion } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { versionsQuery } from '../api/history-queries.ts';
import { untilSaved } from '../until-saved.ts';

interface NameVersionDialogProps {
  noteId: string;
  room: RoomClient;
  /** The one to name; null for what the note says now. */
  version: NoteVersion | null;
  onClose: () => void;
}

/** Keeps a version under a name, for ever. */
export function NameVersionDialog({ noteId, room, version, onClose }: NameVersionDialogProps) {
  const { t } = useTranslation('history');
  const queryClient = useQueryClient();
  const [name, setName] = useState(version?.name ?? '');
  const [description, setDescription] = useState(version?.description ?? '');
  const form = useContractForm(versionNameInputSchema, async (input) => {
    if (version) {
      await call(historyEndpoints.renameNoteVersion, {
        params: { noteId, versionId: version.id },
        body: { ...input, version: version.version },
      });
    } else {
      // What one typed just now belongs to it; what cannot be saved now does not keep one from it.
      await untilSaved(room);
      await call(historyEndpoints.createNoteVersion, { params: { noteId }, body: input });
    }
    await queryClient.invalidateQueries({ queryKey: versionsQuery(noteId).queryKey });
    onClose();
    showToast(t('name.done', { name: input.name }));
  });
  return (
    <Dialog title={t(version ? 'name.rename' : 'name.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={t('name.save')}
        onCancel={onClose}
        onSubmit={() => void form.submit({ name, description })}
      >
        <p>{t('name.help')}</p>
        <TextField
          label={t('name.field')}
          hint={t('name.hint')}
          autoFocus
          maxLength={120}
          value={name}
          onChange={setName}
          problem={form.problemOf('name')}
        />
        <TextArea
          label={t('name.description')}
          isOptional
          rows={2}
          maxLength={1_000}
          value={description}
          onChange={setDescription}
          problem={form.problemOf('description')}
        />
      </Form>
    </Dialog>
  );
}
