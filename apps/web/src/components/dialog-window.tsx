import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { IconButton } from './button.tsx';
import type { DialogProps } from './dialog.tsx';
import { AriaLocale } from './aria-locale.tsx';
import { focusAtOnce } from './focus-at-once.ts';
import styles from './dialog.module.css';

focusAtOnce();

/** A window over the page. Keeps focus inside, closes with Escape and gives focus back. */
export function DialogWindow({ title, onClose, children, shape = 'card', isQuestion = false }: DialogProps) {
  const { t } = useTranslation('common');
  return (
    <AriaLocale>
      <ModalOverlay
        className={styles.overlay}
        data-shape={shape}
        isOpen
        isDismissable={!isQuestion}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Modal className={styles.modal}>
          <AriaDialog role={isQuestion ? 'alertdialog' : 'dialog'} className={styles.dialog}>
            <header className={styles.header}>
              <Heading slot="title" level={2} className={styles.title}>
                {title}
              </Heading>
              {isQuestion ? null : <IconButton label={t('close')} icon={<X />} onPress={onClose} />}
            </header>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
