import type { EffectCell } from '@kring/contracts';
import { cellsOf } from '@kring/domain';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { CellFace } from './cell-face.tsx';
import styles from './compare-table.module.css';

/** The options beside each other, a row for each cell. Nothing is added up: the rows are what there is to weigh. */
export function CompareTable({ view, onOpen }: { view: MatrixView; onOpen: (cell: EffectCell) => void }) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('option.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('theme')}</th>
            {view.options.map((option) => (
              <th key={option.id} scope="col">
                {option.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cellsOf(view.framework).map(({ theme, dimension }) => (
            <tr key={`${theme}/${dimension}`} data-dimension={dimension}>
              <th scope="row">
                {view.themeName(theme)}
                {dimension === 'effect' ? null : (
                  <span className={styles.dimension}>{t(`dimension.${dimension}`)}</span>
                )}
              </th>
              {view.options.map((option) => {
                const cell = view.cell(option.id, theme, dimension);
                return (
                  <td key={option.id}>
                    {cell ? (
                      <button
                        type="button"
                        className={styles.cell}
                        data-cell={cell.id}
                        onClick={() => onOpen(cell)}
                      >
                        <span className="visually-hidden">{name.full(cell)}: </span>
                        <span aria-hidden="true" className={styles.option}>
                          {option.title}
                        </span>
                        <CellFace cell={cell} view={view} />
                      </button>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
