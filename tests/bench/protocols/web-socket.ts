import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

/** A plain WebSocket, open. `received` counts what came in with its envelope. */
export interface OpenSocket {
  readonly socket: WebSocket;
  received(): number;
}

export function openWebSocket(
  address: string,
  onMessage: (bytes: Uint8Array, socket: WebSocket) => void,
  onClose: () => void,
): Promise<OpenSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { perMessageDeflate: false });
    let stream: Socket | null = null;
    socket.on('upgrade', (response) => (stream = response.socket));
    socket.on('message', (bytes: Buffer) => onMessage(bytes, socket));
    socket.on('error', reject);
    socket.on('close', () => {
      onClose();
      reject(new Error('closed before it was open'));
    });
    socket.on('open', () => resolve({ socket, received: () => stream?.bytesRead ?? 0 }));
  });
}
