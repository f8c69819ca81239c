/**
 * A person as other people see them (the contract's `Person`), as an SQL expression over `people` and the
 * `organisations` that is joined to it.
 */
export function personJson(person: string, organisation: string): string {
  return `json_build_object('id', ${person}.id, 'name', ${person}.name, 'jobTitle', ${person}.job_title,
    'organisation', CASE WHEN ${organisation}.id IS NULL THEN NULL
      ELSE json_build_object('id', ${organisation}.id, 'name', ${organisation}.name) END)`;
}
