import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint } from '@kring/contracts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { findRouteFaults, listRoutes } from './check-routes.ts';

describe('the routes of the real router', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  it('are those of the contracts, the health checks, the metrics, the API document and the looks, and no others', () => {
    const declared = Object.values<Endpoint>(endpoints).map(({ method, path }) => `${method} /api${path}`);
    const others = [
      'GET /api/appearance.css',
      'GET /api/logo',
      'GET /api/openapi.json',
      'GET /health/live',
      'GET /health/ready',
      'GET /api/metrics',
    ];
    expect(listRoutes(server.app).sort()).toEqual([...declared, ...others].sort());
  });

  it('are refused at the start when one is not declared', () => {
    server.app.getHttpAdapter().get('/api/back-door', () => undefined);
    expect(findRouteFaults(server.app)).toEqual(['GET /api/back-door is not declared']);
  });
});
