import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { endpoints, type AppState, type Me } from '@kring/contracts';
import { AppStateContext, type AppStateValue } from '../lib/app-state.tsx';
import { call, onSignedOut } from '../lib/api/call.ts';
import { isOffline } from '../lib/api/api-error.ts';
import { appStateQuery } from '../lib/queries/app-state-query.ts';
import { forgetMe, readLastKnownMe, rememberMe, toOfflineMe } from '../lib/last-known-me.ts';
import { forgetDrafts } from '../lib/local-drafts.ts';
import { changeLanguage, currentLanguage, readPlatformName, rememberPlatformName } from './i18n/i18n.ts';
import { setPlatformName } from '../lib/i18n/words.ts';
import { wipeLocalCopies } from './collab-provider.tsx';
import { Splash } from './frame/splash.tsx';
import { UnreachablePage } from './frame/unreachable-page.tsx';

/** Loads who is signed in; without network it falls back to who was signed in here last. */
export function AppStateProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const query = useQuery(appStateQuery);
  const answer = query.data ?? offlineState(query.error);
  const [lastAnswer, setLastAnswer] = useState(answer);
  // Asking again takes the failure away for a moment: without this the whole page would go and come back with it.
  if (answer && answer !== lastAnswer) setLastAnswer(answer);
  const state = answer ?? lastAnswer;
  const hasFailed = query.error ? isOffline(query.error) : query.data === undefined;

  useEffect(() => {
    if (query.data) void settle(query.data);
  }, [query.data]);
  useEffect(() => {
    // What could not be loaded without network comes by itself when it is back.
    if (!hasFailed) void queryClient.refetchQueries({ type: 'active', predicate: isFailed });
  }, [hasFailed, queryClient]);
  useEffect(
    () =>
      onSignedOut(() => {
        const known = queryClient.getQueryData(appStateQuery.queryKey);
        if (known?.me) endSession(queryClient, known);
      }),
    [queryClient],
  );

  const refetch = query.refetch;
  const refresh = useCallback(async () => {
    await refetch();
  }, [refetch]);
  const value = useMemo<AppStateValue | null>(
    () => (state ? { ...state, isOffline: hasFailed, refresh, ...actionsFor(queryClient, state) } : null),
    [state, hasFailed, refresh, queryClient],
  );
  if (value) return <AppStateContext value={value}>{children}</AppStateContext>;
  if (query.error) return <UnreachablePage onRetry={refresh} isRetrying={query.isFetching} />;
  return <Splash />;
}

const isFailed = (query: Query) => query.state.error !== null;

function actionsFor(queryClient: QueryClient, state: AppState) {
  return {
    async signedIn(me: Me) {
      rememberMe(me);
      await changeLanguage(me.language);
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'state' });
      queryClient.setQueryData(appStateQuery.queryKey, { ...state, me, needsSetup: false });
    },
    async signOut() {
      await call(endpoints.signOut, {});
      if (state.me) await wipeLocalCopies(state.me.id).catch(() => undefined);
      endSession(queryClient, state);
    },
  };
}

/** Shows the app as signed out; `settle` then removes what is left on the device. */
function endSession(queryClient: QueryClient, state: AppState): void {
  queryClient.setQueryData(appStateQuery.queryKey, { ...state, me: null });
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'state' });
}

/** Keeps the device in step with who is signed in: language, last known person, local copies. */
async function settle({ me, name, languages, defaultLanguage }: AppState): Promise<void> {
  rememberPlatformName(name);
  setPlatformName(name);
  const known = readLastKnownMe();
  if (known && known.id !== me?.id) {
    forgetMe();
    forgetDrafts();
    await wipeLocalCopies(known.id).catch(() => undefined);
  }
  if (!me) {
    if (!languages.includes(currentLanguage())) await changeLanguage(defaultLanguage);
    return;
  }
  rememberMe(me);
  await changeLanguage(me.language);
}

const fallbacks = new Map<string, AppState>();

function offlineState(error: unknown): AppState | null {
  const known = error && isOffline(error) ? readLastKnownMe() : null;
  if (!known) return null;
  const kept = fallbacks.get(known.id) ?? {
    me: toOfflineMe(known),
    name: readPlatformName(),
    networkName: '',
    contactEmail: null,
    operator: null,
    privacyUrl: null,
    accessibilityUrl: null,
    defaultLanguage: known.language,
    languages: [known.language],
    logoPath: null,
    isDemo: false,
    needsSetup: false,
    version: '',
  };
  fallbacks.set(known.id, kept);
  return kept;
}
