import { useEffect } from 'react';
import type { RoomClient } from '@kring/collab-client';
import { historyEndpoints } from '@kring/contracts';
import { call } from '../../lib/api/call.ts';

/** Whoever looks for so long has seen it. */
const lookMs = 8_000;

/** Remembers that one was here: after some seconds of looking, and when one goes. */
export function useVisit(noteId: string, room: RoomClient): void {
  useEffect(() => {
    let hasLooked = false;
    const record = () => {
      if (room.status.connection !== 'online') return;
      const input = { params: { noteId }, body: { isCaughtUp: false } };
      // A visit that is not remembered only makes the next line longer.
      call(historyEndpoints.recordVisit, input).catch(() => undefined);
    };
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      hasLooked = true;
      record();
    }, lookMs);
    const onHide = () => {
      if (hasLooked && document.visibilityState === 'hidden') record();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHide);
      if (hasLooked) record();
    };
  }, [noteId, room]);
}
