import type { EffectOption } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { lazyPart, Part } from '../../../components/part.tsx';

const OptionForm = lazyPart(() => import('./option-form.tsx'), 'OptionForm');

interface OptionFormDialogProps {
  title: string;
  isOpen: boolean;
  view: MatrixView;
  acts: EffectActs;
  /** Absent for a new one. */
  option?: EffectOption;
  onSaved?: (id: string) => void;
  onClose: () => void;
}

/** The form of an option, which loads when it is opened. */
export function OptionFormDialog({ title, isOpen, onClose, ...form }: OptionFormDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Part>
        <OptionForm {...form} onClose={onClose} />
      </Part>
    </Dialog>
  );
}
