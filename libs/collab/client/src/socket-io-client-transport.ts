import { socketParser } from '@kring/collab-protocol';
import { io } from 'socket.io-client';
import type { ClientTransportFactory } from './transport.ts';

export interface SocketIoTransportOptions {
  /** Node only, where no browser adds them: `Cookie` and `Origin`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly transports?: readonly ('websocket' | 'polling')[];
}

const connectTimeout = 10_000;

/**
 * Frames over socket.io: WebSocket, else long polling. Of socket.io it uses the pipe alone; connecting again,
 * acknowledging and catching up are ours.
 */
export function socketIoTransport(options: SocketIoTransportOptions = {}): ClientTransportFactory {
  return (url, handlers) => {
    const socket = io(url, {
      path: '/api/live',
      transports: [...(options.transports ?? (['websocket', 'polling'] as const))],
      tryAllTransports: true,
      forceNew: true,
      reconnection: false,
      timeout: connectTimeout,
      parser: socketParser,
      ...(options.headers && { extraHeaders: { ...options.headers } }),
    });
    let isClosed = false;
    const close = (reason: string) => {
      if (isClosed) return;
      isClosed = true;
      handlers.closed(reason);
    };
    socket.on('connect', () => handlers.opened());
    socket.on(socketParser.FRAME_EVENT, (frame: Uint8Array) => {
      if (!isClosed) handlers.received(frame);
    });
    socket.on('disconnect', () => close(''));
    socket.on('connect_error', (error) => close(refusalIn(error) ?? ''));
    return {
      send(frame) {
        if (socket.connected) socket.emit(socketParser.FRAME_EVENT, frame);
      },
      close() {
        isClosed = true;
        socket.disconnect();
      },
    };
  };
}

/** Why the server refused the handshake: engine.io hands on the answer of the request that failed. */
function refusalIn(error: Error): string | null {
  const context: unknown = 'context' in error ? error.context : null;
  const isAnswer = typeof context === 'object' && context !== null && 'responseText' in context;
  if (!isAnswer || typeof context.responseText !== 'string') return null;
  try {
    const answer: unknown = JSON.parse(context.responseText);
    const isRefusal = typeof answer === 'object' && answer !== null && 'message' in answer;
    return isRefusal && typeof answer.message === 'string' ? answer.message : null;
  } catch {
    return null;
  }
}
