import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { readFileSync } from 'node:fs';

/** Where Node listens once a process has been sent SIGUSR1. */
const INSPECTOR = 'http://127.0.0.1:9229/json/list';
const OPENS_WITHIN = 5_000;

/** What a Node process needs, in bytes, after it has thrown away what it no longer does. */
export async function usedBytes(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR1');
  const socket = await openInspector();
  try {
    // Twice: what the first one ends is gone with the second.
    for (let turn = 0; turn < 2; turn++) await ask(socket, 'HeapProfiler.collectGarbage', {});
    const expression =
      '(({ heapUsed, external }) => [process.pid, heapUsed + external])(process.memoryUsage())';
    const answer = await ask(socket, 'Runtime.evaluate', { expression, returnByValue: true });
    const [who, bytes] = (answer as { result: { value: [number, number] } }).result.value;
    if (who !== pid) throw new Error(`Another process than ${pid} has the port of the inspector.`);
    return bytes;
  } finally {
    socket.close();
  }
}

/** Bytes of a process in memory, as the system counts them. */
export function residentBytes(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) * 1_024;
}

async function openInspector(): Promise<WebSocket> {
  for (const end = Date.now() + OPENS_WITHIN; Date.now() < end; await delay(50)) {
    const list = await fetch(INSPECTOR).then(
      (answer) => answer.json() as Promise<{ webSocketDebuggerUrl: string }[]>,
      () => [],
    );
    const [target] = list;
    if (target === undefined) continue;
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return socket;
  }
  throw new Error('The inspector does not open.');
}

let asked = 0;

function ask(socket: WebSocket, method: string, params: object): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as { id?: number; result?: unknown; error?: unknown };
      if (answer.id !== id) return;
      socket.off('message', hear);
      if (answer.error === undefined) resolve(answer.result);
      else reject(new Error(`${method}: ${JSON.stringify(answer.error)}`));
    };
    socket.on('message', hear);
    socket.send(JSON.stringify({ id, method, params }));
  });
}
