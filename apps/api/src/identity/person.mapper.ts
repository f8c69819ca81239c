import type { Account, Action, Me, Person } from '@kring/contracts';

/** A row of `people` with the name of its organisation. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly language: Me['language'];
  readonly platformRole: Me['platformRole'];
  readonly hasPassword: boolean;
  readonly disabledAt: Date | null;
  readonly lastSeenAt: Date | null;
  /** What people are sorted by. */
  readonly sortName: string;
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    jobTitle: row.jobTitle,
    organisation:
      row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '' },
  };
}

export function toMe(row: PersonRow, abilities: Action[]): Me {
  return {
    ...toPerson(row),
    email: row.email,
    language: row.language,
    platformRole: row.platformRole,
    hasPassword: row.hasPassword,
    abilities,
  };
}

export function toAccount(row: PersonRow): Account {
  return {
    ...toPerson(row),
    email: row.email,
    platformRole: row.platformRole,
    isDisabled: row.disabledAt !== null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}
