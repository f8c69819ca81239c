import { languages, type FixableSetting, type PlatformSettings } from '@kring/contracts';
import { ChecksField } from '../../../components/checks-field.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useSettingsForm } from '../use-settings-form.ts';

const variables: Record<FixableSetting, string> = { name: 'KRING_NAME', networkName: 'NETWORK_NAME' };

type GeneralSettings = Pick<
  PlatformSettings,
  'name' | 'networkName' | 'contactEmail' | 'languages' | 'defaultLanguage'
>;

/** Names, languages and where people can ask for help. */
export function GeneralForm({ settings }: { settings: PlatformSettings }) {
  const { t } = useTranslation('platform');
  const isFixed = (field: FixableSetting) => settings.fixed.includes(field);
  const fixedHint = (field: FixableSetting, hint: string) =>
    isFixed(field) ? t('fixed', { variable: variables[field] }) : hint;
  const { draft, form, change, save, cancel } = useSettingsForm<GeneralSettings>(
    settings.version,
    ({ contactEmail, ...changes }) => ({
      ...changes,
      ...(contactEmail !== undefined && { contactEmail: contactEmail?.trim() || null }),
    }),
  );
  const { name, networkName, contactEmail, languages: offered, defaultLanguage } = { ...settings, ...draft };
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
      <TextField
        label={t('contactEmail')}
        hint={t('contactEmailHint')}
        type="email"
        isOptional
        value={contactEmail ?? ''}
        onChange={(value) => change({ contactEmail: value })}
        problem={form.problemOf('contactEmail')}
      />
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
