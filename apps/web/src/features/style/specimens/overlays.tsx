import { useState } from 'react';
import { Archive, MessageSquareText, Pencil, Trash2 } from 'lucide-react';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Actions, Dialog } from '../../../components/dialog.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { PanelButtons, SidePanel, type Panel } from '../../../components/side-panel.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Specimen } from './specimen.ts';

const nothing = () => undefined;

function DialogSample({ shape }: { shape: 'card' | 'sheet' }) {
  const { t } = useTranslation('style');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t(`sample.open.${shape}`)}
      </Button>
      <Dialog shape={shape} title={t('sample.dialogTitle')} isOpen={isOpen} onClose={close}>
        <p>{t('sample.sentence')}</p>
        <Actions>
          <Button variant="primary" onPress={close}>
            {t('sample.save')}
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}

function QuestionSample({ fails }: { fails: boolean }) {
  const { t } = useTranslation('style');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t(fails ? 'sample.open.failing' : 'sample.open.question')}
      </Button>
      <ConfirmDialog
        title={t('sample.removeTitle')}
        confirmLabel={t('sample.remove')}
        isDanger
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => (fails ? Promise.reject(new ApiError('offline')) : Promise.resolve())}
      >
        <p>{t('sample.removeText')}</p>
      </ConfirmDialog>
    </>
  );
}

function MenuSample() {
  const { t } = useTranslation('style');
  return (
    <ActionMenu
      label={t('sample.open.menu')}
      actions={[
        { id: 'rename', label: t('sample.rename'), icon: <Pencil aria-hidden="true" />, run: nothing },
        { id: 'archive', label: t('sample.archive'), icon: <Archive aria-hidden="true" />, run: nothing },
        {
          id: 'remove',
          label: t('sample.remove'),
          icon: <Trash2 aria-hidden="true" />,
          isDanger: true,
          run: nothing,
        },
      ]}
    />
  );
}

function ToastSample() {
  const { t } = useTranslation('style');
  return (
    <>
      <Button onPress={() => showToast(t('sample.saved'))}>{t('sample.open.done')}</Button>
      <Button onPress={() => showToast(t('sample.notSaved'), { tone: 'failed' })}>
        {t('sample.open.failed')}
      </Button>
      <Button
        onPress={() => showToast(t('sample.archived'), { action: { label: t('sample.undo'), run: nothing } })}
      >
        {t('sample.open.action')}
      </Button>
    </>
  );
}

function PanelSample() {
  const { t } = useTranslation('style');
  const panels: Panel[] = [
    {
      name: 'example',
      label: t('sample.comments'),
      icon: <MessageSquareText />,
      count: 3,
      content: <p>{t('sample.sentence')}</p>,
    },
  ];
  return (
    <>
      <PanelButtons panels={panels} />
      <SidePanel panels={panels} />
    </>
  );
}

export const overlaySpecimens: readonly Specimen[] = [
  {
    file: 'dialog',
    isOnce: true,
    states: [
      { name: 'open', variant: 'card', Show: () => <DialogSample shape="card" /> },
      { name: 'open', variant: 'sheet', Show: () => <DialogSample shape="sheet" /> },
    ],
  },
  {
    file: 'confirm-dialog',
    isOnce: true,
    states: [
      { name: 'open', Show: () => <QuestionSample fails={false} /> },
      { name: 'error', Show: () => <QuestionSample fails /> },
    ],
  },
  { file: 'menu', isOnce: true, states: [{ name: 'open', Show: MenuSample }] },
  { file: 'toast', isOnce: true, states: [{ name: 'open', Show: ToastSample }] },
  { file: 'side-panel', isOnce: true, states: [{ name: 'open', Show: PanelSample }] },
];
