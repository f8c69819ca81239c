import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { MatrixShapeProps } from './matrix-table.tsx';
import { CellFace } from './cell-face.tsx';
import styles from './matrix-list.module.css';

/** The same cells on a narrow screen: a card for each theme, a line for each column. */
export function MatrixList({ view, option, onOpen }: MatrixShapeProps) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  return view.framework.blocks.map((block) => (
    <section key={block.key} className={styles.block}>
      {block.names ? <h3 className={styles.blockName}>{block.names[view.language]}</h3> : null}
      <ul role="list" className={styles.list}>
        {block.themes.map((theme) => (
          <li key={theme.key} className={styles.card}>
            <p className={styles.theme}>{theme.names[view.language]}</p>
            <p className={styles.explanation}>{theme.explanation[view.language]}</p>
            <ul role="list" className={styles.lines}>
              {block.columns.map((dimension) => {
                const cell = view.cell(option.id, theme.key, dimension);
                return cell ? (
                  <li key={dimension}>
                    <button
                      type="button"
                      className={styles.line}
                      data-cell={cell.id}
                      data-dimension={dimension}
                      onClick={() => onOpen(cell)}
                    >
                      <span className="visually-hidden">{name.short(cell)}: </span>
                      <span className={styles.dimension} aria-hidden="true">
                        {t(`dimension.${dimension}`)}
                      </span>
                      <CellFace cell={cell} view={view} />
                    </button>
                  </li>
                ) : null;
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  ));
}
