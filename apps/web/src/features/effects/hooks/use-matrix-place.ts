import { useSearchParams } from 'react-router';
import type { EffectCell } from '@kring/contracts';
import type { MatrixView } from '../model/matrix-view.ts';

/** The tab on which all options stand beside each other. */
export const compareTab = 'compare';

/** Which option and cell are open, kept in the address so that it can be shared and survives a reload. */
export function useMatrixPlace(view: MatrixView) {
  const [search, setSearch] = useSearchParams();
  const tabs = [...view.options.map(({ id }) => id), ...(view.options.length > 1 ? [compareTab] : [])];
  const asked = search.get('option') ?? '';
  const tab = tabs.includes(asked) ? asked : (tabs.find((id) => id !== compareTab) ?? '');
  const set = (change: Readonly<Record<string, string | null>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === null) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    tab,
    cellId: search.get('cell'),
    showTab: (id: string) => set({ option: id }),
    openCell: ({ id, optionId }: EffectCell) =>
      set(tab === compareTab ? { cell: id } : { cell: id, option: optionId }),
    closeCell: () => set({ cell: null }),
  };
}
