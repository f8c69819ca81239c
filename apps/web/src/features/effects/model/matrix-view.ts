import type {
  CaseEffects,
  EffectCell,
  EffectLink,
  EffectMatrix,
  EffectOption,
  Language,
} from '@kring/contracts';
import { cellsOf, findTheme, frameworkOf, type Framework } from '@kring/domain';

/** A matrix with what its framework says about it, ready to be shown. */
export interface MatrixView {
  readonly matrix: EffectMatrix;
  readonly framework: Framework;
  readonly language: Language;
  readonly options: readonly EffectOption[];
  readonly removedOptions: readonly EffectOption[];
  readonly links: readonly EffectLink[];
  readonly may: { readonly contribute: boolean; readonly propose: boolean; readonly manage: boolean };
  cell(optionId: string, theme: string, dimension: EffectCell['dimension']): EffectCell | null;
  /** The cells of an option, row by row. */
  cellsOf(optionId: string): readonly EffectCell[];
  findCell(id: string): EffectCell | null;
  linksOf(cellId: string): readonly EffectLink[];
  themeName(theme: string): string;
}

export function toMatrixView(
  { matrix, abilities }: CaseEffects & { matrix: EffectMatrix },
  language: Language,
): MatrixView {
  const framework = frameworkOf(matrix.framework);
  const options = matrix.options.filter((option) => !option.isRemoved);
  const links = matrix.links.filter((link) => !link.isRemoved);
  const byPlace = new Map(
    matrix.cells.map((cell) => [placeOf(cell.optionId, cell.theme, cell.dimension), cell]),
  );
  const byId = new Map(matrix.cells.map((cell) => [cell.id, cell]));
  const places = cellsOf(framework);
  const cell = (optionId: string, theme: string, dimension: string) =>
    byPlace.get(placeOf(optionId, theme, dimension)) ?? null;
  return {
    matrix,
    framework,
    language,
    options,
    removedOptions: matrix.options.filter((option) => option.isRemoved),
    links,
    may: {
      contribute: abilities.includes('effect.contribute'),
      propose: abilities.includes('effect.propose-question'),
      manage: abilities.includes('effect.manage'),
    },
    cell,
    cellsOf: (optionId) => places.flatMap(({ theme, dimension }) => cell(optionId, theme, dimension) ?? []),
    findCell: (id) => byId.get(id) ?? null,
    linksOf: (cellId) => links.filter((link) => link.fromCellId === cellId || link.toCellId === cellId),
    themeName: (theme) => findTheme(framework, theme)?.names[language] ?? theme,
  };
}

function placeOf(...parts: string[]): string {
  return parts.join('/');
}

/** Where the matrix stands as a whole. */
export function phaseOf(cells: readonly EffectCell[]): 'collecting' | 'mixed' | 'revealed' {
  if (cells.every((cell) => cell.isCollecting)) return 'collecting';
  return cells.some((cell) => cell.isCollecting) ? 'mixed' : 'revealed';
}
