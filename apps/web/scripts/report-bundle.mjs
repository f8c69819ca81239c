// Follows the imports of every page from Vite's manifest, prints what its first load costs in gzipped
// JavaScript; with --strict it fails when a page costs more than its budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '..', 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
const budget = { page: 180_000, note: 350_000 };
/** Code that a page loads by itself right away, beside its own imports. */
const alwaysLoaded = ['src/app/i18n/core-nl.ts'];
const loadedByNotes = ['../../libs/collab/client/src/index.ts', '../../libs/live-documents/src/index.ts'];

const sizes = new Map();
function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
}

function collect(key, files = new Set(), seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return files;
  seen.add(key);
  if (chunk.file.endsWith('.js')) files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, files, seen);
  return files;
}

/** The words that a page is declared with; Dutch, the longer language. */
const declared = readFileSync(join(import.meta.dirname, '../src/app/pages.tsx'), 'utf8');
function wordsOf(page) {
  const name = page.replace('src/app/', './');
  const found = new RegExp(`import\\('${name}'\\)((?:,\\s*'\\w+')*)`).exec(declared);
  if (!found) throw new Error(`pages.tsx does not declare ${name}`);
  return [...found[1].matchAll(/'(\w+)'/g)].map(([, feature]) => `src/features/${feature}/i18n/nl.ts`);
}

/** Dynamic imports of what the note page needs before one can type. */
function noteParts() {
  return Object.keys(manifest).filter((key) => loadedByNotes.includes(key));
}

// What else stands beside the pages is loaded by one of them.
const isPage = (key) => key.startsWith('src/app/routes/') && declared.includes(key.replace('src/app/', './'));
const pages = Object.keys(manifest).filter(isPage);
if (pages.length === 0) throw new Error('The manifest names no pages');
const rows = pages.map((page) => {
  const isNote = page.endsWith('/note.tsx');
  const files = new Set();
  const roots = ['index.html', page, ...alwaysLoaded, ...wordsOf(page), ...(isNote ? noteParts() : [])];
  for (const root of roots) for (const file of collect(root)) files.add(file);
  const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
  return { page: page.replace('src/app/routes/', ''), bytes, limit: isNote ? budget.note : budget.page };
});

let isOver = false;
for (const { page, bytes, limit } of rows.sort((a, b) => b.bytes - a.bytes)) {
  const verdict = bytes > limit ? 'OVER BUDGET' : 'ok';
  isOver ||= bytes > limit;
  const line = `${page.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(7)} kB of ${limit / 1000} kB  ${verdict}`;
  process.stdout.write(`${line}\n`);
}
process.exitCode = isOver && process.argv.includes('--strict') ? 1 : 0;
