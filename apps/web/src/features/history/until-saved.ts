import type { RoomClient } from '@kring/collab-client';

const patience = 5_000;

/** Waits until everything typed is on the server's disk, for some seconds. Answers whether it is. */
export function untilSaved(room: RoomClient): Promise<boolean> {
  const isSaved = () => room.status.saving === 'saved' && room.status.connection === 'online';
  if (isSaved()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(isSaved());
    };
    const timer = setTimeout(finish, patience);
    const stop = room.subscribe(() => {
      if (isSaved()) finish();
    });
  });
}
