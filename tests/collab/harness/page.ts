import {
  type ClientClock,
  type ClientTransportFactory,
  type CollabClient,
  createCollabClient,
  MemoryDevice,
  MemoryLocalStore,
  type RoomClient,
  socketIoTransport,
  type SocketIoTransportOptions,
} from '@kring/collab-client';
import { SCHEMA_VERSION } from '@kring/live-documents';
import type { AckRecord } from './ack-record.ts';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

type Transports = NonNullable<SocketIoTransportOptions['transports']>;

export interface PageOptions {
  /** What the browser keeps; a new browser by default. */
  readonly device?: MemoryDevice;
  readonly transports?: Transports;
  /** Where to write down what the page is told to be saved. */
  readonly acks?: AckRecord;
  /** Where it connects to instead of the product itself. */
  readonly address?: string;
  readonly clock?: ClientClock;
}

/** A page of the product, without the browser around it, with one note open. */
export class Page {
  readonly visitor: Visitor;
  readonly device: MemoryDevice;
  readonly client: CollabClient;
  readonly room: RoomClient;

  constructor(visitor: Visitor, roomName: string, options: PageOptions = {}) {
    const { device = new MemoryDevice(), transports = ['websocket', 'polling'], acks } = options;
    this.visitor = visitor;
    this.device = device;
    const transport = hearing(acks, { transports, headers: headersOf(visitor) });
    this.client = openClient(visitor, device, transport, options);
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

function headersOf(visitor: Visitor): Record<string, string> {
  return { Cookie: visitor.cookie, Origin: visitor.address };
}

function hearing(acks: AckRecord | undefined, options: SocketIoTransportOptions): ClientTransportFactory {
  const transport = socketIoTransport(options);
  return acks ? acks.hearing(transport) : transport;
}

function openClient(
  visitor: Visitor,
  device: MemoryDevice,
  transport: ClientTransportFactory,
  { address = visitor.address, clock }: PageOptions,
): CollabClient {
  return createCollabClient({
    url: address,
    ...(clock && { clock }),
    personId: visitor.personId,
    schemaVersion: SCHEMA_VERSION,
    store: new MemoryLocalStore(device, true),
    transport,
  });
}
