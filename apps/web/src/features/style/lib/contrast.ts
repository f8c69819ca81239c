type Rgb = readonly [number, number, number];

/** `#rrggbb` or `rgb(r, g, b)` as three numbers; null for anything else, such as a colour that lets through. */
export function parseColour(text: string): Rgb | null {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim());
  if (hex) return toRgb(hex.slice(1).map((part) => Number.parseInt(part, 16)));
  const rgb = /^rgb\((\d+),? (\d+),? (\d+)\)$/.exec(text.trim());
  return rgb ? toRgb(rgb.slice(1).map(Number)) : null;
}

function toRgb([red = 0, green = 0, blue = 0]: readonly number[]): Rgb {
  return [red, green, blue];
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of WCAG between two colours, from 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
