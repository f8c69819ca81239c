import { describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint } from '@kring/contracts';
import { createOpenApiDocument } from './openapi-document.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

const document = createOpenApiDocument({ publicUrl: 'https://kring.example.nl', cookieName: '__Host-kring' });
const paths = document.paths as Record<string, Record<string, Operation>>;

describe('the API document', () => {
  it('has an operation for each endpoint, by its name', () => {
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(endpoints).sort());
  });

  it.each(Object.entries<Endpoint>(endpoints))('describes %s whole', (_name, endpoint) => {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    const operation = paths[path]?.[endpoint.method.toLowerCase()];
    const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath?.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(operation?.requestBody !== undefined).toBe((endpoint.body ?? endpoint.upload) !== undefined);
    expect(operation?.security).toHaveLength(endpoint.access === 'public' ? 0 : 1);
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(['200', '400', '500']));
  });

  it('is plain JSON without anything undefined', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
