import { useQueryClient } from '@tanstack/react-query';
import type { PlatformSettings } from '@kring/contracts';
import { useAppState } from '../../lib/app-state.tsx';
import { readinessQuery, settingsQuery } from './settings-query.ts';

/** Lets a change of the settings be seen at once, on this page and in its frame. */
export function useSettingsChanged(): (settings: PlatformSettings) => Promise<void> {
  const queryClient = useQueryClient();
  const { refresh } = useAppState();
  return async (settings) => {
    queryClient.setQueryData(settingsQuery.queryKey, settings);
    const look = document.querySelector('link[href^="/api/appearance.css"]');
    look?.setAttribute('href', `/api/appearance.css?v=${settings.version}`);
    await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: readinessQuery.queryKey })]);
  };
}
