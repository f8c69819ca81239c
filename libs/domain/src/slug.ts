const longestSlug = 60;

/** A name as it stands in an address: `Gebiedsgericht werken` becomes `gebiedsgericht-werken`. Never empty. */
export function toSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'x' : words;
}

/** The n-th try for a name that is taken: `oog`, `oog-2`, `oog-3`. */
export function numberedSlug(slug: string, attempt: number): string {
  return attempt <= 1 ? slug : `${slug}-${attempt}`;
}
