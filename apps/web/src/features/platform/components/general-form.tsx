import { languages, type FixableSetting, type PlatformSettings } from '@kring/contracts';
import { ChecksField } from '../../../components/checks-field.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useSettingsForm } from '../use-settings-form.ts';

const variables: Record<FixableSetting, string> = { name: 'KRING_NAME', networkName: 'NETWORK_NAME' };

/** What may be left open: an empty field is sent as nothing. */
const optional = ['contactEmail', 'operator', 'privacyUrl', 'accessibilityUrl'] as const;
type GeneralSettings = Pick<
  PlatformSettings,
  'name' | 'networkName' | 'languages' | 'defaultLanguage' | (typeof optional)[number]
>;

const hints = {
  contactEmail: 'contactEmailHint',
  operator: 'operatorHint',
  privacyUrl: 'statementHint',
  accessibilityUrl: 'statementHint',
} as const;
const inputs = {
  contactEmail: 'email',
  operator: 'text',
  privacyUrl: 'url',
  accessibilityUrl: 'url',
} as const;

/** Names, languages, who answers for it, and where people can ask for help. */
export function GeneralForm({ settings }: { settings: PlatformSettings }) {
  const { t } = useTranslation('platform');
  const isFixed = (field: FixableSetting) => settings.fixed.includes(field);
  const fixedHint = (field: FixableSetting, hint: string) =>
    isFixed(field) ? t('fixed', { variable: variables[field] }) : hint;
  const { draft, form, change, save, cancel } = useSettingsForm<GeneralSettings>(
    settings.version,
    (changes) => ({
      ...changes,
      ...Object.fromEntries(
        optional.filter((field) => field in changes).map((field) => [field, changes[field]?.trim() || null]),
      ),
    }),
  );
  const { name, networkName, languages: offered, defaultLanguage, ...open } = { ...settings, ...draft };
  const languageName = (value: (typeof languages)[number]) => t(`frame:language.${value}`);
  return (
    <Form form={form} submitLabel={t('common:save')} onSubmit={save} onCancel={cancel}>
      <TextField
        label={t('name')}
        hint={fixedHint('name', t('nameHint'))}
        isReadOnly={isFixed('name')}
        value={name}
        onChange={(value) => change({ name: value })}
        problem={form.problemOf('name')}
      />
      <TextField
        label={t('networkName')}
        hint={fixedHint('networkName', t('networkNameHint'))}
        isReadOnly={isFixed('networkName')}
        value={networkName}
        onChange={(value) => change({ networkName: value })}
        problem={form.problemOf('networkName')}
      />
      {optional.map((field) => (
        <TextField
          key={field}
          label={t(field)}
          hint={t(hints[field])}
          type={inputs[field]}
          isOptional
          value={open[field] ?? ''}
          onChange={(value) => change({ [field]: value })}
          problem={form.problemOf(field)}
        />
      ))}
      <ChecksField
        legend={t('languages')}
        hint={t('languagesHint')}
        value={offered}
        onChange={(value) => change({ languages: value })}
        groups={[{ checks: languages.map((value) => ({ value, label: languageName(value) })) }]}
        problem={form.problemOf('languages')}
      />
      <SelectField
        label={t('defaultLanguage')}
        hint={t('defaultLanguageHint')}
        value={defaultLanguage}
        onChange={(value) => change({ defaultLanguage: value })}
        options={languages.map((value) => ({ value, label: languageName(value) }))}
        problem={form.problemOf('defaultLanguage')}
      />
    </Form>
  );
}
