import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { organisationKeepingEndpoints, organisationKinds, type Organisation } from '@kring/contracts';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm, type FieldProblem } from '../../../lib/form.ts';
import { organisationsQuery, organisationsToChoose } from '../../../lib/queries/organisation-queries.ts';
import { today } from './today.ts';

const formSchema = organisationKeepingEndpoints.createOrganisation.body.extend({
  renamedOn: organisationKeepingEndpoints.updateOrganisation.body.shape.renamedOn,
});
type Kind = (typeof organisationKinds)[number];

interface OrganisationFormProps {
  /** Left out for a new one. */
  organisation?: Organisation;
  all: readonly Organisation[];
  onClose: () => void;
}

/** Whether an organisation is, or is part of, the one with this id. */
function fallsUnder(one: Organisation, id: string, all: readonly Organisation[]): boolean {
  const seen = new Set<string>();
  for (let at: Organisation | undefined = one; at && !seen.has(at.id);) {
    if (at.id === id) return true;
    seen.add(at.id);
    const parentId: string | null = at.parentId;
    at = all.find((other) => other.id === parentId);
  }
  return false;
}

const update = (
  organisationId: string,
  body: z.output<typeof organisationKeepingEndpoints.updateOrganisation.body>,
) => call(organisationKeepingEndpoints.updateOrganisation, { params: { organisationId }, body });

interface PartProps {
  value: string;
  onChange: (value: string) => void;
  problem: FieldProblem | null;
}

/** Since when a new name holds, by which the history stays right. */
function RenamedOnField(field: PartProps) {
  const { t } = useTranslation('organisations');
  return <TextField label={t('form.renamedOn')} type="date" max={today()} {...field} />;
}

function ParentField({ parents, ...field }: PartProps & { parents: readonly Organisation[] }) {
  const { t } = useTranslation('organisations');
  return (
    <SelectField
      label={t('form.parent')}
      options={[
        { value: '', label: t('form.noParent') },
        ...parents.map((other) => ({ value: other.id, label: other.name })),
      ]}
      {...field}
    />
  );
}

/** Adds an organisation, or changes one. */
export function OrganisationForm({ organisation, all, onClose }: OrganisationFormProps) {
  const { t } = useTranslation('organisations');
  const queryClient = useQueryClient();
  const [name, setName] = useState(organisation?.name ?? '');
  const [abbreviation, setAbbreviation] = useState(organisation?.abbreviation ?? '');
  const [kind, setKind] = useState<Kind>(organisation?.kind ?? 'municipality');
  const [region, setRegion] = useState(organisation?.region ?? '');
  const [parentId, setParentId] = useState(organisation?.parentId ?? '');
  const [renamedOn, setRenamedOn] = useState(today());
  const isRenamed = organisation !== undefined && name.trim() !== organisation.name;
  const form = useContractForm(formSchema, async ({ renamedOn: since, ...body }) => {
    const saved = organisation
      ? await update(organisation.id, { ...body, ...(since && { renamedOn: since }) })
      : await call(organisationKeepingEndpoints.createOrganisation, { body });
    await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
    showToast(t(organisation ? 'saved' : 'added', { name: saved.name }));
    onClose();
  });
  const parents = organisationsToChoose(all, organisation?.parentId).filter(
    (other) => !organisation || !fallsUnder(other, organisation.id, all),
  );
  return (
    <Form
      form={form}
      submitLabel={t(organisation ? 'common:save' : 'form.add')}
      onSubmit={() =>
        void form.submit({
          name,
          abbreviation,
          kind,
          region,
          parentId: parentId || null,
          ...(isRenamed && { renamedOn }),
        })
      }
      onCancel={onClose}
    >
      <TextField
        label={t('form.name')}
        {...(organisation ? { hint: t('form.nameHint') } : {})}
        autoFocus
        value={name}
        onChange={setName}
        problem={form.problemOf('name')}
      />
      {isRenamed ? (
        <RenamedOnField value={renamedOn} onChange={setRenamedOn} problem={form.problemOf('renamedOn')} />
      ) : null}
      <TextField
        label={t('form.abbreviation')}
        isOptional
        value={abbreviation}
        onChange={setAbbreviation}
        problem={form.problemOf('abbreviation')}
      />
      <SelectField
        label={t('form.kind')}
        value={kind}
        onChange={setKind}
        options={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField
        label={t('form.region')}
        isOptional
        value={region}
        onChange={setRegion}
        problem={form.problemOf('region')}
      />
      <ParentField
        parents={parents}
        value={parentId}
        onChange={setParentId}
        problem={form.problemOf('parentId')}
      />
    </Form>
  );
}
