import {
  encodeClientFrame,
  FrameReader,
  limits,
  PROTOCOL_VERSION,
  type ServerFrame,
  socketParser,
} from '@kring/collab-protocol';
import { SCHEMA_VERSION } from '@kring/live-documents';
import type { Socket as TcpSocket } from 'node:net';
import { io } from 'socket.io-client';
import type { Connect } from './protocol.ts';

/** Kring's own client without a document behind it: greets, joins, pings, and counts what is on disk. */
export const connectKring: Connect = async (seat, listener) => {
  const socket = io(seat.address, {
    path: '/api/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    parser: socketParser,
    extraHeaders: { Cookie: seat.cookie, Origin: seat.address },
  });
  const send = (frame: Parameters<typeof encodeClientFrame>[0]) =>
    socket.emit(socketParser.FRAME_EVENT, encodeClientFrame(frame));
  let joined: Extract<ServerFrame, { type: 'joined' }> | null = null;
  const isReady = new Promise<void>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('disconnect', () => reject(new Error('closed before it was open')));
    const reader = new FrameReader((frame) => {
      if (frame.type === 'welcome')
        send({ type: 'join', room: seat.room, generation: 0, seq: 0, clientId: 0 });
      else if (frame.type === 'updates') for (const update of frame.updates) listener?.update(update);
      else if (frame.type === 'ack') listener?.acked(frame.clientSeq);
      else if (frame.type === 'closed' || frame.type === 'error' || frame.type === 'refused')
        reject(new Error(`${frame.type}: ${frame.code}`));
      else if (frame.type === 'joined') {
        joined = frame;
        for (const update of frame.updates) listener?.update(update);
        resolve();
      }
    }, reject);
    socket.on(socketParser.FRAME_EVENT, (bytes: Uint8Array) => {
      if (joined === null || listener !== null) reader.received(bytes);
    });
    socket.on('connect', () =>
      send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, schemaVersion: SCHEMA_VERSION }),
    );
  });
  await isReady;
  const ping = setInterval(() => send({ type: 'ping' }), limits.pingInterval);
  socket.on('disconnect', () => {
    clearInterval(ping);
    listener?.closed();
  });
  const { channel, clientId } = joined as unknown as Extract<ServerFrame, { type: 'joined' }>;
  const stream = tcpOf(socket.io.engine);
  let clientSeq = 1;
  return {
    clientId,
    send: (updates) => {
      send({ type: 'update', channel, clientSeq, updates: [...updates] });
      clientSeq += updates.length;
    },
    move: (cursor) => send({ type: 'presence', channel, cursor: Buffer.from(JSON.stringify(cursor)) }),
    pause: () => stream?.pause(),
    close: () => socket.disconnect(),
    received: () => stream?.bytesRead ?? 0,
  };
};

/** The network under socket.io's client, which does not show it. */
export function tcpOf(engine: unknown): TcpSocket | null {
  const { transport } = engine as { transport?: { ws?: { _socket?: TcpSocket } } };
  return transport?.ws?._socket ?? null;
}
