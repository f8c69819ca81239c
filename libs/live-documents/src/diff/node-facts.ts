import { canonicalJson } from '../canonical-json.ts';
import { leafWords } from '../leaf-text.ts';
import type { NoteNode } from '../note-schema.ts';

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** What a comparison needs to know of nodes, each worked out once. */
export class NodeFacts {
  readonly #numbers = new Map<string, number>();
  readonly #keys = new WeakMap<NoteNode, number>();
  readonly #words = new WeakMap<NoteNode, ReadonlyMap<string, number>>();
  readonly #sizes = new WeakMap<NoteNode, number>();

  /** The same number for the same text, and for nothing else. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The same for two nodes that are equal all the way down. */
  key(node: NoteNode): number {
    const known = this.#keys.get(node);
    if (known !== undefined) return known;
    const children = (node.content ?? []).map((child) => this.key(child)).join();
    const key = this.number(
      `${node.type} ${this.settings(node)} ${this.marks(node)} ${node.text ?? ''} (${children})`,
    );
    this.#keys.set(node, key);
    return key;
  }

  settings({ attrs }: NoteNode): string {
    return attrs ? canonicalJson(attrs) : '';
  }

  marks({ marks }: NoteNode): string {
    return marks ? canonicalJson(marks) : '';
  }

  /** How alike two nodes are by their words, from 0 to 1. */
  likeness(a: NoteNode, b: NoteNode): number {
    const [inA, inB] = [this.#wordsOf(a), this.#wordsOf(b)];
    const total = (this.#sizes.get(a) ?? 0) + (this.#sizes.get(b) ?? 0);
    if (total === 0) return a.type === b.type ? 0.6 : 0;
    const [few, many] = inA.size < inB.size ? [inA, inB] : [inB, inA];
    let shared = 0;
    for (const [word, count] of few) shared += Math.min(count, many.get(word) ?? 0);
    return (2 * shared) / total;
  }

  #wordsOf(node: NoteNode): ReadonlyMap<string, number> {
    const known = this.#words.get(node);
    if (known) return known;
    const words = new Map<string, number>();
    let size = 0;
    for (const [word] of textOf(node).matchAll(wordPattern)) {
      words.set(word, (words.get(word) ?? 0) + 1);
      size += 1;
    }
    this.#words.set(node, words);
    this.#sizes.set(node, size);
    return words;
  }
}

/** The words of a node, those of its parts with a space between. */
export function textOf(node: NoteNode): string {
  if (node.content === undefined) return leafWords(node);
  const children = node.content;
  const between = children.some(({ text }) => text !== undefined) ? '' : ' ';
  return children.map(textOf).join(between);
}
