import { connectBareSocketIo } from './bare-socket-io.ts';
import { connectKring } from './kring.ts';
import type { Connect } from './protocol.ts';
import { connectHocuspocus, connectRelay, connectYWebsocket } from './y-protocol.ts';
import { connectYSocketIo } from './y-socket-io.ts';

export const protocols = {
  kring: connectKring,
  hocuspocus: connectHocuspocus,
  'y-websocket': connectYWebsocket,
  'y-socket-io': connectYSocketIo,
  relay: connectRelay,
  'bare-socket-io': connectBareSocketIo,
} satisfies Record<string, Connect>;

export type ProtocolName = keyof typeof protocols;
