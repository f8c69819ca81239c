import { useEffect, useState } from 'react';
import type { RoomStatus } from '@kring/collab-client';

const calm = 700;

/**
 * What is said about saving. Anything but "saved" is told at once, so that the page never calls a text saved
 * that is not; "saved" is told after a moment of calm, so that the words do not flicker while somebody types.
 */
export function useSteadySaving(status: RoomStatus): RoomStatus['saving'] {
  const [shown, setShown] = useState(status.saving);
  if (status.saving !== 'saved' && status.saving !== shown) setShown(status.saving);
  useEffect(() => {
    if (status.saving !== 'saved') return;
    const timer = setTimeout(() => setShown('saved'), calm);
    return () => clearTimeout(timer);
  }, [status.saving, status.unsavedCount]);
  return status.saving === 'saved' ? shown : status.saving;
}
