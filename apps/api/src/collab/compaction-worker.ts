import { parentPort } from 'node:worker_threads';
import { buildSnapshot } from '@kring/collab-engine';

parentPort?.on('message', (updates: Uint8Array[]) => {
  parentPort?.postMessage(buildSnapshot(updates));
});
