import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, problemSchema, type Endpoint } from '@kring/contracts';
import { createSignedInPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const table: Endpoint[] = Object.values(endpoints);
const someId = '01890000-0000-7000-8000-000000000000';

describe('every HTTP endpoint', () => {
  let server: TestApp;
  let cookie: string;
  beforeAll(async () => {
    server = await startTestApp();
    ({ cookie } = await createSignedInPerson(server.app, { platformRole: 'administrator' }));
  });
  afterAll(async () => {
    await server.close();
  });

  const addressOf = ({ path }: Endpoint) => `${server.url}/api${path.replace(/:\w+/g, someId)}`;

  // Not `fetch`: it does not let one say where a request comes from.
  function send(
    endpoint: Endpoint,
    headers: Record<string, string>,
    body = '{}',
  ): Promise<{ status: number; body: unknown }> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        addressOf(endpoint),
        { method: endpoint.method, headers: { 'content-type': 'application/json', cookie, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
          });
        },
      );
      request.on('error', reject);
      request.end(endpoint.body ? body : undefined);
    });
  }

  const writes = table
    .filter(({ method }) => method !== 'GET')
    .map((endpoint) => [nameOf(endpoint), endpoint] as const);
  const withBody = table.filter(({ body }) => body).map((endpoint) => [nameOf(endpoint), endpoint] as const);
  const guarded = table
    .filter(({ access }) => access !== 'public')
    .map((endpoint) => [nameOf(endpoint), endpoint] as const);

  it.each(writes)('refuses %s from another site', async (_name, endpoint) => {
    const origins: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://kring.example.org' },
      { origin: 'null' },
    ];
    for (const headers of origins) {
      const { status, body } = await send(endpoint, headers);
      expect([status, (body as { code: string }).code]).toEqual([403, 'cross-site-request']);
    }
  });

  it.each(withBody)('refuses %s with a body that is not JSON', async (_name, endpoint) => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await send(endpoint, { 'content-type': type })).status).toBe(415);
    }
  });

  it.each(withBody)('refuses %s with a field that it does not know', async (_name, endpoint) => {
    for (const body of [
      '{"platformRole_":"administrator"}',
      '{"__proto__":{"isDisabled":true}}',
      '[]',
      '"x"',
    ]) {
      const { status } = await send(endpoint, {}, body);
      expect(status).toBe(400);
    }
  });

  it.each(guarded)('refuses %s without a sign-in', async (_name, endpoint) => {
    const { status, body } = await send(endpoint, { cookie: `kring=${'x'.repeat(43)}` });
    expect([status, (body as { code: string }).code]).toEqual([401, 'not-signed-in']);
  });
});

describe('a problem', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  it.each([
    ['an address that is not there', '/api/nothing', undefined, 404, 'not-found'],
    ['an address with a bad escape', '/api/people/%E0%A4%A', undefined, 400, 'bad-request'],
    ['a body that is no JSON', '/api/sign-in/link', '{"email":', 400, 'bad-request'],
    ['a body that is too large', '/api/sign-in/link', `"${'x'.repeat(110_000)}"`, 413, 'payload-too-large'],
    ['a body with a wrong field', '/api/sign-in/link', '{"email":"<script>"}', 400, 'invalid-input'],
  ])('of %s has a code and tells nothing else', async (_name, path, body, status, code) => {
    const response = await fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
    const problem = problemSchema.parse(await response.json());
    expect([response.status, problem.code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem.correlationId).toBe(response.headers.get('x-correlation-id'));
    expect(JSON.stringify(problem)).not.toMatch(/script|node_modules|SELECT|at .*\.ts/);
  });

  it('names the field that is wrong', async () => {
    const answer = await callEndpoint(server.url, endpoints.requestSignInLink, {
      body: { email: 'nobody', next: '//evil.example' },
    });
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'email', code: 'invalid_format' },
        { path: 'next', code: 'invalid_format' },
      ],
    });
  });

  it('carries the headers that protect pages, as everything does', async () => {
    for (const path of ['/api/nothing', '/api/state', '/health/live', '/nothing.js']) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await fetch(`${server.url}/api/state`)).headers.get('cache-control')).toBe('no-store');
  });
});

function nameOf({ method, path }: Endpoint): string {
  return `${method} ${path}`;
}
