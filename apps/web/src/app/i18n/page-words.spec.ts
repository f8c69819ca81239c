import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nl as core } from './core-nl.ts';

const app = path.join(import.meta.dirname, '..');
const always = Object.keys(core);

/** The pages as they are declared: the file of each, and the namespaces that are loaded with it. */
function declaredPages(): { file: string; words: string[] }[] {
  const source = readFileSync(path.join(app, 'pages.tsx'), 'utf8');
  const found = source.matchAll(
    /page\(\s*\(\) => import\('\.\/(routes\/[\w-]+\.tsx)'\)((?:,\s*'\w+')*),?\s*\)/g,
  );
  return [...found].map(([, file = '', words = '']) => ({
    file: path.join(app, file),
    words: [...words.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  }));
}

/** Namespaces that a file and what it imports beforehand speak; what loads on demand fetches its own. */
function spoken(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file) || !existsSync(file)) return found;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, name = ''] of source.matchAll(/useTranslation\('(\w+)'\)/g)) found.add(name);
  for (const [, name = ''] of source.matchAll(/['`](\w+):[\w.$`{]/g)) found.add(name);
  for (const [, from = ''] of source.matchAll(
    /^(?:import|export) (?!type )[^;]*?from '(\.[^']+\.tsx?)'/gms,
  )) {
    for (const name of spoken(path.resolve(path.dirname(file), from), seen)) found.add(name);
  }
  return found;
}

describe('the words of a page', () => {
  const pages = declaredPages();

  it('finds every page', () => {
    const source = readFileSync(path.join(app, 'pages.tsx'), 'utf8');
    expect(pages).toHaveLength([...source.matchAll(/= page\(/g)].length);
  });

  it.each(pages)('are loaded with $file', ({ file, words }) => {
    const features = [...spoken(file)].filter((name) => existsSync(path.join(app, '../features', name)));
    expect([...always, ...words]).toEqual(expect.arrayContaining(features));
  });
});
