import { endpoints, errorStatus, problemSchema, type Endpoint, type ErrorCode } from '@kring/contracts';
import { z } from 'zod';
import { version } from '../config/version.ts';

const generalErrors: readonly ErrorCode[] = [
  'invalid-input',
  'too-many-attempts',
  'internal-error',
  'database-unavailable',
];

/** The contracts as an OpenAPI 3.1 document: made from the very table that the routes are made from. */
export function createOpenApiDocument(options: { publicUrl: string; cookieName: string }) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kring',
      version,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${options.publicUrl}/api` }],
    paths: describePaths(),
    components: {
      schemas: { Problem: toJsonSchema(problemSchema, 'output') },
      securitySchemes: { login: { type: 'apiKey', in: 'cookie', name: options.cookieName } },
    },
  };
}

function describePaths(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeOperation(name, endpoint) };
  }
  return paths;
}

function describeOperation(operationId: string, endpoint: Endpoint) {
  const { access, body, summary, upload } = endpoint;
  return {
    operationId,
    summary,
    'x-access': access,
    security: access === 'public' ? [] : [{ login: [] }],
    parameters: [
      ...describeParameters(endpoint.params, 'path'),
      ...describeParameters(endpoint.query, 'query'),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toJsonSchema(body, 'input') } },
      },
    }),
    ...(upload && { requestBody: { required: true, content: { [upload]: {} } } }),
    responses: {
      200: {
        description: 'Done.',
        content: endpoint.media
          ? { [endpoint.media]: { schema: { type: 'string' } } }
          : { 'application/json': { schema: toJsonSchema(endpoint.response, 'output') } },
      },
      ...describeErrors(endpoint),
    },
  };
}

function describeParameters(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function describeErrors({ access, params, errors = [] }: Endpoint) {
  const codes = new Set<ErrorCode>([...generalErrors, ...errors]);
  if (access !== 'public') codes.add('not-signed-in').add('not-allowed');
  if (params) codes.add('not-found');
  const byStatus = Map.groupBy(codes, (code) => errorStatus[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

interface JsonSchema {
  readonly properties?: Record<string, unknown>;
  readonly required?: readonly string[];
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const described = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  // OpenAPI 3.1 has this dialect for all of its schemas.
  delete described.$schema;
  return described as JsonSchema;
}
