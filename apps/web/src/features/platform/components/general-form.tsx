import { useState } from 'react';
import { languages, platformEndpoints, type FixableSetting, type PlatformSettings } from '@kring/contracts';
import { ChecksField } from '../../../components/checks-field.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useSettingsChanged } from '../use-settings-changed.ts';

const variables: Record<FixableSetting, string> = { name: 'KRING_NAME', networkName: 'NETWORK_NAME' };

/** Names, languages and where people can ask for help. */
export function GeneralForm({ settings }: { settings: PlatformSettings }) {
  const { t } = useTranslation('platform');
  const changed = useSettingsChanged();
  const [name, setName] = useState(settings.name);
  const [networkName, setNetworkName] = useState(settings.networkName);
  const [contactEmail, setContactEmail] = useState(settings.contactEmail ?? '');
  const [offered, setOffered] = useState(settings.languages);
  const [defaultLanguage, setDefaultLanguage] = useState(settings.defaultLanguage);
  const isFixed = (field: FixableSetting) => settings.fixed.includes(field);
  const fixedHint = (field: FixableSetting, hint: string) =>
    isFixed(field) ? t('fixed', { variable: variables[field] }) : hint;
  const form = useContractForm(platformEndpoints.updateSettings.body, async (body) => {
    await changed(await call(platformEndpoints.updateSettings, { body }));
    showToast(t('saved'));
  });
  const languageName = (value: (typeof languages)[number]) => t(`frame:language.${value}`);
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() =>
        void form.submit({
          version: settings.version,
          ...(!isFixed('name') && { name }),
          ...(!isFixed('networkName') && { networkName }),
          contactEmail: contactEmail.trim() || null,
          languages: offered,
          defaultLanguage,
        })
      }
    >
      <TextField
        label={t('name')}
        hint={fixedHint('name', t('nameHint'))}
        isReadOnly={isFixed('name')}
        value={name}
        onChange={setName}
        problem={form.problemOf('name')}
      />
      <TextField
        label={t('networkName')}
        hint={fixedHint('networkName', t('networkNameHint'))}
        isReadOnly={isFixed('networkName')}
        value={networkName}
        onChange={setNetworkName}
        problem={form.problemOf('networkName')}
      />
      <TextField
        label={t('contactEmail')}
        hint={t('contactEmailHint')}
        type="email"
        isOptional
        value={contactEmail}
        onChange={setContactEmail}
        problem={form.problemOf('contactEmail')}
      />
      <ChecksField
        legend={t('languages')}
        hint={t('languagesHint')}
        value={offered}
        onChange={setOffered}
        groups={[{ checks: languages.map((value) => ({ value, label: languageName(value) })) }]}
        problem={form.problemOf('languages')}
      />
      <SelectField
        label={t('defaultLanguage')}
        hint={t('defaultLanguageHint')}
        value={defaultLanguage}
        onChange={setDefaultLanguage}
        options={languages.map((value) => ({ value, label: languageName(value) }))}
        problem={form.problemOf('defaultLanguage')}
      />
    </Form>
  );
}
