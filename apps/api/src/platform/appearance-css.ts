import type { Accent } from '@kring/contracts';
import { accentColors } from '@kring/domain';

/** The accent as custom properties, over those of the pages' own styles; empty for Kring's own colours. */
export function appearanceCss(accent: Accent | null): string {
  if (!accent) return '';
  const [light, dark] = [accentColors(accent.light, 'light'), accentColors(accent.dark, 'dark')];
  const both = (one: string, other: string) => `light-dark(${one}, ${other})`;
  // Twice the same: it comes before the pages' own styles and counts for more.
  return `:root:root {
  --primary: ${both(light.primary, dark.primary)};
  --primary-tint: ${both(light.tint, dark.tint)};
  --primary-strong: ${both(light.strong, dark.strong)};
  --on-primary: ${both(light.on, dark.on)};
}
`;
}
