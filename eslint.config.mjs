import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { fileBoundaries, projectBoundaries, shortParameterLists } from './tools/lint/boundaries.mjs';
import { kringRules } from './tools/lint/rules.mjs';

const code = ['**/*.{ts,tsx,mts}'];
const plain = ['**/*.{js,mjs}'];

export default defineConfig(
  {
    ignores: ['**/node_modules/', '**/dist/', '.nx/', '.kring/', 'coverage/'],
  },
  {
    files: [...code, ...plain],
    plugins: { '@nx': nx, kring: kringRules },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': ['error', projectBoundaries],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80 }],
      'no-restricted-syntax': ['error', ...shortParameterLists],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'kring/no-default-export': 'error',
      'kring/few-imports': 'error',
    },
  },
  {
    files: code,
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
    },
  },
  ...fileBoundaries,
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Routes compose what the features offer; the lists of modules, tables, migrations and words name every one of them.
    files: [
      'apps/web/src/app/routes/*.tsx',
      'apps/web/src/app/i18n/{nl,en}.ts',
      'apps/api/src/app.module.ts',
      'apps/api/src/database/{schema,migrations}.ts',
    ],
    rules: { 'kring/few-imports': 'off' },
  },
  {
    // Sent to browsers as it stands, before anything else runs.
    files: ['apps/web/public/*.js'],
    rules: { 'no-var': 'off' },
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'tests/**/*.ts', '**/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'kring/few-imports': 'off' },
  },
  {
    files: ['tools/**/*', 'tests/**/*', 'apps/api/src/main.ts', 'apps/api/src/demo/**/*', '**/scripts/**/*'],
    rules: { 'no-console': 'off' },
  },
);
