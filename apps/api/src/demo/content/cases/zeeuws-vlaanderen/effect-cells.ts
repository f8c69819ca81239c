import type { DemoCell } from '../../../demo-content.ts';

/** The options of the case, in their order. */
export const [nothing, growth, bundling] = [0, 1, 2] as const;

export const at = (
  option: number,
  theme: string,
  dimension: DemoCell['dimension'] = 'here-now',
): DemoCell => ({ option, theme, dimension });

export const [joost, wim, fenna, tarik, hester, anouk] = [
  'joost-verschure',
  'wim-baarslag',
  'fenna-terwolde',
  'tarik-aslandag',
  'hester-lindeboer',
  'anouk-dierickx',
] as const;
