import { createContext, useContext } from 'react';
import type { AppState, Me } from '@kring/contracts';

/** Who is signed in and what this installation is, for every page. */
export interface AppStateValue extends AppState {
  /** True when the server cannot be reached and `me` is who was signed in here last. */
  readonly isOffline: boolean;
  /** Asks the server again, after something that changes who is signed in. */
  refresh(): Promise<void>;
  /** Puts the person who just signed in in place, without another request. */
  signedIn(me: Me): Promise<void>;
  /** Ends this sign-in and removes the local copies. Rejects when the server cannot be reached. */
  signOut(): Promise<void>;
}

export const AppStateContext = createContext<AppStateValue | null>(null);

export function useAppState(): AppStateValue {
  const value = useContext(AppStateContext);
  if (!value) throw new Error('useAppState is used outside AppStateProvider');
  return value;
}

/** The person who is signed in. Only for pages behind `RequireSignIn`. */
export function useMe(): Me {
  const { me } = useAppState();
  if (!me) throw new Error('useMe is used on a page that does not require signing in');
  return me;
}
