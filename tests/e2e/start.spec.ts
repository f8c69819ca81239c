import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../tools/free-port.ts';
import { type Product, newDataDir, startProduct } from './support/product.ts';

const api = (product: Product, route: string, init: RequestInit = {}) =>
  fetch(`${product.url}/api${route}`, {
    ...init,
    headers: { origin: product.url, 'content-type': 'application/json', ...init.headers },
  });

async function signIn(product: Product): Promise<string> {
  const token = product.signInLinks()[0]?.split('token=')[1];
  const answer = await api(product, endpoints.useSignInLink.path, {
    method: 'POST',
    body: JSON.stringify({ token }),
  });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('npm start', () => {
  const dataDir = newDataDir();
  let port = 0;
  let product: Product;
  let cookie = '';
  let firstStartMs = 0;
  beforeAll(async () => {
    port = await freePort();
    const begin = Date.now();
    product = await startProduct({ dataDir, port });
    await product.untilPrinted();
    firstStartMs = Date.now() - begin;
  });
  afterAll(async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends by printing the address and a sign-in link for each demo role', async () => {
    const lines = product.output().trim().split('\n');
    expect(product.output()).toContain(`http://localhost:${port}`);
    expect(
      lines
        .slice(-16)
        .join('\n')
        .match(/sign-in#token=/g),
    ).toHaveLength(6);
    const page = await fetch(product.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root"');
    cookie = await signIn(product);
  });

  it('says in one line that a port is taken, and which other to take', () => {
    const second = spawnSync(process.execPath, [path.resolve('tools/start.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, PORT: String(port), KRING_DATA_DIR: dataDir, NODE_OPTIONS: '' },
    });
    expect(second.status).toBe(1);
    expect(second.stderr.trim()).toBe(
      `Port ${port} is in use by another program. End it, or choose another port: PORT=${port + 1} npm start`,
    );
  });

  it('starts an API again that was killed, on the same data', async () => {
    await product.killApi();
    await product.untilReady();
    expect((await api(product, '/me', { headers: { cookie } })).status).toBe(200);
  });

  it('ends all of it at SIGTERM, and starts again with everything kept and nothing made twice', async () => {
    const all = async () => (await api(product, endpoints.listCops.path, { headers: { cookie } })).text();
    const before = await all();
    expect(JSON.parse(before)).not.toEqual([]);
    expect(await product.stop()).toEqual({ code: 0, left: [] });
    const begin = Date.now();
    product = await startProduct({ dataDir, port });
    const startMs = Date.now() - begin;
    console.log(
      `First start ${firstStartMs} ms, second start ${startMs} ms (goal on a quiet machine: 15,000).`,
    );
    expect((await api(product, '/me', { headers: { cookie } })).status).toBe(200);
    expect(await all()).toBe(before);
  });
});
