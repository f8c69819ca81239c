import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { copRoles, type CopRole } from '@kring/contracts';
import { ChoiceField } from '../../../components/fields.tsx';

/** Which role somebody has in a CoP, each explained. */
export function RoleField({ value, onChange }: { value: CopRole; onChange: (role: CopRole) => void }) {
  const { t } = useTranslation('cops');
  return (
    <ChoiceField
      legend={t('members.role')}
      value={value}
      onChange={onChange}
      options={copRoles.map((role) => ({
        value: role,
        label: t(`role.${role}`),
        text: t(`roleText.${role}`),
      }))}
    />
  );
}
