import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { organisationKeepingEndpoints, type Organisation } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { organisationsQuery } from '../../../lib/queries/organisation-queries.ts';
import { today } from './today.ts';

interface EndDialogProps {
  organisation: Organisation;
  onClose: () => void;
}

/** Ends an organisation on a day. */
export function EndDialog({ organisation, onClose }: EndDialogProps) {
  const { t } = useTranslation('organisations');
  return (
    <Dialog title={t('end.title', { name: organisation.name })} isOpen onClose={onClose}>
      <EndForm organisation={organisation} onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ organisation, onClose }: EndDialogProps) {
  const { t } = useTranslation('organisations');
  const queryClient = useQueryClient();
  const [on, setOn] = useState(organisation.endedOn ?? today());
  const form = useContractForm(organisationKeepingEndpoints.endOrganisation.body, async (body) => {
    await call(organisationKeepingEndpoints.endOrganisation, {
      params: { organisationId: organisation.id },
      body,
    });
    await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
    showToast(t('end.done', { name: organisation.name }));
    onClose();
  });
  return (
    <Form
      form={form}
      submitLabel={t('end.confirm')}
      onSubmit={() => void form.submit({ on })}
      onCancel={onClose}
    >
      <p>{t('end.text')}</p>
      <TextField
        label={t('end.on')}
        type="date"
        max={today()}
        autoFocus
        value={on}
        onChange={setOn}
        problem={form.problemOf('on')}
      />
    </Form>
  );
}
