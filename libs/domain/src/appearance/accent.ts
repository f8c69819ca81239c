export type ThemeName = 'light' | 'dark';

/** What an accent stands on in each theme, and what stands on it; the same colours as in the tokens of the web. */
const grounds = {
  light: { paper: '#faf8f3', surface: '#ffffff', sunken: '#f1ede4', on: '#ffffff' },
  dark: { paper: '#10181c', surface: '#18232a', sunken: '#0b1215', on: '#0b1215' },
} as const;
/** WCAG 2.2, 1.4.3: text of normal size. */
export const leastContrast = 4.5;

export interface AccentColors {
  readonly primary: string;
  readonly tint: string;
  readonly strong: string;
  readonly on: string;
}

/** The lowest contrast of an accent with what it meets in a theme, from 1 to 21. */
export function lowestContrast(color: string, theme: ThemeName): number {
  const { paper, surface, sunken, on } = grounds[theme];
  const { tint } = accentColors(color, theme);
  return Math.min(...[paper, surface, sunken, tint, on].map((other) => contrast(color, other)));
}

export function isReadable(color: string, theme: ThemeName): boolean {
  return lowestContrast(color, theme) >= leastContrast;
}

/** All that follows from one accent: its tint for backgrounds, a stronger one for what is pressed, and text on it. */
export function accentColors(color: string, theme: ThemeName): AccentColors {
  const { surface, on } = grounds[theme];
  return {
    primary: color,
    tint: mix(color, surface, theme === 'light' ? 0.1 : 0.14),
    strong: mix(color, theme === 'light' ? '#000000' : '#ffffff', 0.75),
    on,
  };
}

/** The nearest readable colour of the same hue, lighter for the dark theme and darker for the light one. */
export function readableLike(color: string, theme: ThemeName): string {
  const end = theme === 'light' ? '#000000' : '#ffffff';
  for (let part = 0; part < 1; part += 0.02) {
    const candidate = mix(end, color, part);
    if (isReadable(candidate, theme)) return candidate;
  }
  return end;
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** `part` of the first colour, the rest of the second. */
function mix(color: string, other: string, part: number): string {
  const others = channels(other);
  const mixed = channels(color).map((value, index) => value * part + (others[index] ?? 0) * (1 - part));
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
