import path from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { encodings, readWebFiles, type Encoding, type WebFile } from './web-files.ts';

const webFolder = path.join(import.meta.dirname, '../../../web/dist');
const notPages = /^\/(api|health|socket\.io|assets)(\/|$)/;

/**
 * Serves the web app beside the API. Addresses without an extension are its pages, which the browser itself tells
 * apart; they are all the same HTML. Hashed files never change, everything else is asked for again each time.
 */
export function serveWeb(folder: string = webFolder): RequestHandler {
  const files = readWebFiles(folder);
  return (request: Request, response: Response, next: NextFunction) => {
    const file = isRead(request) ? findFile(files, request.path) : undefined;
    if (!file) {
      next();
      return;
    }
    send(request, response, file).catch(next);
  };
}

function findFile(files: ReadonlyMap<string, WebFile>, address: string): WebFile | undefined {
  const isPage = !notPages.test(address) && !path.posix.basename(address).includes('.');
  return files.get(address) ?? (isPage ? files.get('/index.html') : undefined);
}

async function send(request: Request, response: Response, file: WebFile): Promise<void> {
  const encoding = file.isCompressible ? acceptedEncoding(request) : null;
  const etag = `"${file.etag}${encoding === null ? '' : `-${encoding}`}"`;
  const isHashed = request.path.startsWith('/assets/');
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', etag);
  if (file.isCompressible) response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', file.type);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  const bytes = await file.read(encoding);
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function acceptedEncoding(request: Request): Encoding | null {
  // The browser's order says nothing; ours is by size.
  const accepted = request.acceptsEncodings();
  return encodings.find((encoding) => accepted.includes(encoding)) ?? null;
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
