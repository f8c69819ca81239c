import { useSearchParams } from 'react-router';
import { caseFacetsQuerySchema } from '@kring/contracts';
import type { CaseFilter } from '../../../lib/queries/case-queries.ts';

const schemas = caseFacetsQuerySchema.omit({ archived: true }).shape;
const names = Object.keys(schemas) as (keyof typeof schemas)[];

export const isFiltered = (filter: CaseFilter): boolean => names.some((name) => filter[name] !== undefined);

/** Which cases are shown, as the address says; what does not exist there is left out. */
export function useCaseFilter(): [CaseFilter, (filter: CaseFilter) => void] {
  const [params, setParams] = useSearchParams();
  const found = names.flatMap((name) => {
    const parsed = schemas[name].safeParse(params.get(name) ?? undefined);
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
  });
  const filter: CaseFilter = Object.fromEntries(found);
  const change = (next: CaseFilter) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const name of names) {
          const value = next[name];
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { state: { keepFocus: true } },
    );
  return [filter, change];
}
