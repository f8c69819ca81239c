import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { accountEndpoints, platformRoles, type Account } from '@kring/contracts';
import { ChoiceField, SelectField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { organisationsQuery, organisationsToChoose } from '../../../lib/queries/organisation-queries.ts';

/** Platform role and organisation of a person. */
export function AccountForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queryClient = useQueryClient();
  const organisations = useQuery(organisationsQuery);
  const [platformRole, setPlatformRole] = useState(account.platformRole);
  const [organisationId, setOrganisationId] = useState(account.organisation?.id ?? '');
  const form = useContractForm(accountEndpoints.updateAccount.body, async (body) => {
    await call(accountEndpoints.updateAccount, { params: { personId: account.id }, body });
    await queryClient.invalidateQueries({ queryKey: ['accounts'] });
    showToast(t('people.saved', { name: account.name }));
    onClose();
  });
  const isRoleChanged = platformRole !== account.platformRole;
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() =>
        void form.submit({
          organisationId: organisationId || null,
          ...(isRoleChanged ? { platformRole } : {}),
        })
      }
      onCancel={onClose}
    >
      <ChoiceField
        legend={t('people.roleOf')}
        value={platformRole}
        onChange={setPlatformRole}
        options={platformRoles.map((value) => ({
          value,
          label: t(`people.role.${value}`),
          text: t(`people.roleText.${value}`),
        }))}
      />
      <SelectField
        label={t('people.organisation')}
        value={organisationId}
        onChange={setOrganisationId}
        options={[
          { value: '', label: t('people.noOrganisation') },
          ...organisationsToChoose(organisations.data ?? [], account.organisation?.id).map(
            ({ id, name }) => ({ value: id, label: name }),
          ),
        ]}
        problem={form.problemOf('organisationId')}
      />
    </Form>
  );
}
