import { randomInt } from 'node:crypto';
import { io } from 'socket.io-client';
import * as awareness from 'y-protocols/awareness';
import * as Y from 'yjs';
import { tcpOf } from './kring.ts';
import { awarenessState, type Connect } from './protocol.ts';

/** The client of y-socket.io without a document behind it. */
export const connectYSocketIo: Connect = async (seat, listener) => {
  const clientId = randomInt(1, 2 ** 31);
  const socket = io(`${seat.address}/yjs|${seat.room}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  let received = 0;
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const own = new awareness.Awareness(doc);
  await new Promise<void>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('sync-step-1', (_: Uint8Array, answer: (bytes: Uint8Array) => void) =>
      answer(Uint8Array.of(0, 0)),
    );
    socket.on('sync-update', (bytes: ArrayBuffer) => {
      received += bytes.byteLength;
      listener?.update(new Uint8Array(bytes));
    });
    socket.on('connect', () =>
      socket.emit('sync-step-1', Uint8Array.of(0), (bytes: ArrayBuffer) => {
        received += bytes.byteLength;
        listener?.update(new Uint8Array(bytes));
        resolve();
      }),
    );
  });
  socket.on('disconnect', () => listener?.closed());
  return {
    clientId,
    send: (updates) => {
      for (const update of updates) socket.emit('sync-update', update);
    },
    move: (cursor) => {
      own.setLocalState(JSON.parse(awarenessState(clientId, cursor)) as Record<string, unknown>);
      socket.emit('awareness-update', awareness.encodeAwarenessUpdate(own, [clientId]));
    },
    pause: () => tcpOf(socket.io.engine)?.pause(),
    close: () => {
      own.destroy();
      socket.disconnect();
    },
    received: () => received,
  };
};
