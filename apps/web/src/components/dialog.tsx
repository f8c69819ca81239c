import { lazy, Suspense, type ReactNode } from 'react';
import styles from './dialog.module.css';
import { whenIdle } from './when-idle.ts';

const load = () => import('./dialog-window.tsx');
const DialogWindow = lazy(async () => ({ default: (await load()).DialogWindow }));
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
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}

/** The buttons of a dialog or form; the main act stands first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
