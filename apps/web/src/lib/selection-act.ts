import type { ReactNode } from 'react';

/** Something to do with the words that somebody selected in a note; a page hands them to the sheet. */
export interface SelectionAct {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** As `Mod+Alt+M`; who offers the act also listens to its keys. */
  readonly keys?: string;
  /** Called with the selection in the editor as it is now. */
  readonly run: (range: { readonly from: number; readonly to: number }) => void;
}
