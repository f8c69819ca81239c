import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const parameter = 'view';

/** Whether the note is shown as a published page; kept in the address, so that it can be shared and survives a reload. */
export function useReadView(): [boolean, (isReading: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (isReading: boolean) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (isReading) after.set(parameter, 'read');
          else after.delete(parameter);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [search.get(parameter) === 'read', change];
}
