import type { Node } from '@tiptap/pm/model';
import { countWords } from '@kring/live-documents';

/** Somebody who reads a policy text with attention. */
const WORDS_A_MINUTE = 220;

const known = new WeakMap<Node, number>();

/** The words of a text. Paragraphs that have not changed are not counted again. */
export function wordsIn(doc: Node): number {
  let total = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    let count = known.get(node);
    if (count === undefined) {
      count = countWords(node.textBetween(0, node.content.size, ' ', ' '));
      known.set(node, count);
    }
    total += count;
    return false;
  });
  return total;
}

/** At least one minute, for any text at all. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
