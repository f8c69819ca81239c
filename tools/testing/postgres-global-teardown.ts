import { rmSync } from 'node:fs';

/** Ends what the set-up started; nothing of it stays on disk. */
export default async function tearDown(): Promise<void> {
  const cluster = globalThis.kringTestCluster;
  if (cluster === undefined) return;
  await cluster.server.stop();
  rmSync(cluster.dir, { recursive: true, force: true });
}
