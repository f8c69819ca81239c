import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { caseVisibilities, type CaseVisibility } from '@kring/contracts';
import { ChoiceField } from '../../../components/fields.tsx';
import { VisibilityIcon } from '../../../components/visibility-label.tsx';

interface VisibilityFieldProps {
  value: CaseVisibility;
  onChange: (value: CaseVisibility) => void;
  /** Only somebody who holds the case can keep it to themselves. */
  isOwnCase: boolean;
}

/** Who can see a case, each level explained. */
export function VisibilityField({ value, onChange, isOwnCase }: VisibilityFieldProps) {
  const { t } = useTranslation('cases');
  return (
    <ChoiceField
      legend={t('visibility.label')}
      value={value}
      onChange={onChange}
      options={caseVisibilities.map((level) => ({
        value: level,
        label: t(`visibility.${level}`),
        text: t(`visibility.${level}Text`),
        icon: <VisibilityIcon visibility={level} />,
        isDisabled: level === 'private' && !isOwnCase,
      }))}
    />
  );
}
