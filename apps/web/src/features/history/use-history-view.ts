import { useSearchParams } from 'react-router';

/** What is shown in the place of the note: a version by its id, what changed since one's last visit, or who wrote what. */
export interface HistoryView {
  readonly show: string | null;
  /** Against which version: an id, `now`, `none`; null for the one before. */
  readonly against: string | null;
  open(show: string, against?: string | null): void;
  close(): void;
}

const wide = '(min-width: 1024px)';

/** Kept in the address, so that it can be shared and survives a reload. */
export function useHistoryView(): HistoryView {
  const [search, setSearch] = useSearchParams();
  const set = (show: string | null, against: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries({ show, against })) {
          if (value === null) after.delete(name);
          else after.set(name, value);
        }
        // Over a narrow page the panel would cover what one asked for.
        if (!window.matchMedia(wide).matches) after.delete('panel');
        return after;
      },
      { preventScrollReset: true },
    );
  return {
    show: search.get('show'),
    against: search.get('against'),
    open: (show, against = null) => set(show, against),
    close: () => set(null, null),
  };
}
