import { rmSync } from 'node:fs';

/** Nothing of what was prepared stays on disk. */
export default function tidy(): void {
  const dataDir = process.env['KRING_E2E_DATA'];
  if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
}
