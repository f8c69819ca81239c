import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../../../components/dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { AddFileForm } from './add-file-form.tsx';
import { AddLinkForm, EditItemForm } from './library-forms.tsx';
import type { LibraryAct } from './library.tsx';

interface LibraryDialogProps {
  copId: string;
  act: LibraryAct;
  onClose: () => void;
}

/** Adds a file or link, or changes one. */
export function LibraryDialog({ copId, act, onClose }: LibraryDialogProps) {
  const { t } = useTranslation('library');
  const queryClient = useQueryClient();
  async function finish(words: string): Promise<void> {
    await queryClient.invalidateQueries({ queryKey: ['library', copId] });
    showToast(words);
    onClose();
  }
  const common = { onClose, onDone: finish };
  const forms = {
    file: [t('addFile'), () => <AddFileForm copId={copId} {...common} />],
    link: [t('addLink'), () => <AddLinkForm copId={copId} {...common} />],
    edit: [t('edit'), () => (act.kind === 'edit' ? <EditItemForm item={act.item} {...common} /> : null)],
  } as const;
  const [title, form] = forms[act.kind];
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {form()}
    </Dialog>
  );
}
