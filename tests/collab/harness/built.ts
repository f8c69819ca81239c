import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../../..');

/** What the instances of a class of the built product inherit. For modules that are loaded before the product. */
export async function builtPrototype<T extends object>(file: string, className: string): Promise<T> {
  const built = (await import(pathToFileURL(path.join(root, file)).href)) as Record<
    string,
    { prototype: T } | undefined
  >;
  const prototype = built[className]?.prototype;
  if (!prototype) throw new Error(`${file} has no class ${className}.`);
  return prototype;
}

export const documentLogFile = 'apps/api/dist/collab/postgres-document-log.js';
export const engineFile = (name: string) => `libs/collab/engine/dist/${name}.js`;
