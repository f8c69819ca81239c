/**
 * Preloaded while developing: the API runs straight from its sources. Node strips types by itself, but the decorators of
 * the API need SWC, with the same settings as the build.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const root = path.resolve(import.meta.dirname, '..');
const sources = pathToFileURL(path.join(root, 'apps', 'api', 'src')).href;
const settings = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
for (const name of ['$schema', 'exclude']) delete settings[name];
delete settings.jsc.rewriteRelativeImportExtensions;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith(sources) || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...settings,
      filename,
      swcrc: false,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
