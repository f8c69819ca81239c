import type { CaseFacetsQuery } from '@kring/contracts';

export type CaseFacet = 'status' | 'region' | 'theme';

/** The conditions over `cases c` of the filters that are given, by filter. `given` makes a parameter of a value. */
export function facetConditions(
  { status, region, theme }: Pick<CaseFacetsQuery, CaseFacet>,
  given: (value: unknown) => string,
): Partial<Record<CaseFacet, string>> {
  return {
    ...(status !== undefined && { status: `c.status = ${given(status)}` }),
    ...(region !== undefined && { region: `lower(c.region) = lower(${given(region)})` }),
    ...(theme !== undefined && { theme: `${given(theme)} = ANY(c.themes)` }),
  };
}
