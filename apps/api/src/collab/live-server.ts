import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { CollabEngine, Credentials } from '@kring/collab-engine';
import { type CloseCode, limits, socketParser } from '@kring/collab-protocol';
import { Server, type Socket } from 'socket.io';
import { isFromOwnPage } from './check-origin.ts';
import { liveHeaders } from './live-headers.ts';
import { SocketIoTransport } from './socket-io-transport.ts';

export interface LiveServerOptions {
  readonly publicUrl: string;
  readonly engine: CollabEngine;
  /** Who a Cookie header belongs to; null for nobody. */
  authenticate(cookieHeader: string | undefined): Promise<Credentials | null>;
  onError(error: unknown): void;
}

/** The socket.io server of live texts. It lets in who is signed in, and carries frames; all else is the engine's. */
export class LiveServer {
  readonly #options: LiveServerOptions;
  readonly #people = new WeakMap<IncomingMessage, Credentials>();
  readonly #io: Server;

  constructor(httpServer: HttpServer, options: LiveServerOptions) {
    this.#options = options;
    this.#io = new Server(httpServer, {
      path: '/api/live',
      serveClient: false,
      transports: ['polling', 'websocket'],
      parser: socketParser,
      perMessageDeflate: false,
      httpCompression: false,
      // A polled frame travels as base64, several in one body; the engine holds each to its own limit.
      maxHttpBufferSize: 2 * limits.frameBytes,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      connectTimeout: limits.helloTimeout,
      allowRequest: (request, allow) => {
        this.#refusalOf(request).then(
          (refusal) => allow(refusal, refusal === null),
          (error: unknown) => {
            options.onError(error);
            allow(null, false);
          },
        );
      },
    });
    const headers = Object.entries(liveHeaders(options.publicUrl));
    this.#io.engine.use((_: IncomingMessage, response: ServerResponse, next: () => void) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      next();
    });
    this.#io.on('connection', (socket) => this.#connect(socket));
  }

  /** Why this request may not connect, in a word that the page understands; null when it may. */
  async #refusalOf(request: IncomingMessage): Promise<CloseCode | 'foreign-page' | null> {
    const origin = new URL(this.#options.publicUrl).origin;
    if (!isFromOwnPage(request, origin)) return 'foreign-page';
    const credentials = await this.#options.authenticate(request.headers.cookie);
    if (!credentials) return 'signed-out';
    this.#people.set(request, credentials);
    return null;
  }

  #connect(socket: Socket): void {
    const credentials = this.#people.get(socket.request);
    if (!credentials) return void socket.disconnect(true);
    forgetRequest(socket);
    const connection = this.#options.engine.connect(new SocketIoTransport(socket), credentials);
    if (!connection) return;
    socket.on(socketParser.FRAME_EVENT, (bytes: Uint8Array) => connection.receive(bytes));
    socket.on('disconnect', () => connection.closed());
    socket.on('error', (error) => this.#options.onError(error));
  }

  /** Lets nobody in any more, finishes what was begun, and ends all connections. */
  async stop(): Promise<void> {
    await this.#options.engine.drain();
    this.#io.disconnectSockets(true);
    this.#io.engine.close();
  }
}

/** A socket keeps the request that it began with for as long as it lives; all that it says is known by now. */
function forgetRequest(socket: Socket): void {
  socket.handshake.headers = {};
  (socket.conn as { request: IncomingMessage | null }).request = null;
}
