/** The code that Node and PostgreSQL put on their errors (`ENOENT`, `23505`), or undefined. */
export function errorCodeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
