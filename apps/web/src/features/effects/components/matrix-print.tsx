import type { EffectCell } from '@kring/contracts';
import { cellsOf, isNotDiscussed } from '@kring/domain';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { useEntryFacts } from './agreed-view.tsx';
import { Theory } from './option-head.tsx';
import { useSpreadText } from './spread-dots.tsx';
import styles from './matrix-print.module.css';

/** On paper: all options as plain tables with everything that was noted, links and knowledge gaps. */
export function MatrixPrint({ view }: { view: MatrixView }) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const gaps = view.matrix.gaps.filter((gap) => !gap.isRemoved);
  return (
    <div className={styles.print}>
      <p>
        {view.framework.names[view.language]}. {view.framework.source[view.language]}
      </p>
      {view.options.map((option) => (
        <section key={option.id} className={styles.option}>
          <h2>{option.title}</h2>
          <Theory option={option} />
          <table>
            <thead>
              <tr>
                <th scope="col">{t('theme')}</th>
                <th scope="col">{t('export.column.dimension')}</th>
                <th scope="col">{t('export.column.direction')}</th>
                <th scope="col">{t('export.column.why')}</th>
                <th scope="col">{t('export.column.spread')}</th>
              </tr>
            </thead>
            <tbody>
              {cellsOf(view.framework).map(({ theme, dimension }) => {
                const cell = view.cell(option.id, theme, dimension);
                return cell ? <PrintedCell key={cell.id} cell={cell} theme={view.themeName(theme)} /> : null;
              })}
            </tbody>
          </table>
        </section>
      ))}
      {view.links.length > 0 ? (
        <section>
          <h2>{t('link.title')}</h2>
          <ul>
            {view.links.map((link) => {
              const [from, to] = [view.findCell(link.fromCellId), view.findCell(link.toCellId)];
              return (
                <li key={link.id}>
                  <strong>{t(`link.kind.${link.kind}`)}</strong>: {from ? name.full(from) : ''} ↔{' '}
                  {to ? name.full(to) : ''}. {link.explanation}{' '}
                  {t('link.sizeIs', { size: t(`link.sizes.${link.size}`) })}
                  {link.decidedBy ? `. ${t('link.decides', { who: link.decidedBy })}` : ''}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      {gaps.length > 0 ? (
        <section>
          <h2>{t('gap.title')}</h2>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.id}>{gap.question}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function PrintedCell({ cell, theme }: { cell: EffectCell; theme: string }) {
  const { t } = useTranslation('effects');
  const facts = useEntryFacts();
  const spreadText = useSpreadText();
  const { agreed, spread } = cell;
  return (
    <tr>
      <th scope="row">{theme}</th>
      <td>{t(`dimension.${cell.dimension}`)}</td>
      <td>
        {agreed ? t(`direction.${agreed.direction}`) : isNotDiscussed(cell) ? t('cell.notDiscussed') : ''}
      </td>
      <td>
        {agreed ? (
          <>
            {agreed.why}
            {facts(agreed) ? <em> ({facts(agreed)})</em> : null}
            {agreed.evidence.map(({ label, url }) => (
              <span key={url} className={styles.line}>
                {label}: {url}
              </span>
            ))}
            {agreed.dissent.map(({ role, direction, why }) => (
              <span key={`${role}${why}`} className={styles.line}>
                {t('agreed.dissentLine', { role, direction: t(`direction.${direction}`) })}. {why}
              </span>
            ))}
          </>
        ) : null}
      </td>
      <td>{spread ? spreadText(spread) : ''}</td>
    </tr>
  );
}
