import path from 'node:path';
import { Worker } from 'node:worker_threads';

const file = path.join(import.meta.dirname, `compaction-worker${path.extname(import.meta.filename)}`);
const TIME_LIMIT = 60_000;
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 512 };

/** Builds snapshots in a thread of their own, which lives as long as one of them: a bomb harms nobody else. */
export function compactInWorker(updates: readonly Uint8Array[]): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { resourceLimits: MEMORY_LIMIT });
    const timer = setTimeout(() => finish(() => reject(new Error('compaction took too long'))), TIME_LIMIT);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    worker.once('message', (snapshot: Uint8Array | null) => finish(() => resolve(snapshot)));
    worker.once('error', (error) => finish(() => reject(error)));
    worker.once('exit', () => finish(() => reject(new Error('compaction ended early'))));
    worker.postMessage(updates);
  });
}
