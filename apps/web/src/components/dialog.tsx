import { type ReactNode } from 'react';
import styles from './dialog.module.css';
import { whenIdle } from './when-idle.ts';
import { lazyPart, Part } from './part.tsx';

const load = () => import('./dialog-window.tsx');
const DialogWindow = lazyPart(load, 'DialogWindow');
whenIdle(load);

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** `sheet` comes up from the bottom, for choices on narrow screens. */
  shape?: 'card' | 'sheet';
  /** A question that must be answered by a button, not by pressing beside it. */
  isQuestion?: boolean;
}

/** A window over the page, open while `isOpen`. Its code loads after the page itself. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Part tells="toast">
      <DialogWindow {...props} />
    </Part>
  );
}

/** The buttons of a dialog or form; the main act stands first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
