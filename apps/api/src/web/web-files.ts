import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { errorCodeOf } from '../common/error-code.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const packedAlready = new Set(['.woff2', '.png', '.ico']);
const brotli = promisify(brotliCompress);
const packers = {
  br: (bytes: Buffer) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip) as (bytes: Buffer) => Promise<Buffer>,
} as const;
export type Encoding = keyof typeof packers;
export const encodings = ['br', 'gzip'] as const satisfies readonly Encoding[];

/** One file of the web app, in memory, compressed once: at the first request that asks for it. */
export class WebFile {
  readonly type: string;
  readonly etag: string;
  readonly isCompressible: boolean;
  private readonly bytes: Buffer;
  private readonly packed = new Map<Encoding, Promise<Buffer>>();

  constructor(name: string, bytes: Buffer) {
    const extension = path.extname(name);
    this.bytes = bytes;
    this.type = types[extension] ?? 'application/octet-stream';
    this.isCompressible = !packedAlready.has(extension);
    this.etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  }

  read(encoding: Encoding | null): Promise<Buffer> {
    if (encoding === null) return Promise.resolve(this.bytes);
    const packed = this.packed.get(encoding) ?? packers[encoding](this.bytes);
    this.packed.set(encoding, packed);
    return packed;
  }
}

/** Every file of a built web app by its address. Nothing else on disk can be asked for. Empty where there is none. */
export function readWebFiles(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>();
  for (const entry of listFiles(folder)) {
    const name = path.relative(folder, entry).split(path.sep).join('/');
    const isForBuildOnly = name.endsWith('.map') || name.startsWith('.vite/');
    if (!isForBuildOnly) files.set(`/${name}`, new WebFile(name, readFileSync(entry)));
  }
  return files;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
