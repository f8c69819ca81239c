/** Jest projects by size: `unit` needs nothing, `pg` needs PostgreSQL, the others the running product. */
const swc = {
  '^.+\\.(ts|tsx|mts)$': [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: false,
          react: { runtime: 'automatic' },
        },
        keepClassNames: true,
      },
    },
  ],
};

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.mts'],
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: swc,
  testEnvironmentOptions: { customExportConditions: ['kring-source', 'node', 'node-addons'] },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.kring/'],
  modulePathIgnorePatterns: ['/dist/'],
};
const withPostgres = {
  setupFilesAfterEnv: ['<rootDir>/tools/testing/slow-starts.ts'],
  globalSetup: '<rootDir>/tools/testing/postgres-global-setup.ts',
  globalTeardown: '<rootDir>/tools/testing/postgres-global-teardown.ts',
};

export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.pg\\.spec\\.ts$'],
    },
    {
      ...base,
      ...withPostgres,
      displayName: 'pg',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.pg.spec.ts'],
    },
    { ...base, ...withPostgres, displayName: 'api', testMatch: ['<rootDir>/tests/api/**/*.spec.ts'] },
    { ...base, ...withPostgres, displayName: 'collab', testMatch: ['<rootDir>/tests/collab/**/*.spec.ts'] },
    {
      ...base,
      testEnvironment: '<rootDir>/tests/e2e/support/telling-environment.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/support/time-to-hang.ts'],
      globalSetup: '<rootDir>/tests/e2e/support/stories-global-setup.ts',
      globalTeardown: '<rootDir>/tests/e2e/support/stories-global-teardown.ts',
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'],
    },
  ],
};
