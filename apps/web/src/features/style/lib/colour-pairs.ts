/** What stands on what, and how much contrast that needs: 4.5 for words, 3 for lines one has to see. */
export interface ColourPair {
  readonly ink: string;
  readonly grounds: readonly string[];
  readonly least: number;
}

const words = 4.5;
const lines = 3;
const onPages = ['paper', 'surface', 'sunken'];

export const colourPairs: readonly ColourPair[] = [
  { ink: 'ink', grounds: onPages, least: words },
  { ink: 'ink-soft', grounds: onPages, least: words },
  { ink: 'primary', grounds: [...onPages, 'primary-tint'], least: words },
  { ink: 'primary-strong', grounds: ['paper', 'surface'], least: words },
  { ink: 'live', grounds: ['paper', 'surface', 'live-tint'], least: words },
  { ink: 'review', grounds: ['paper', 'surface', 'review-tint'], least: words },
  { ink: 'later', grounds: ['paper', 'surface', 'later-tint'], least: words },
  { ink: 'warning', grounds: ['paper', 'surface', 'warning-tint'], least: words },
  { ink: 'success', grounds: ['paper', 'surface', 'success-tint'], least: words },
  { ink: 'danger', grounds: ['paper', 'surface', 'danger-tint'], least: words },
  { ink: 'on-primary', grounds: ['primary', 'primary-strong'], least: words },
  { ink: 'on-danger', grounds: ['danger'], least: words },
  { ink: 'line-control', grounds: ['paper', 'surface'], least: lines },
];

/** A line that only divides: nothing is lost when one does not see it. */
export const decorative = ['line'];
