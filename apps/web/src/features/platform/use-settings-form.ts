import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { platformEndpoints, type EndpointInput } from '@kring/contracts';
import { showToast } from '../../components/toast-queue.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { call } from '../../lib/api/call.ts';
import { useContractForm } from '../../lib/form.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { settingsQuery } from './settings-query.ts';
import { useSettingsChanged } from './use-settings-changed.ts';

type Changes = EndpointInput<typeof platformEndpoints.updateSettings>['body'];

/**
 * A form over some of the settings. It keeps only what this person changed, so that what somebody else saves
 * meanwhile is seen in the other fields and is never put back. After a refusal for that reason the next save is made
 * on the newest settings.
 */
export function useSettingsForm<Draft extends object>(
  version: number,
  toChanges: (draft: Partial<Draft>) => Omit<Changes, 'version'>,
) {
  const { t } = useTranslation('platform');
  const queryClient = useQueryClient();
  const changed = useSettingsChanged();
  const [draft, setDraft] = useState<Partial<Draft>>({});
  const send = async (body: Changes) => {
    try {
      await changed(await call(platformEndpoints.updateSettings, { body }));
      setDraft({});
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile')
        await queryClient.fetchQuery({ ...settingsQuery, staleTime: 0 });
      throw error;
    }
  };
  const form = useContractForm(platformEndpoints.updateSettings.body, async (body) => {
    await send(body);
    showToast(t('saved'));
  });
  const cancel = () => {
    setDraft({});
    form.reset();
  };
  return {
    draft,
    form,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    save: () => void form.submit({ version, ...toChanges(draft) }),
    /** Saves other changes of the same settings at once, and forgets the draft. */
    send: (changes: Omit<Changes, 'version'>) => send({ version, ...changes }),
    /** Back to what is saved; there only while something is changed. */
    cancel: Object.keys(draft).length > 0 ? cancel : undefined,
  };
}
