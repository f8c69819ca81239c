import { useSearchParams } from 'react-router';
import { libraryQuerySchema } from '@kring/contracts';
import type { LibraryFilter } from '../../../lib/queries/library-queries.ts';

const { kind: kindSchema, q: wordsSchema } = libraryQuerySchema.shape;

/** What is looked for in a library, as the address says; what cannot be looked for is left out. */
export function useLibraryFilter(): [LibraryFilter, (filter: LibraryFilter) => void] {
  const [params, setParams] = useSearchParams();
  const kind = kindSchema.safeParse(params.get('kind') ?? undefined).data;
  const q = wordsSchema.safeParse(params.get('q') ?? undefined).data;
  const change = (next: LibraryFilter) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const name of ['kind', 'q'] as const) {
          const value = next[name];
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { state: { keepFocus: true } },
    );
  return [{ ...(kind && { kind }), ...(q && { q }) }, change];
}
