/** Imports that the boundaries allow and forbid. Each pair differs by little, so that a rule which stopped biting shows. */
export interface BoundaryCase {
  readonly as: string;
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
}

const feature = 'apps/api/src/cases/cases.service.ts';

export const importCases: readonly BoundaryCase[] = [
  { as: 'libs/contracts/src/x.ts', allowed: ['zod'], forbidden: ['@kring/domain', 'yjs', 'node:fs'] },
  {
    as: 'libs/domain/src/x.ts',
    allowed: ['@kring/contracts'],
    forbidden: ['@kring/live-documents', '@nestjs/common', 'typeorm', 'react', 'yjs', 'node:crypto'],
  },
  {
    as: 'libs/live-documents/src/x.ts',
    allowed: ['@kring/contracts', 'yjs', '@tiptap/core'],
    forbidden: ['@kring/collab-protocol', '@kring/collab-client', '@nestjs/common', 'react'],
  },
  {
    as: 'libs/collab/protocol/src/x.ts',
    allowed: ['lib0/encoding'],
    forbidden: ['@kring/contracts', '@kring/collab-engine', 'yjs', 'socket.io-client'],
  },
  {
    as: 'libs/collab/engine/src/x.ts',
    allowed: ['@kring/collab-protocol', 'yjs'],
    forbidden: [
      '@kring/contracts',
      '@kring/domain',
      '@kring/collab-client',
      '@nestjs/common',
      'socket.io',
      'typeorm',
    ],
  },
  {
    as: 'libs/collab/client/src/x.ts',
    allowed: ['@kring/collab-protocol', 'yjs'],
    forbidden: [
      '@kring/collab-engine',
      '@kring/contracts',
      'react',
      'socket.io-client',
      '../../../../tools/free-port.ts',
    ],
  },
  {
    as: 'libs/collab/client/src/socket-io-transport.ts',
    allowed: ['socket.io-client'],
    forbidden: ['socket.io', 'react'],
  },
  {
    as: feature,
    allowed: [
      '@kring/collab-engine',
      '@kring/domain',
      '../cops/cops.service.ts',
      '../cops/cops.module.ts',
      '../cops/cop-access.ts',
      './case.entity.ts',
      '../common/app-error.ts',
    ],
    forbidden: [
      '@kring/collab-client',
      '@kring/web',
      'react',
      '../cops/cop.entity.ts',
      '../cops/cop.mapper.ts',
      '../cops/cops.repository.ts',
      '../collab/collab.module.ts',
      '../../../web/src/main.tsx',
      '../../../../libs/domain/src/index.ts',
      '../../../../tools/testing/database.ts',
    ],
  },
  {
    as: 'apps/api/src/cases/cases.pg.spec.ts',
    allowed: ['../../../../tools/testing/database.ts', '../cops/cop.entity.ts'],
    forbidden: ['../collab/collab.module.ts', '../../../../tools/start.ts'],
  },
  {
    as: 'apps/web/src/features/cases/components/x.tsx',
    allowed: ['@kring/collab-client', '../../../components/button.tsx', '../api/cases.ts'],
    forbidden: [
      '@kring/collab-engine',
      '@kring/api',
      'typeorm',
      'socket.io-client',
      '../../cops/components/card.tsx',
      '../../../app/router.tsx',
    ],
  },
  {
    as: 'apps/web/src/components/x.tsx',
    allowed: ['../lib/i18n/i18n.ts'],
    forbidden: ['../features/cases/api/cases.ts', '../app/router.tsx'],
  },
  {
    as: 'apps/web/src/app/routes/x.tsx',
    allowed: ['../../features/cases/components/x.tsx'],
    forbidden: ['../../../../api/src/main.ts'],
  },
  {
    as: 'tests/api/x.spec.ts',
    allowed: ['@kring/contracts', '@kring/collab-client', '../../tools/testing/database.ts'],
    forbidden: ['@kring/api', '@kring/web', '../../apps/api/src/main.ts', '../../libs/domain/src/policy.ts'],
  },
];

export interface CodeCase {
  readonly rule: string;
  readonly as: string;
  readonly right: string;
  readonly wrong: string;
}

const statements = (count: number) => Array.from({ length: count }, (_, at) => `  use(${at});`).join('\n');

export const codeCases: readonly CodeCase[] = [
  {
    rule: 'no-restricted-imports',
    as: feature,
    right: `import { Inject } from '@nestjs/common';\nexport const x = Inject;`,
    wrong: `import { forwardRef } from '@nestjs/common';\nexport const x = forwardRef;`,
  },
  {
    rule: 'kring/no-rows-past-the-door',
    as: feature,
    right: `export const x = (tx) => tx.getRepository(OrganisationEntity);`,
    wrong: `export const x = (tx) => tx.getRepository(CaseEntity);`,
  },
  {
    rule: 'kring/no-barrel',
    as: 'apps/web/src/components/index.ts',
    right: `import { a } from './a.ts';\nexport const b = a;`,
    wrong: `export { a } from './a.ts';\nexport * from './b.ts';`,
  },
  {
    rule: 'kring/no-default-export',
    as: 'apps/web/src/components/card.tsx',
    right: `export const card = 1;`,
    wrong: `const card = 1;\nexport default card;`,
  },
  {
    rule: 'no-restricted-properties',
    as: 'libs/collab/engine/src/x.ts',
    right: `export const x = process.uptime();`,
    wrong: `export const x = process.env;`,
  },
  {
    rule: 'no-restricted-syntax',
    as: 'libs/domain/src/x.ts',
    right: `export const x = (now) => new Date(now);`,
    wrong: `export const x = () => new Date();`,
  },
  {
    rule: 'max-lines-per-function',
    as: feature,
    right: `export function x() {\n${statements(78)}\n}`,
    wrong: `export function x() {\n${statements(79)}\n}`,
  },
  {
    rule: 'max-lines',
    as: feature,
    right: `export const x = 1;\n${'use();\n'.repeat(399)}`,
    wrong: `export const x = 1;\n${'use();\n'.repeat(400)}`,
  },
  {
    rule: 'no-restricted-syntax',
    as: feature,
    right: `export function x(a, b, c, d, e) {}`,
    wrong: `export function x(a, b, c, d, e, f) {}`,
  },
];
