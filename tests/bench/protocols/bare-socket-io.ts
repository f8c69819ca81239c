import { randomInt } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Connect } from './protocol.ts';

/** A connection of socket.io and nothing more. */
export const connectBareSocketIo: Connect = async (seat, listener) => {
  const socket = io(seat.address, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  socket.on('disconnect', () => listener?.closed());
  return {
    clientId: randomInt(1, 2 ** 31),
    send: () => undefined,
    move: () => undefined,
    pause: () => undefined,
    close: () => socket.disconnect(),
    received: () => 0,
  };
};
