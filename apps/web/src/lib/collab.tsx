import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { CollabClient, RoomClient } from '@kring/collab-client';

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
    // The page's own code says what is missing.
    holder?.load().catch(() => undefined);
  }, [holder]);
  return useSyncExternalStore(holder?.subscribe ?? never, holder?.current ?? nothing);
}

/** A page that does not come leaves the text after so long. */
const HOLD_MS = 60_000;
const nothingHeld = () => undefined;
let letGo: () => void = nothingHeld;

/**
 * Enters a live text before its page is there, until that has entered it itself: see `openRoom`.
 * @returns when it is here, or is known not to come.
 */
export function openAhead(client: CollabClient, name: string): Promise<void> {
  letGo();
  const room = client.openRoom(name);
  const timer = setTimeout(() => letGo(), HOLD_MS);
  letGo = () => {
    clearTimeout(timer);
    letGo = nothingHeld;
    room.close();
  };
  return untilOpened(room);
}

function untilOpened(room: RoomClient): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (room.status.phase === 'opening') return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = room.subscribe(look);
    look();
  });
}

/** Enters a live text, and leaves what was entered ahead. */
export function openRoom(client: CollabClient, name: string): RoomClient {
  const room = client.openRoom(name);
  letGo();
  return room;
}
