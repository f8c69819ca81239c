import type { ComponentType } from 'react';

export const stateNames = [
  'default',
  'hover',
  'focus',
  'disabled',
  'busy',
  'chosen',
  'error',
  'empty',
  'loading',
  'filled',
  'readOnly',
  'optional',
  'small',
  'stale',
  'open',
] as const;
export type StateName = (typeof stateNames)[number];

/** One way in which a component can look. */
export interface ShownState {
  readonly name: StateName;
  /** Which variant, where there are several: a word of the code, such as `primary`. */
  readonly variant?: string;
  readonly Show: ComponentType;
}

/** A file of the component folder with all that it can look like. */
export interface Specimen {
  readonly file: string;
  readonly states: readonly ShownState[];
  /** Comes over the whole page, in the theme of the page. */
  readonly isOnce?: boolean;
}
