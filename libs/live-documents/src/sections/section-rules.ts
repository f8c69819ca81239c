/** How far somebody says that a section is: `empty` (leeg) -> `draft` (concept) -> `ready` (klaar). */
export const sectionStatuses = ['empty', 'draft', 'ready'] as const;
export type SectionStatus = (typeof sectionStatuses)[number];

/** Pages of the case to which a section can lead. */
export const sectionTools = ['effect-matrix'] as const;
export type SectionTool = (typeof sectionTools)[number];

export interface SectionAttributes {
  /** Stays, whatever the section is called; unique within a note as it is shown. */
  readonly key: string;
  readonly title: string;
  /** What belongs here, for whoever is going to write it. */
  readonly guidance: string;
  readonly status: SectionStatus;
  readonly ownerId: string | null;
  /** What the owner was called when they were chosen; for readers who cannot look them up. */
  readonly ownerName: string;
  readonly isRequired: boolean;
  /** Sections are shown by rising order. Moving one changes this, never the place of its text. */
  readonly order: number;
  readonly tool: SectionTool | null;
}

const keyShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const mostOrder = 1e9;

const oneOf =
  <T extends string>(values: readonly T[], otherwise: T | null) =>
  (value: unknown): T | null =>
    values.find((allowed) => allowed === value) ?? otherwise;

const line =
  (most: number) =>
  (value: unknown): string =>
    typeof value === 'string'
      ? value
          .replace(/\p{Cc}+/gu, ' ')
          .slice(0, most)
          .trim()
      : '';

const lines = (most: number) => (value: unknown) =>
  typeof value === 'string' ? value.replace(/[^\P{Cc}\n]+/gu, ' ').slice(0, most) : '';

export const sectionAttributeRules = {
  key: (value: unknown) =>
    typeof value === 'string' && value.length <= 48 && keyShape.test(value) ? value : 'section',
  title: line(120),
  guidance: lines(1_500),
  status: oneOf(sectionStatuses, 'empty'),
  ownerId: (value: unknown) => (typeof value === 'string' && idShape.test(value) ? value : null),
  ownerName: line(120),
  isRequired: (value: unknown) => value === true,
  order: (value: unknown) =>
    typeof value === 'number' && Number.isFinite(value)
      ? Math.max(-mostOrder, Math.min(mostOrder, value))
      : 0,
  tool: oneOf(sectionTools, null),
} as const satisfies Record<keyof SectionAttributes, (value: unknown) => unknown>;
