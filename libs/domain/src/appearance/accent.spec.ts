import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentColors, contrast, isReadable, lowestContrast, readableLike } from './accent.ts';

const color = fc.stringMatching(/^#[0-9a-f]{6}$/);

describe('an accent', () => {
  it('of Kring itself can be read in both themes, and a pale or dull one cannot', () => {
    expect([isReadable('#0f5c5c', 'light'), isReadable('#6fc7bf', 'dark')]).toEqual([true, true]);
    expect([isReadable('#6fc7bf', 'light'), isReadable('#0f5c5c', 'dark')]).toEqual([false, false]);
    expect(lowestContrast('#ffff00', 'light')).toBeLessThan(1.2);
  });

  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
  });

  it('of any hue has a readable one near, whatever the colour', () => {
    fc.assert(
      fc.property(color, fc.constantFrom('light' as const, 'dark' as const), (given, theme) => {
        const found = readableLike(given, theme);
        expect(isReadable(found, theme)).toBe(true);
        if (isReadable(given, theme)) expect(found).toBe(given);
      }),
    );
  });

  it('brings text that can be read on it, also where it is pressed', () => {
    fc.assert(
      fc.property(color, fc.constantFrom('light' as const, 'dark' as const), (given, theme) => {
        const { primary, strong, on, tint } = accentColors(readableLike(given, theme), theme);
        for (const ground of [primary, strong]) expect(contrast(on, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(primary, tint)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
