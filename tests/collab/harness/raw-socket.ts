import {
  type ClientFrame,
  encodeClientFrame,
  FrameReader,
  PROTOCOL_VERSION,
  type ServerFrame,
  socketParser,
} from '@kring/collab-protocol';
import { SCHEMA_VERSION } from '@kring/live-documents';
import { io, type Socket } from 'socket.io-client';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

type FrameType = ServerFrame['type'];
type FrameOf<T extends FrameType> = Extract<ServerFrame, { type: T }>;

export interface RawSocketOptions {
  readonly origin?: string | null;
  readonly cookie?: string;
  readonly transport?: 'websocket' | 'polling';
  readonly auth?: Record<string, unknown>;
}

/** A socket that says whatever a hostile page could say. */
export class RawSocket {
  readonly socket: Socket;
  readonly frames: ServerFrame[] = [];
  #isClosed = false;
  #refusal: string | null = null;

  constructor(visitor: Visitor, options: RawSocketOptions = {}) {
    const origin = options.origin === undefined ? visitor.address : options.origin;
    this.socket = io(visitor.address, {
      path: '/api/live',
      transports: [options.transport ?? 'websocket'],
      forceNew: true,
      reconnection: false,
      parser: socketParser,
      auth: options.auth ?? {},
      extraHeaders: {
        Cookie: options.cookie ?? visitor.cookie,
        ...(origin !== null && { Origin: origin }),
      },
    });
    const reader = new FrameReader(
      (frame) => this.frames.push(frame),
      (error) => {
        throw error;
      },
    );
    this.socket.on(socketParser.FRAME_EVENT, (bytes: Uint8Array) => {
      reader.received(bytes);
    });
    this.socket.on('disconnect', () => (this.#isClosed = true));
    this.socket.on('connect_error', (error) => (this.#refusal = error.message || 'refused'));
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** True when the server let it in, false when it refused. */
  async isLetIn(): Promise<boolean> {
    await until(
      () => 'an answer to the handshake',
      () => this.socket.connected || this.#refusal !== null,
    );
    return this.socket.connected;
  }

  send(frame: ClientFrame): void {
    this.sendBytes(encodeClientFrame(frame));
  }

  sendBytes(bytes: Uint8Array): void {
    this.socket.emit(socketParser.FRAME_EVENT, bytes);
  }

  async greet(): Promise<void> {
    await this.isLetIn();
    this.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, schemaVersion: SCHEMA_VERSION });
    await this.next('welcome');
  }

  async join(room: string, clientId = 0): Promise<FrameOf<'joined'>> {
    this.send({ type: 'join', room, generation: 0, seq: 0, clientId });
    return this.next('joined');
  }

  /** The first frame of a type, of those that nobody has taken. */
  async next<T extends FrameType>(type: T): Promise<FrameOf<T>> {
    const find = () => this.frames.findIndex((frame) => frame.type === type);
    await until(
      () => `${type} among ${this.frames.map((frame) => frame.type).join(', ')}; closed: ${this.#isClosed}`,
      () => find() >= 0,
      10_000,
    );
    const [frame] = this.frames.splice(find(), 1);
    return frame as FrameOf<T>;
  }

  async untilClosed(): Promise<void> {
    await until(
      () => 'the server to hang up',
      () => this.#isClosed,
      10_000,
    );
  }

  close(): void {
    this.socket.disconnect();
  }
}
