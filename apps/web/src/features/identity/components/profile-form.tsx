import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Me } from '@kring/contracts';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useAppState } from '../../../lib/app-state.tsx';
import { useContractForm } from '../../../lib/form.ts';
import { organisationsQuery, organisationsToChoose } from '../../../lib/queries/organisation-queries.ts';

/** Name, function and organisation, as colleagues see them. */
export function ProfileForm({ me }: { me: Me }) {
  const { t } = useTranslation('identity');
  const { refresh } = useAppState();
  const organisations = useQuery(organisationsQuery);
  const [name, setName] = useState(me.name);
  const [jobTitle, setJobTitle] = useState(me.jobTitle);
  const [organisationId, setOrganisationId] = useState(me.organisation?.id ?? '');
  const form = useContractForm(endpoints.updateMe.body, async (body) => {
    await call(endpoints.updateMe, { body });
    await refresh();
    showToast(t('me.aboutSaved'));
  });
  const known = organisations.data
    ? organisationsToChoose(organisations.data, me.organisation?.id)
    : me.organisation
      ? [me.organisation]
      : [];
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ name, jobTitle, organisationId: organisationId || null })}
    >
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        value={name}
        onChange={setName}
        problem={form.problemOf('name')}
      />
      <TextField
        label={t('jobTitle')}
        name="job-title"
        autoComplete="organization-title"
        isOptional
        value={jobTitle}
        onChange={setJobTitle}
        problem={form.problemOf('jobTitle')}
      />
      <SelectField
        label={t('organisation')}
        value={organisationId}
        onChange={setOrganisationId}
        options={[
          { value: '', label: t('organisationNone') },
          ...known.map((organisation) => ({ value: organisation.id, label: organisation.name })),
        ]}
        problem={form.problemOf('organisationId')}
      />
      <p>{t('me.emailNote', { email: me.email })}</p>
    </Form>
  );
}
