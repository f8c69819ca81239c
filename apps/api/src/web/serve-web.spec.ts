import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { serveWeb } from './serve-web.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

const page = '<!doctype html><title>Kring</title>';
const script = 'console.log("Kring");'.repeat(100);

describe('the web app', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kring-web-'));
  let server: Server;
  let port: number;

  beforeAll(async () => {
    mkdirSync(path.join(folder, 'dist/assets'), { recursive: true });
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    writeFileSync(path.join(folder, 'dist/index.html'), page);
    writeFileSync(path.join(folder, 'dist/sw.js'), script);
    writeFileSync(path.join(folder, 'dist/assets/app-abc.js'), script);
    writeFileSync(path.join(folder, 'dist/assets/app-abc.js.map'), '{}');
    const app = express();
    app.use(serveWeb(path.join(folder, 'dist')));
    app.use((_request, response) => void response.status(404).end());
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  // Sends the path exactly as it is written.
  function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path: address, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  }

  it.each(['/', '/sign-in', '/cops/werkplaats/cases'])(
    'answers %s with the page, always asked for anew',
    async (address) => {
      const answer = await ask(address);
      expect([answer.status, answer.bytes.toString()]).toEqual([200, page]);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it('lets hashed files be kept for ever, and others not', async () => {
    expect((await ask('/assets/app-abc.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await ask('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it('compresses as the browser can read it', async () => {
    const brotli = await ask('/sw.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    const gzip = await ask('/sw.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    expect((await ask('/sw.js')).bytes.toString()).toBe(script);
  });

  it('sends nothing again that the browser has', async () => {
    const { headers } = await ask('/sw.js', { 'accept-encoding': 'br' });
    const again = await ask('/sw.js', { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/none',
    '/assets/app-abc.js.map',
    '/api/none',
    '/socket.io/',
    '/none.js',
    '/%00',
  ])('has nothing at %s', async (address) => {
    const answer = await ask(address);
    expect(answer.bytes.toString()).not.toContain('secret');
    expect([answer.status, answer.bytes.toString()]).not.toEqual([200, script]);
    if (!address.endsWith('%00')) expect(answer.status).toBe(404);
  });

  it('changes nothing and answers only questions', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(404);
    expect((await ask('/', {}, 'HEAD')).bytes).toHaveLength(0);
  });
});
