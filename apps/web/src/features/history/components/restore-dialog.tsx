import { useQueryClient } from '@tanstack/react-query';
import { historyEndpoints, type Note, type NoteVersion } from '@kring/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { versionsQuery } from '../api/history-queries.ts';
import { noteOf } from '../compare/compare.ts';
import { restoreText } from '../compare/restore-text.ts';
import { useNames } from '../names.ts';
import { untilSaved } from '../until-saved.ts';

interface RestoreDialogProps {
  note: Note;
  version: NoteVersion;
  handle: NoteHandle;
  onClose: () => void;
  onRestored: () => void;
}

/** Puts a version back, by edits of the person who asks: whatever holds for writing holds for it, undo too. */
export function RestoreDialog({ note, version, handle, onClose, onRestored }: RestoreDialogProps) {
  const { t } = useTranslation('history');
  const names = useNames();
  const queryClient = useQueryClient();
  const name = names.version(version);
  async function restore() {
    // What is kept as the version before must hold everything that stands here.
    if (!(await untilSaved(handle.room))) throw new ApiError('offline');
    const content = await call(historyEndpoints.restoreNoteVersion, {
      params: { noteId: note.id, versionId: version.id },
    });
    // Rights can have gone while we asked.
    if (handle.editor.isDestroyed || !handle.editor.isEditable) throw new ApiError('not-allowed');
    restoreText(handle.editor.view, noteOf(content));
    onRestored();
    showToast(t('restore.done', { version: name }), {
      action: { label: t('restore.undo'), run: () => void handle.editor.commands.undo() },
    });
    await queryClient.invalidateQueries({ queryKey: versionsQuery(note.id).queryKey });
  }
  return (
    <ConfirmDialog
      title={t('restore.title')}
      confirmLabel={t('restore.confirm')}
      isOpen
      onClose={onClose}
      onConfirm={restore}
    >
      {t('restore.text', { version: name })}
    </ConfirmDialog>
  );
}
