import { useSearchParams } from 'react-router';
import { directoryQuerySchema } from '@kring/contracts';
import type { DirectoryFilter } from '../../../lib/queries/directory-queries.ts';

const schemas = directoryQuerySchema.omit({ cursor: true }).shape;
const names = ['q', 'organisationId', 'copId'] as const;
const inAddress = { q: 'q', organisationId: 'organisation', copId: 'cop' } as const;

/** Whom one looks for, as the address says; what cannot be looked for is left out. */
export function useDirectoryFilter(): [DirectoryFilter, (filter: DirectoryFilter) => void] {
  const [params, setParams] = useSearchParams();
  const found = names.flatMap((name) => {
    const value = schemas[name].safeParse(params.get(inAddress[name]) ?? undefined).data;
    return value === undefined ? [] : [[name, value] as const];
  });
  const change = (next: DirectoryFilter) => {
    const entries = names.flatMap((name) => {
      const value = next[name];
      return value ? [[inAddress[name], value]] : [];
    });
    setParams(new URLSearchParams(entries), { state: { keepFocus: true } });
  };
  return [Object.fromEntries(found), change];
}
