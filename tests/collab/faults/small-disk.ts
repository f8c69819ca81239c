import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const megabytes = 512;
const block = Buffer.alloc(64 * 1024, 1);

/** Settings of PostgreSQL with which the WAL leaves place for the rest. */
export const smallDiskSettings = { max_wal_size: '96MB', min_wal_size: '32MB', shared_buffers: '32MB' };

/** A disk of its own in memory, so that it can be full and nothing else is. Only root on Linux may have one. */
export class SmallDisk {
  readonly folder: string;
  readonly #filler: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#filler = path.join(folder, 'filler');
  }

  /** Null where it cannot be had. */
  static mount(): SmallDisk | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
    const folder = mkdtempSync(path.join(tmpdir(), 'kring-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'kring-disk', folder], {
        stdio: 'ignore',
      });
    } catch {
      rmdirSync(folder);
      return null;
    }
    // The user that PostgreSQL runs as has to pass through.
    chmodSync(folder, 0o711);
    return new SmallDisk(folder);
  }

  fill(): void {
    const file = openSync(this.#filler, 'w');
    try {
      for (;;) writeSync(file, block);
    } catch (error) {
      const isFull =
        typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC';
      if (!isFull) throw error;
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder], { stdio: 'ignore' });
    rmdirSync(this.folder);
  }
}
