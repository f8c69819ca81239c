import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Case, type NoteSummary } from '@kring/contracts';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useAct } from '../../../lib/use-act.ts';
import { caseQuery, noteQuery } from '../../../lib/queries/case-queries.ts';

/** The acts on a note; archiving can be undone from its toast. */
export function useNoteActs(openCase: Pick<Case, 'id'>) {
  const { t } = useTranslation('cases');
  const queryClient = useQueryClient();
  const act = useAct();

  async function renew(noteId: string) {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: caseQuery(openCase.id).queryKey }),
      queryClient.invalidateQueries({ queryKey: noteQuery(noteId).queryKey }),
    ]);
  }
  async function restoreNow(note: Pick<NoteSummary, 'id' | 'title'>) {
    await call(endpoints.restoreNote, { params: { noteId: note.id } });
    await renew(note.id);
    showToast(t('note.restored', { title: note.title }));
  }
  async function archiveNow(note: Pick<NoteSummary, 'id' | 'title'>) {
    await call(endpoints.archiveNote, { params: { noteId: note.id } });
    await renew(note.id);
    const undo = { label: t('common:undo'), run: () => void act.run(() => restoreNow(note)) };
    showToast(t('note.archived', { title: note.title }), { action: undo });
  }
  return {
    renew,
    archive: (note: Pick<NoteSummary, 'id' | 'title'>) => act.run(() => archiveNow(note)),
    restore: (note: Pick<NoteSummary, 'id' | 'title'>) => act.run(() => restoreNow(note)),
  };
}
