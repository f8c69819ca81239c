import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  encodeServerFrame,
  packUpdates,
  PROTOCOL_VERSION,
  unpackUpdates,
  type ServerFrame,
} from '@kring/collab-protocol';
import { Connection } from './connection.ts';
import { FakeClock } from './testing/fake-clock.ts';
import type { TransportHandlers } from './transport.ts';

const long = [new Uint8Array(Buffer.from('Wonen, werk en zorg. '.repeat(2_000)))];
const packed = () => packUpdates(long, async (bytes) => deflateRawSync(bytes));
/** What is being unpacked is done when the same, begun now, is. */
const unpacked = async () => unpackUpdates(await packed());

async function joined(): Promise<Uint8Array> {
  const facts = { room: 'note:1', channel: 1, generation: 1, seq: 1, clientId: 9, spareClientIds: [] };
  const rest = { access: 'write', reason: '', isSnapshot: true, clock: 0 } as const;
  return encodeServerFrame({ type: 'joined', ...facts, ...rest, people: [], ...(await packed()) });
}

function connect() {
  const transports: TransportHandlers[] = [];
  const frames: ServerFrame[] = [];
  const connection = new Connection(
    {
      url: 'https://kring.example',
      schemaVersion: 1,
      clock: new FakeClock(),
      random: () => 0,
      transport: (_url, handlers) => {
        transports.push(handlers);
        return { send: () => undefined, close: () => undefined };
      },
    },
    {
      stateChanged: () => undefined,
      up: () => undefined,
      down: () => undefined,
      frame: (frame) => frames.push(frame),
    },
  );
  connection.start();
  const [transport] = transports;
  if (!transport) throw new Error('nothing was connected');
  const welcome = { type: 'welcome', protocolVersion: PROTOCOL_VERSION, schemaVersion: 1 } as const;
  transport.received(encodeServerFrame(welcome));
  return { connection, transport, frames };
}

describe('a connection', () => {
  it('passes on a long text that came packed, before what follows', async () => {
    const { transport, frames } = connect();
    transport.received(await joined());
    transport.received(encodeServerFrame({ type: 'look', channel: 1, topic: 'threads' }));
    await unpacked();
    expect(frames).toMatchObject([{ type: 'joined', updates: long }, { type: 'look' }]);
  });

  it('passes on nothing that was still being unpacked when it was lost', async () => {
    const { connection, transport, frames } = connect();
    transport.received(await joined());
    transport.closed('');
    await unpacked();
    expect(frames).toEqual([]);
    expect(connection.isUp).toBe(false);
  });

  it('starts afresh where something cannot be read', () => {
    const { connection, transport } = connect();
    expect(connection.isUp).toBe(true);
    transport.received(new Uint8Array([99]));
    expect([connection.isUp, connection.state]).toEqual([false, 'offline']);
  });
});
