import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { toCsv, type CsvWords } from '../model/matrix-csv.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { useCellName } from './use-cell-name.ts';

const columns = [
  'option',
  'theme',
  'dimension',
  'direction',
  'certainty',
  'basis',
  'why',
  'who',
  'distribution',
  'scope',
  'horizon',
  'evidence',
  'dissent',
  'spread',
  'links',
] as const;

/** Gives the matrix to the person as a file, made on this device from what the page shows. */
export function useMatrixCsv(view: MatrixView, caseTitle: string): () => void {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const words: CsvWords = {
    columns: columns.map((column) => t(`export.column.${column}`)),
    notDiscussed: t('cell.notDiscussed'),
    dimension: (dimension) => t(`dimension.${dimension}`),
    direction: (direction) => t(`direction.${direction}`),
    certainty: (certainty) => t(`certainty.${certainty}`),
    basis: (basis) => t(`basis.${basis}`),
    distribution: (distribution) => t(`distribution.${distribution}`),
    scope: (scope) => t(`scope.${scope}`),
    link: (link, from) => {
      const other = view.findCell(link.fromCellId === from.id ? link.toCellId : link.fromCellId);
      return `${t(`link.kind.${link.kind}`)}: ${other ? name.full(other) : ''}, ${link.explanation}`;
    },
  };
  return () => {
    const url = URL.createObjectURL(new Blob([toCsv(view, words)], { type: 'text/csv;charset=utf-8' }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = `${t('export.file')}-${caseTitle.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`;
    anchor.click();
    URL.revokeObjectURL(url);
  };
}
