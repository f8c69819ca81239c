import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../../../..');
const folders = ['libs/collab', 'apps/api/src/collab', 'tests/collab', 'tests/e2e'];

function testFiles(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          /(\.(spec|contract)|\/corpus(-\w+)?)\.ts$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file),
      )
      .map((file) => path.join(root, folder, file)),
  );
}

describe('SPEC.md', () => {
  const spec = readFileSync(path.join(root, 'libs/collab/SPEC.md'), 'utf8');
  const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? '');
  const tested = testFiles().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"`]\[([A-Z]\d+)\] /g)].map((match) => match[1] ?? ''),
  );

  it('names each rule once', () => {
    expect(rules).toEqual([...new Set(rules)]);
    expect(rules.length).toBeGreaterThan(40);
  });

  it('has a test for each rule, and a rule for each test', () => {
    expect([...new Set(tested)].sort()).toEqual([...rules].sort());
  });
});
