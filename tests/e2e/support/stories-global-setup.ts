import { rmSync } from 'node:fs';
import { newDataDir, startProduct } from './product.ts';

/** Builds once, and fills one folder with the demo programme: each story begins with a copy of it. */
export default async function prepare(): Promise<void> {
  // The owner of the database's files goes along with a copy only where `cp` can do that.
  if (process.platform === 'win32') return;
  const dataDir = newDataDir();
  try {
    const product = await startProduct({ dataDir });
    await product.untilPrinted();
    await product.stop();
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
  process.env['KRING_E2E_DATA'] = dataDir;
  // Nx puts back what it built before, also where nothing changed: another story would miss the files for a moment.
  process.env['KRING_BUILD'] = 'done';
}
