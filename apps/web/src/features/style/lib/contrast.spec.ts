import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { colourPairs, decorative } from './colour-pairs.ts';
import { contrastOf, parseColour } from './contrast.ts';

const css = readFileSync(path.join(import.meta.dirname, '../../../styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function contrast(ink: string, ground: string, theme: 'light' | 'dark'): number {
  const [one, other] = [tokens.get(ink), tokens.get(ground)].map((token) =>
    parseColour(token?.[theme] ?? ''),
  );
  if (!one || !other) throw new Error(`There is no ${ink} or ${ground}`);
  return contrastOf(one, other);
}

describe('contrast', () => {
  it('knows the extremes, and reads colours as style sheets and browsers write them', () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrastOf([15, 92, 92], [15, 92, 92])).toBe(1);
    expect(parseColour('#0f5c5c')).toEqual([15, 92, 92]);
    expect(parseColour('rgb(15, 92, 92)')).toEqual([15, 92, 92]);
    expect(parseColour('rgba(15, 92, 92, 0.5)')).toBeNull();
  });

  it.each(
    colourPairs.flatMap(({ ink, grounds, least }) => grounds.map((ground) => ({ ink, ground, least }))),
  )('$ink on $ground has at least $least in both themes', ({ ink, ground, least }) => {
    expect(contrast(ink, ground, 'light')).toBeGreaterThanOrEqual(least);
    expect(contrast(ink, ground, 'dark')).toBeGreaterThanOrEqual(least);
  });

  it('shows every colour of the theme', () => {
    const shown = new Set([...colourPairs.flatMap(({ ink, grounds }) => [ink, ...grounds]), ...decorative]);
    expect([...tokens.keys()].filter((name) => !shown.has(name))).toEqual([]);
  });
});
