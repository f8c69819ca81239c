/** Lints texts as if they stood in given files: `[{ as, code }]` on standard input, the rules broken on standard output. */
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';

// The boundary rule reads Nx's cached picture of the projects and would skip itself without one.
await createProjectGraphAsync({ exitOnError: false });

const cases = JSON.parse(await text(process.stdin));
const eslint = new ESLint({
  // Types need files that exist; the boundaries do not need types.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/'),
});
const found = [];
for (const { as, code } of cases) {
  const [result] = await eslint.lintText(code, { filePath: as });
  found.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(found));
