import type { EffectDimension, FrameworkId, Language } from '@kring/contracts';

export type Names = Readonly<Record<Language, string>>;

export interface FrameworkTheme {
  /** Stable within a framework: cells are kept by it. */
  readonly key: string;
  readonly names: Names;
  /** What it is about, in one short sentence. */
  readonly explanation: Names;
}

/** Themes that are looked at in the same columns. */
export interface FrameworkBlock {
  readonly key: string;
  /** Null for a framework of one block. */
  readonly names: Names | null;
  readonly columns: readonly EffectDimension[];
  readonly themes: readonly FrameworkTheme[];
}

/** A set of themes. Once a version is in use its keys stay; a change of them is a new version beside it. */
export interface Framework {
  readonly id: FrameworkId;
  readonly version: number;
  readonly names: Names;
  readonly explanation: Names;
  /** Where it comes from, and what of it is our own wording. */
  readonly source: Names;
  readonly blocks: readonly FrameworkBlock[];
}

export interface CellPlace {
  readonly theme: string;
  readonly dimension: EffectDimension;
}

/** The cells of a framework, row by row. */
export function cellsOf({ blocks }: Framework): CellPlace[] {
  return blocks.flatMap(({ themes, columns }) =>
    themes.flatMap(({ key }) => columns.map((dimension) => ({ theme: key, dimension }))),
  );
}

export function findTheme({ blocks }: Framework, key: string): FrameworkTheme | null {
  return blocks.flatMap(({ themes }) => themes).find((theme) => theme.key === key) ?? null;
}

export function theme(key: string, names: Names, explanation: Names): FrameworkTheme {
  return { key, names, explanation };
}
