import type { EffectAgreement, EffectDirection, EffectEntry } from '@kring/contracts';

type More = Partial<Omit<EffectEntry, 'direction' | 'why'>>;

export function entry(direction: EffectDirection, why: string, more: More = {}): EffectEntry {
  return {
    direction,
    why,
    certainty: null,
    basis: [],
    who: '',
    distribution: null,
    elsewhereScope: null,
    horizon: '',
    ...more,
  };
}

export function agreed(
  direction: EffectDirection,
  why: string,
  more: More & Partial<Pick<EffectAgreement, 'evidence' | 'dissent'>> = {},
): EffectAgreement {
  const { evidence = [], dissent = [], ...rest } = more;
  return { ...entry(direction, why, rest), evidence, dissent };
}
