import type { Cop, CopSummary } from '@kring/contracts';
import { abilities, withRoleIn, type Principal } from '@kring/domain';
import type { CopRow } from './cops.repository.ts';

export function toCopSummary(row: CopRow, principal: Principal): CopSummary {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    question: row.question,
    coordinator: row.coordinator,
    memberCount: row.memberCount,
    caseCount: row.caseCount,
    myRole: row.myRole,
    hasAskedToJoin: row.hasAskedToJoin,
    abilities: abilities(withRoleIn(principal, row.id, row.myRole), { kind: 'cop', copId: row.id }),
  };
}

export function toCop(row: CopRow, principal: Principal): Cop {
  const welcome = row.myRole === null ? '' : row.welcome;
  return {
    ...toCopSummary(row, principal),
    charter: {
      purpose: row.purpose,
      audience: row.audience,
      workingAgreements: row.workingAgreements,
    },
    welcome,
    houseRules: row.houseRules,
    isWelcomeOpen: row.isUnwelcomed && welcome !== '',
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}
