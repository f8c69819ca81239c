import { mostThemesOfCase, type CaseTheme } from '@kring/contracts';
import { ChecksField } from '../../../components/checks-field.tsx';
import type { FieldProblem } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

const blocks = {
  now: [
    'subjective-well-being',
    'material-well-being',
    'health',
    'labour-and-leisure',
    'housing',
    'society',
    'safety',
    'environment',
  ],
  later: ['economic-capital', 'natural-capital', 'human-capital', 'social-capital'],
  elsewhere: ['trade-and-aid', 'environment-and-resources'],
} as const satisfies Record<string, readonly CaseTheme[]>;

interface ThemesFieldProps {
  value: readonly CaseTheme[];
  onChange: (themes: CaseTheme[]) => void;
  problem: FieldProblem | null;
}

/** The themes of brede welvaart that a case is about. */
export function ThemesField({ value, onChange, problem }: ThemesFieldProps) {
  const { t } = useTranslation('cases');
  return (
    <ChecksField
      legend={`${t('form.themes')} (${t('common:optional')})`}
      hint={t('form.themesHint', { count: mostThemesOfCase })}
      value={value}
      onChange={onChange}
      problem={problem}
      most={mostThemesOfCase}
      groups={(['now', 'later', 'elsewhere'] as const).map((block) => ({
        label: t(`form.themeBlocks.${block}`),
        checks: blocks[block].map((theme) => ({ value: theme, label: t(`theme.${theme}`) })),
      }))}
    />
  );
}
