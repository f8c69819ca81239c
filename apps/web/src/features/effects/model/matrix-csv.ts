import type { EffectCell, EffectLink } from '@kring/contracts';
import { cellsOf } from '@kring/domain';
import { toCsvText } from '../../../lib/csv.ts';
import type { MatrixView } from './matrix-view.ts';

/** The words of a download, in the language of the page. */
export interface CsvWords {
  readonly columns: readonly string[];
  readonly notDiscussed: string;
  dimension(dimension: EffectCell['dimension']): string;
  direction(direction: NonNullable<EffectCell['agreed']>['direction']): string;
  certainty(certainty: 'low' | 'middle' | 'high'): string;
  basis(basis: NonNullable<EffectCell['agreed']>['basis'][number]): string;
  distribution(distribution: 'even' | 'uneven'): string;
  scope(scope: 'other-region' | 'abroad'): string;
  link(link: EffectLink, from: EffectCell): string;
}

/** What everybody sees of a matrix, one line for each cell. One's own private input is not in it. */
export function toCsv(view: MatrixView, words: CsvWords): string {
  const lines = view.options.flatMap((option) =>
    cellsOf(view.framework).flatMap(({ theme, dimension }) => {
      const cell = view.cell(option.id, theme, dimension);
      if (!cell) return [];
      const place = [option.title, view.themeName(theme), words.dimension(dimension)];
      return [[...place, ...contentOf(cell, view, words)]];
    }),
  );
  return toCsvText([words.columns, ...lines]);
}

function contentOf(cell: EffectCell, view: MatrixView, words: CsvWords): string[] {
  const { agreed, spread } = cell;
  const spreadText = (spread ?? []).map(({ direction, count }) => `${count} ${words.direction(direction)}`);
  const shown = spreadText.length > 0;
  return [
    agreed ? words.direction(agreed.direction) : shown ? '' : words.notDiscussed,
    agreed?.certainty ? words.certainty(agreed.certainty) : '',
    (agreed?.basis ?? []).map(words.basis).join(', '),
    agreed?.why ?? '',
    agreed?.who ?? '',
    agreed?.distribution ? words.distribution(agreed.distribution) : '',
    agreed?.elsewhereScope ? words.scope(agreed.elsewhereScope) : '',
    agreed?.horizon ?? '',
    (agreed?.evidence ?? []).map(({ label, url }) => `${label} ${url}`).join(' | '),
    (agreed?.dissent ?? [])
      .map(({ role, direction, why }) => `${role}: ${words.direction(direction)}, ${why}`)
      .join(' | '),
    spreadText.join(', '),
    view
      .linksOf(cell.id)
      .map((link) => words.link(link, cell))
      .join(' | '),
  ];
}
