import { useEffect, useState } from 'react';
import type { RoomClient, RoomStatus } from '@kring/collab-client';
import { openingStatus } from './use-note-room.ts';

const calm = 700;

/** What one reads of saving. How many edits wait is only told of those that this device keeps. */
const told = ({ phase, connection, access, saving, unsavedCount }: RoomStatus): string =>
  [phase, connection, access, saving, saving === 'kept-on-device' ? unsavedCount : ''].join(' ');

/**
 * What is said about saving. Anything but "saved" is told at once, so that the page never calls a text saved
 * that is not; that it is saved, or kept on the device, is told after a moment of calm, so that the words do not flicker
 * while somebody types. Renders when something else is to be told, not with each edit that is sent and saved.
 */
export function useSteadyStatus(room: RoomClient | null): RoomStatus {
  const [shown, setShown] = useState(room?.status ?? openingStatus);
  useEffect(() => {
    if (room === null) return setShown(openingStatus);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let now = room.status;
    const show = (next: RoomStatus) => {
      if (told(next) !== told(now)) setShown(next);
      now = next;
    };
    const look = () => {
      const { status } = room;
      clearTimeout(timer);
      const isSettling =
        (status.saving === 'saved' && now.saving !== 'saved') ||
        (status.saving === 'kept-on-device' && now.saving === 'saving');
      if (isSettling) timer = setTimeout(() => show(room.status), calm);
      show(isSettling ? { ...status, saving: now.saving } : status);
    };
    setShown(now);
    look();
    const leave = room.subscribe(look);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [room]);
  return shown;
}
