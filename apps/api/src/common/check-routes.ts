import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { endpoints, type Endpoint } from '@kring/contracts';
import { isOpenRoute } from './open-route.ts';
import { endpointOf } from './route.ts';

/** What answers without standing in the contracts' table. */
const otherRoutes = [
  'GET /health/live',
  'GET /health/ready',
  'GET /api/metrics',
  'GET /api/openapi.json',
  'GET /api/appearance.css',
  'GET /api/logo',
];

interface RouterRoute {
  readonly path: unknown;
  readonly methods: Readonly<Record<string, boolean>>;
}
interface RouterLayer {
  readonly route?: RouterRoute;
}

/** The routes of the real router, as `METHOD /path`. */
export function listRoutes(app: NestExpressApplication): string[] {
  const express = app.getHttpAdapter().getInstance() as { router: { stack: RouterLayer[] } };
  const routes = express.router.stack.flatMap(({ route }) => (route ? [route] : []));
  // The framework hangs its middleware on routes for every method at once; no handler of ours answers all of them.
  const ofOneMethod = routes.filter(({ methods }) => Object.keys(methods).length === 1);
  return [...new Set(ofOneMethod.flatMap(describeRoute))];
}

function describeRoute({ path, methods }: RouterRoute): string[] {
  return Object.keys(methods).map((method) => `${method.toUpperCase()} ${String(path)}`);
}

/**
 * Declared or dead: what is wrong between the real router and the contracts' table, in words. Each route must be the
 * handler of an endpoint (which declares its access), and each endpoint must have its route.
 */
export function findRouteFaults(app: NestExpressApplication): string[] {
  const table: Endpoint[] = Object.values(endpoints);
  const declared = table.map(({ method, path }) => `${method} /api${path}`);
  const routes = listRoutes(app);
  return [
    ...without(routes, [...declared, ...otherRoutes]).map((route) => `${route} is not declared`),
    ...without(declared, routes).map((route) => `${route} has no handler`),
    ...findUndeclaredHandlers(app),
  ];
}

function findUndeclaredHandlers(app: NestExpressApplication): string[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ method, handler: prototype[method] }))
        .filter(({ handler }) => handler !== undefined && Reflect.hasMetadata('path', handler))
        .filter(({ handler }) => handler !== undefined && !endpointOf(handler) && !isOpenRoute(handler))
        .map(({ method }) => `${String(name)}.${method} declares no access`);
    });
}

function without(list: readonly string[], excluded: readonly string[]): string[] {
  const set = new Set(excluded);
  return list.filter((item) => !set.has(item));
}
