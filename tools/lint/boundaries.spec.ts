import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { codeCases, importCases } from './boundaries.fixture.ts';

const BOUNDARY_RULES = [
  '@nx/enforce-module-boundaries',
  'kring/api-features',
  'kring/web-layers',
  'no-restricted-imports',
];

interface Text {
  readonly as: string;
  readonly code: string;
}

function brokenRules(texts: readonly Text[]): string[][] {
  const script = path.join(import.meta.dirname, 'lint-texts.mjs');
  const output = execFileSync(process.execPath, [script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
  });
  return JSON.parse(output) as string[][];
}

const importing = (as: string, what: string): Text => ({
  as,
  code: `import { x } from '${what}';\nexport const y = x;\n`,
});

describe('the boundaries bite', () => {
  const texts = [
    ...importCases.flatMap(({ as, allowed, forbidden }) =>
      [...allowed, ...forbidden].map((what) => importing(as, what)),
    ),
    ...codeCases.flatMap(({ as, right, wrong }) => [
      { as, code: right },
      { as, code: wrong },
    ]),
  ];
  let found: string[][] = [];
  const rulesFor = ({ as, code }: Text) =>
    found[texts.findIndex((text) => text.as === as && text.code === code)] ?? [];
  beforeAll(() => {
    found = brokenRules(texts);
  }, 120_000);

  it.each(importCases)('$as imports what it may', ({ as, allowed }) => {
    const refused = allowed.filter((what) =>
      rulesFor(importing(as, what)).some((rule) => BOUNDARY_RULES.includes(rule)),
    );
    expect(refused).toEqual([]);
  });

  it.each(importCases)('$as may not import what lies beyond its boundary', ({ as, forbidden }) => {
    const accepted = forbidden.filter(
      (what) => !rulesFor(importing(as, what)).some((rule) => BOUNDARY_RULES.includes(rule)),
    );
    expect(accepted).toEqual([]);
  });

  it.each(codeCases)('$rule in $as', ({ rule, as, right, wrong }) => {
    expect(rulesFor({ as, code: right })).not.toContain(rule);
    expect(rulesFor({ as, code: wrong })).toContain(rule);
  });
});
