import { useState } from 'react';
import { Archive, ArchiveRestore, CircleCheck, CircleDot, Compass, Eye, Pencil } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Case, type CaseStatus } from '@kring/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useAct } from '../../../lib/use-act.ts';
import { caseQuery } from '../../../lib/queries/case-queries.ts';
import { EditCaseForm } from './edit-case-form.tsx';
import { VisibilityDialog } from './visibility-dialog.tsx';

const statusIcons = { exploring: <Compass />, active: <CircleDot />, concluded: <CircleCheck /> };

/** Everything that this person may do to a case, apart from writing in it. */
export function CaseActions({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const [open, setOpen] = useState<'edit' | 'visibility' | 'conclude' | null>(null);
  const { changeStatus, archive, restore } = useCaseActs(openCase);
  const act = useAct();
  const can = (ability: Case['abilities'][number]) => openCase.abilities.includes(ability);
  const close = () => setOpen(null);

  function startStatus(status: CaseStatus) {
    if (status === 'concluded') setOpen('conclude');
    else if (status === 'active' && openCase.question === '' && can('case.update')) {
      const action = { label: t('edit'), run: () => setOpen('edit') };
      showToast(t('errors:codes.question-missing'), { tone: 'failed', action });
    } else void act.run(() => changeStatus(status));
  }

  const actions: MenuAction[] = [];
  if (can('case.update')) {
    actions.push({ id: 'edit', label: t('edit'), icon: <Pencil />, run: () => setOpen('edit') });
  }
  for (const status of openCase.nextStatuses) {
    const word = status === 'active' && openCase.status === 'concluded' ? 'reopen' : status;
    actions.push({
      id: status,
      label: t(`changeStatus.${word}`),
      icon: statusIcons[status],
      run: () => startStatus(status),
    });
  }
  if (can('case.change-visibility')) {
    const run = () => setOpen('visibility');
    actions.push({ id: 'visibility', label: t('changeVisibility.action'), icon: <Eye />, run });
  }
  if (can('case.archive')) {
    actions.push(
      openCase.archivedAt
        ? { id: 'restore', label: t('restore'), icon: <ArchiveRestore />, run: () => void act.run(restore) }
        : { id: 'archive', label: t('archive'), icon: <Archive />, run: () => void act.run(archive) },
    );
  }
  return (
    <>
      <ActionMenu label={t('moreActions')} actions={actions} />
      <Dialog title={t('edit')} isOpen={open === 'edit'} onClose={close}>
        <EditCaseForm openCase={openCase} onClose={close} />
      </Dialog>
      <VisibilityDialog openCase={openCase} isOpen={open === 'visibility'} onClose={close} />
      <ConfirmDialog
        title={t('changeStatus.concludeTitle', { title: openCase.title })}
        confirmLabel={t('changeStatus.concluded')}
        isOpen={open === 'conclude'}
        onClose={close}
        onConfirm={() => changeStatus('concluded')}
      >
        <p>{t('changeStatus.concludeText')}</p>
      </ConfirmDialog>
    </>
  );
}

/** The acts on a case; archiving can be undone from its toast. */
function useCaseActs(openCase: Case) {
  const { t } = useTranslation('cases');
  const queryClient = useQueryClient();
  const act = useAct();
  const params = { caseId: openCase.id };
  const { title } = openCase;

  function keep(saved: Case) {
    queryClient.setQueryData(caseQuery(openCase.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: ['cases', 'of-cop'] });
    void queryClient.invalidateQueries({ queryKey: ['notes'] });
  }
  async function changeStatus(status: CaseStatus) {
    keep(await call(endpoints.changeCaseStatus, { params, body: { status } }));
    showToast(t('changeStatus.done', { status: t(`status.${status}`).toLowerCase() }));
  }
  async function restore() {
    keep(await call(endpoints.restoreCase, { params }));
    showToast(t('restoreDone', { title }));
  }
  async function archive() {
    keep(await call(endpoints.archiveCase, { params }));
    const undo = { label: t('common:undo'), run: () => void act.run(restore) };
    showToast(t('archiveDone', { title }), { action: undo });
  }
  return { changeStatus, archive, restore };
}
