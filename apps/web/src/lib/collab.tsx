import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { CollabClient } from '@kring/collab-client';

/** Holds the one collaboration client of the person who is signed in; its code loads at first use. */
export interface CollabHolder {
  current(): CollabClient | null;
  subscribe(listener: () => void): () => void;
  load(): Promise<CollabClient>;
  /** Removes every local copy of this person from the device. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

export const CollabContext = createContext<CollabHolder | null>(null);

const never = () => () => undefined;
const nothing = () => null;

/** The collaboration client, or null while its code loads and when nobody is signed in. */
export function useCollab(): CollabClient | null {
  const holder = useContext(CollabContext);
  useEffect(() => {
    void holder?.load();
  }, [holder]);
  return useSyncExternalStore(holder?.subscribe ?? never, holder?.current ?? nothing);
}
