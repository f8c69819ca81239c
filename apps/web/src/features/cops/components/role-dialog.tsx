import { useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { changeRoleInputSchema, type CopRole } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { Form } from '../../../components/form.tsx';
import { useContractForm } from '../../../lib/form.ts';
import { RoleField } from './role-field.tsx';

interface RoleDialogProps {
  title: string;
  initial: CopRole;
  /** What the button does; left out it keeps. */
  submitLabel?: string;
  onClose: () => void;
  onChoose: (role: CopRole) => Promise<void>;
}

/** Asks which role somebody gets; open as long as it is rendered. */
export function RoleDialog({ title, initial, submitLabel, onClose, onChoose }: RoleDialogProps) {
  const { t } = useTranslation('common');
  const [role, setRole] = useState<CopRole>(initial);
  const form = useContractForm(changeRoleInputSchema, async (input) => {
    await onChoose(input.role);
    onClose();
  });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={submitLabel ?? t('save')}
        onSubmit={() => void form.submit({ role })}
        onCancel={onClose}
      >
        <RoleField value={role} onChange={setRole} />
      </Form>
    </Dialog>
  );
}
