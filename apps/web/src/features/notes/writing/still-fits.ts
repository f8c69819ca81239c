const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Whether each word of a query begins a word of the label, whatever the accents and capitals. For a list that was found
 * with fewer letters, until the answer for all of them is there.
 */
export function stillFits(label: string, query: string): boolean {
  const words = folded(label).split(/[^\p{L}\p{N}]+/u);
  return folded(query)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
