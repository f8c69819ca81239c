import { useState, type ReactNode } from 'react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { toApiError, type ApiError } from '../lib/api/api-error.ts';
import { Button } from './button.tsx';
import { Actions, Dialog } from './dialog.tsx';
import { FormFailure, FormStack } from './fields.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What will happen, and what will be lost. */
  children: ReactNode;
  confirmLabel: string;
  isDanger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  /** The dialog closes when this succeeds, and tells it when it fails. */
  onConfirm: () => Promise<void>;
}

/** Asks before an act that cannot simply be undone, naming the thing it is about. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  isDanger = false,
  isOpen,
  onClose,
  onConfirm,
}: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);

  function close() {
    setFailure(null);
    onClose();
  }
  async function confirm() {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setFailure(toApiError(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} isQuestion>
      <FormStack>
        <div>{children}</div>
        <FormFailure failure={failure} />
        <Actions>
          <Button variant={isDanger ? 'danger' : 'primary'} isBusy={isBusy} onPress={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button onPress={close} autoFocus>
            {t('cancel')}
          </Button>
        </Actions>
      </FormStack>
    </Dialog>
  );
}
