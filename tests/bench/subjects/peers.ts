import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../../tools/embedded-postgres.ts';
import { freePort } from '../../../tools/free-port.ts';
import { descendantsOf } from '../../../tools/processes.ts';
import type { ProtocolName } from '../protocols/index.ts';
import type { RunningSubject, Subject } from './subject.ts';

/** Longer than Hocuspocus puts off storing at most. */
const STORED_AFTER = 12_000;

interface PeerOptions {
  readonly name: string;
  readonly protocol: ProtocolName;
  readonly file: string;
  readonly scheme: 'ws' | 'http';
  readonly store?: 'postgres' | 'leveldb';
}

function peer({ name, protocol, file, scheme, store }: PeerOptions): Subject {
  return {
    name,
    protocol,
    async start(): Promise<RunningSubject> {
      const dir = mkdtempSync(path.join(tmpdir(), 'kring-bench-'));
      // The user that PostgreSQL runs as has to pass through.
      chmodSync(dir, 0o711);
      const postgres =
        store === 'postgres' ? await startEmbeddedPostgres({ dir: path.join(dir, 'postgres') }) : null;
      const port = await freePort();
      const env = {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        ...(postgres && { STORE_URL: postgres.url }),
        ...(store === 'leveldb' && { YPERSISTENCE: path.join(dir, 'level') }),
      };
      let child: ChildProcess | null = null;
      const begin = async () => {
        const started = fork(path.join(import.meta.dirname, '..', 'servers', file), {
          env,
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        child = started;
        await once(started, 'message');
      };
      const end = async (signal: NodeJS.Signals) => {
        if (!child) return;
        const gone = once(child, 'exit');
        child.kill(signal);
        await gone;
        child = null;
      };
      const beginAnew = async () => {
        await end('SIGKILL');
        await begin();
      };
      await begin();
      return {
        seat: (_, room) => ({ address: `${scheme}://127.0.0.1:${port}`, room: `room-${room}`, cookie: '' }),
        pids: () => [child?.pid ?? 0, ...(postgres ? [postgres.pid, ...descendantsOf(postgres.pid)] : [])],
        serverPid: () => child?.pid ?? 0,
        untilStored: () => delay(STORED_AFTER),
        restart: beginAnew,
        crash: beginAnew,
        stop: async () => {
          await end('SIGKILL');
          await postgres?.stop();
          rmSync(dir, { recursive: true, force: true });
        },
      };
    },
  };
}

export const hocuspocus = peer({
  name: 'Hocuspocus, in memory',
  protocol: 'hocuspocus',
  file: 'hocuspocus.ts',
  scheme: 'ws',
});
export const hocuspocusPostgres = peer({
  name: 'Hocuspocus, PostgreSQL',
  protocol: 'hocuspocus',
  file: 'hocuspocus.ts',
  scheme: 'ws',
  store: 'postgres',
});
export const yWebsocket = peer({
  name: 'y-websocket, in memory',
  protocol: 'y-websocket',
  file: 'y-websocket.ts',
  scheme: 'ws',
});
export const yWebsocketLevel = peer({
  name: 'y-websocket, LevelDB',
  protocol: 'y-websocket',
  file: 'y-websocket.ts',
  scheme: 'ws',
  store: 'leveldb',
});
export const ySocketIo = peer({
  name: 'y-socket.io, in memory',
  protocol: 'y-socket-io',
  file: 'y-socket-io.ts',
  scheme: 'http',
});
export const relay = peer({ name: 'bare relay', protocol: 'relay', file: 'relay.ts', scheme: 'ws' });
export const bareSocketIo = peer({
  name: 'bare socket.io',
  protocol: 'bare-socket-io',
  file: 'socket-io.ts',
  scheme: 'http',
});
