import {
  effectDirections,
  type EffectDimension,
  type EffectDirection,
  type EffectEntry,
  type EffectSpread,
} from '@kring/contracts';

/** How often each direction was chosen. No part of Kring adds directions up, weighs them or takes their middle. */
export function spreadOf(directions: readonly EffectDirection[]): EffectSpread {
  return effectDirections.flatMap((direction) => {
    const count = directions.filter((chosen) => chosen === direction).length;
    return count > 0 ? [{ direction, count }] : [];
  });
}

/** People chose different directions, which is what there is to talk about. */
export function isDivided(spread: EffectSpread): boolean {
  return spread.length > 1;
}

export interface CellState {
  readonly dimension: EffectDimension;
  readonly spread: EffectSpread | null;
  readonly agreed: object | null;
}

/** Nothing has been shown or noted about the cell: it reads "not discussed". */
export function isNotDiscussed({ spread, agreed }: CellState): boolean {
  return agreed === null && (spread === null || spread.length === 0);
}

/** The cells about later and elsewhere that nobody has looked at: a group is asked for those by name. */
export function askedFor<C extends CellState>(cells: readonly C[]): C[] {
  return cells.filter(
    (cell) => (cell.dimension === 'later' || cell.dimension === 'elsewhere') && isNotDiscussed(cell),
  );
}

/** A direction without a reason says nothing: the reason is asked for as soon as there is one. */
export function isReasonMissing({ why }: Pick<EffectEntry, 'why'>): boolean {
  return why.trim() === '';
}

/** What is said about elsewhere or a period belongs to a cell about that only. */
export function entryForCell<E extends EffectEntry>(entry: E, dimension: EffectDimension): E {
  return {
    ...entry,
    elsewhereScope: dimension === 'elsewhere' ? entry.elsewhereScope : null,
    horizon: dimension === 'later' ? entry.horizon : '',
  };
}

/** A finding, not a lack: what nobody knows becomes the proposal of a learning question. */
export function isKnowledgeGap({ direction }: Pick<EffectEntry, 'direction'>): boolean {
  return direction === 'unknown';
}

/** How the proposal of a learning question begins; people reword it. */
export function proposedQuestion(
  language: 'nl' | 'en',
  about: { readonly option: string; readonly theme: string; readonly dimension: EffectDimension },
): string {
  const { option, theme, dimension } = about;
  const where = places[language][dimension];
  return language === 'nl'
    ? `Wat betekent “${option}” voor ${theme.toLowerCase()}${where}?`
    : `What does “${option}” mean for ${theme.toLowerCase()}${where}?`;
}

const places: Readonly<Record<'nl' | 'en', Readonly<Record<EffectDimension, string>>>> = {
  nl: { 'here-now': ' hier en nu', later: ' later', elsewhere: ' elders', effect: '' },
  en: { 'here-now': ' here and now', later: ' later', elsewhere: ' elsewhere', effect: '' },
};
