import { buttonSpecimens } from './buttons.tsx';
import { fieldSpecimens } from './fields.tsx';
import { listSpecimens } from './lists.tsx';
import { markSpecimens } from './marks.tsx';
import { overlaySpecimens } from './overlays.tsx';
import type { Specimen } from './specimen.ts';

/** Every component with its states, in the order of the page. */
export const specimens: readonly Specimen[] = [
  ...buttonSpecimens,
  ...fieldSpecimens,
  ...markSpecimens,
  ...listSpecimens,
  ...overlaySpecimens,
];
