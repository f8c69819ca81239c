import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CollabClient, RoomClient, RoomStatus } from '@kring/collab-client';
import { openRoom, useCollab } from '../../../lib/collab.tsx';

export type PresentPeople = RoomClient['people'];

export interface NoteRoom {
  /** Null while the code of the client loads. */
  readonly room: RoomClient | null;
  readonly status: SteadyStatus;
  readonly people: PresentPeople;
  /** Leaves the room and enters it again. */
  reopen(): void;
}

/** How the room stands, without what changes with each key: how far that is saved tells `useSteadyStatus`. */
export interface SteadyStatus extends Pick<
  RoomStatus,
  'phase' | 'connection' | 'access' | 'reason' | 'closeCode'
> {
  /** The server will never take some of what was written here. */
  readonly isRefused: boolean;
}

export const openingStatus: RoomStatus = {
  phase: 'opening',
  connection: 'offline',
  access: 'unknown',
  reason: '',
  closeCode: null,
  isSynced: false,
  saving: 'saved',
  unsavedCount: 0,
  lastSavedAt: null,
};
const nobody: PresentPeople = [];

/** The live room of a note, open for as long as the component shows. */
export function useNoteRoom(name: string): NoteRoom {
  const client = useCollab();
  const [attempt, setAttempt] = useState(0);
  const room = useOpenRoom(client, name, attempt);
  const subscribe = useCallback(
    (listener: () => void) => room?.subscribe(listener) ?? (() => undefined),
    [room],
  );
  const kept = useRef(steadyOf(openingStatus));
  const status = useSyncExternalStore(subscribe, () => {
    const now = steadyOf(room?.status ?? openingStatus);
    if (!isSame(now, kept.current)) kept.current = now;
    return kept.current;
  });
  const people = useSyncExternalStore(subscribe, () => room?.people ?? nobody);
  const reopen = useCallback(() => setAttempt((count) => count + 1), []);
  return { room, status, people, reopen };
}

function steadyOf({ phase, connection, access, reason, closeCode, saving }: RoomStatus): SteadyStatus {
  return { phase, connection, access, reason, closeCode, isRefused: saving === 'refused' };
}

const isSame = (one: SteadyStatus, other: SteadyStatus): boolean =>
  (Object.keys(one) as (keyof SteadyStatus)[]).every((key) => one[key] === other[key]);

function useOpenRoom(client: CollabClient | null, name: string, attempt: number): RoomClient | null {
  const [room, setRoom] = useState<RoomClient | null>(null);
  useEffect(() => {
    if (client === null) return;
    const opened = openRoom(client, name);
    setRoom(opened);
    return () => {
      opened.close();
      setRoom(null);
    };
  }, [client, name, attempt]);
  return room;
}
