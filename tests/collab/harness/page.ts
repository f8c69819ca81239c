import {
  type CollabClient,
  createCollabClient,
  MemoryDevice,
  MemoryLocalStore,
  type RoomClient,
  socketIoTransport,
  type SocketIoTransportOptions,
} from '@kring/collab-client';
import { SCHEMA_VERSION } from '@kring/live-documents';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

type Transports = NonNullable<SocketIoTransportOptions['transports']>;

export interface PageOptions {
  /** What the browser keeps; a new browser by default. */
  readonly device?: MemoryDevice;
  readonly transports?: Transports;
}

/** A page of the product, without the browser around it, with one note open. */
export class Page {
  readonly visitor: Visitor;
  readonly device: MemoryDevice;
  readonly client: CollabClient;
  readonly room: RoomClient;

  constructor(visitor: Visitor, roomName: string, options: PageOptions = {}) {
    const { device = new MemoryDevice(), transports = ['websocket', 'polling'] } = options;
    this.visitor = visitor;
    this.device = device;
    this.client = openClient(visitor, device, transports);
    this.room = this.client.openRoom(roomName);
  }

  async until(what: string, isSo: (page: Page) => boolean, within = 30_000): Promise<void> {
    await until(
      () => `${what} (${this.visitor.name}: ${JSON.stringify(this.room.status)}, ${this.client.state})`,
      () => isSo(this),
      within,
    );
  }

  untilReady(): Promise<void> {
    return this.until('ready', ({ room }) => room.status.isSynced && room.status.phase === 'ready');
  }

  untilSaved(within?: number): Promise<void> {
    return this.until('saved', ({ room }) => room.status.saving === 'saved', within);
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

function openClient(visitor: Visitor, device: MemoryDevice, transports: Transports): CollabClient {
  const headers = { Cookie: visitor.cookie, Origin: visitor.address };
  return createCollabClient({
    url: visitor.address,
    personId: visitor.personId,
    schemaVersion: SCHEMA_VERSION,
    store: new MemoryLocalStore(device, true),
    transport: socketIoTransport({ headers, transports }),
  });
}
