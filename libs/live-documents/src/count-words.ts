const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,@/&_-]*[\p{L}\p{N}\p{M}])?/gu;

/** How many words a text has, as people count: "co-creatie", "foto's" and "12.500" are one each. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
