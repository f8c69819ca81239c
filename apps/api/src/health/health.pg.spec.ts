import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { HealthController } from './health.controller.ts';

describe('health', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  it('is live without asking anything', async () => {
    const response = await fetch(`${server.url}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'live' }]);
  });

  it('is ready when the database answers and is migrated', async () => {
    const response = await fetch(`${server.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('is alive and not ready once it has been told to stop', async () => {
    server.app.get(HealthController).onModuleDestroy();
    const statuses = ['live', 'ready'].map(
      async (word) => (await fetch(`${server.url}/health/${word}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 503]);
  });
});
