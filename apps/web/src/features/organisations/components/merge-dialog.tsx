import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { organisationKeepingEndpoints, type Organisation } from '@kring/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { organisationsQuery, organisationsToChoose } from '../../../lib/queries/organisation-queries.ts';
import { today } from './today.ts';

interface MergeDialogProps {
  organisation: Organisation;
  all: readonly Organisation[];
  onClose: () => void;
}
interface Plan {
  readonly successor: Organisation;
  readonly on: string;
}

/** Lets an organisation go up in another one: first which one and when, then what that moves. */
export function MergeDialog({ organisation, all, onClose }: MergeDialogProps) {
  const { t } = useTranslation('organisations');
  const [plan, setPlan] = useState<Plan | null>(null);
  if (plan) return <MergeQuestion organisation={organisation} plan={plan} onClose={onClose} />;
  return (
    <Dialog title={t('merge.title', { name: organisation.name })} isOpen onClose={onClose}>
      <PlanForm organisation={organisation} all={all} onClose={onClose} onPlan={setPlan} />
    </Dialog>
  );
}

function PlanForm({
  organisation,
  all,
  onClose,
  onPlan,
}: MergeDialogProps & { onPlan: (plan: Plan) => void }) {
  const { t } = useTranslation('organisations');
  const [successorId, setSuccessorId] = useState('');
  const [on, setOn] = useState(today());
  const others = organisationsToChoose(all, null).filter(({ id }) => id !== organisation.id);
  const form = useContractForm(organisationKeepingEndpoints.mergeOrganisation.body, (input) => {
    const successor = others.find(({ id }) => id === input.successorId);
    if (successor) onPlan({ successor, on: input.on });
    return Promise.resolve();
  });
  return (
    <Form
      form={form}
      submitLabel={t('merge.next')}
      onSubmit={() => void form.submit({ successorId, on })}
      onCancel={onClose}
    >
      <p>{t('merge.text', { name: organisation.name })}</p>
      <SelectField
        label={t('merge.successor')}
        value={successorId}
        onChange={setSuccessorId}
        options={[
          { value: '', label: t('merge.choose') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        problem={form.problemOf('successorId')}
      />
      <TextField
        label={t('merge.on')}
        type="date"
        max={today()}
        value={on}
        onChange={setOn}
        problem={form.problemOf('on')}
      />
    </Form>
  );
}

function MergeQuestion({
  organisation,
  plan,
  onClose,
}: {
  organisation: Organisation;
  plan: Plan;
  onClose: () => void;
}) {
  const { t } = useTranslation('organisations');
  const queryClient = useQueryClient();
  const params = { organisationId: organisation.id };
  const { successor, on } = plan;
  const use = useQuery({
    queryKey: [...organisationsQuery.queryKey, organisation.id, 'use'],
    queryFn: ({ signal }) => call(organisationKeepingEndpoints.getOrganisationUse, { params }, signal),
    gcTime: 0,
  });
  const names = { name: organisation.name, successor: successor.name };

  async function merge() {
    await call(organisationKeepingEndpoints.mergeOrganisation, {
      params,
      body: { successorId: successor.id, on },
    });
    await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ['accounts'] });
    showToast(t('merge.done', names));
  }

  return (
    <ConfirmDialog
      title={t('merge.questionTitle', names)}
      confirmLabel={t('merge.confirm')}
      isDanger
      isOpen
      onClose={onClose}
      onConfirm={merge}
    >
      {use.data ? (
        <>
          <p>{t('merge.moves', names)}</p>
          <ul>
            <li>{t('merge.people', { count: use.data.people })}</li>
            <li>{t('merge.cops', { count: use.data.cops })}</li>
            <li>{t('merge.parts', { count: use.data.parts })}</li>
          </ul>
        </>
      ) : use.error ? null : (
        <Skeleton lines={3} />
      )}
      <p>{t('merge.stays', names)}</p>
      <p>
        <strong>{t('merge.forGood')}</strong>
      </p>
    </ConfirmDialog>
  );
}
