import { useRef, type KeyboardEvent } from 'react';
import type { EffectCell, EffectOption } from '@kring/contracts';
import type { FrameworkBlock } from '@kring/domain';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { CellFace } from './cell-face.tsx';
import styles from './matrix-table.module.css';

export interface MatrixShapeProps {
  view: MatrixView;
  option: EffectOption;
  onOpen: (cell: EffectCell) => void;
}

/**
 * An ordinary table with a button in each cell: screen readers walk tables better than grids, Tab reaches every cell,
 * and the arrow keys are a short cut for who sees the table.
 */
export function MatrixTable({ view, option, onOpen }: MatrixShapeProps) {
  const { t } = useTranslation('effects');
  const area = useRef<HTMLDivElement>(null);

  function handleKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!move || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = neighbour(area.current, from, move);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  return (
    <div ref={area} className={styles.area} onKeyDown={handleKeyDown}>
      {view.framework.blocks.map((block, at) => (
        <BlockTable
          key={block.key}
          block={block}
          firstRow={view.framework.blocks.slice(0, at).reduce((rows, { themes }) => rows + themes.length, 0)}
          view={view}
          option={option}
          onOpen={onOpen}
        />
      ))}
      <p className={styles.keys}>{t('cell.keys')}</p>
    </div>
  );
}

function BlockTable({
  block,
  firstRow,
  view,
  option,
  onOpen,
}: MatrixShapeProps & { block: FrameworkBlock; firstRow: number }) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const blockName = block.names?.[view.language];
  return (
    <table className={styles.table}>
      <caption className={blockName ? styles.caption : 'visually-hidden'}>
        {blockName ?? t('title')}
        <span className="visually-hidden">: {option.title}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.themeHead}>
            {t('theme')}
          </th>
          {block.columns.map((dimension) => (
            <th key={dimension} scope="col" data-dimension={dimension}>
              {t(`dimension.${dimension}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.themes.map((theme, row) => (
          <tr key={theme.key}>
            <th scope="row">
              <span className={styles.theme}>{theme.names[view.language]}</span>
              <span className={styles.explanation}>{theme.explanation[view.language]}</span>
            </th>
            {block.columns.map((dimension, column) => {
              const cell = view.cell(option.id, theme.key, dimension);
              return (
                <td key={dimension} data-collecting={cell?.isCollecting || undefined}>
                  {cell ? (
                    <button
                      type="button"
                      className={styles.cell}
                      data-row={firstRow + row}
                      data-column={column}
                      data-cell={cell.id}
                      onClick={() => onOpen(cell)}
                    >
                      <span className="visually-hidden">{name.short(cell)}: </span>
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
  );
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell beside another one; a block with fewer columns gives its last. */
function neighbour(
  area: HTMLElement | null,
  from: HTMLElement,
  [rows, columns]: readonly [number, number],
): HTMLElement | null {
  const row = Number(from.dataset['row']) + rows;
  for (let column = Number(from.dataset['column']) + columns; column >= 0; column--) {
    const found = area?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (found || rows === 0) return found ?? null;
  }
  return null;
}
