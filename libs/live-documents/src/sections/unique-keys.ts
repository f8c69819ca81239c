import type { Node } from '@tiptap/pm/model';
import { sectionOf } from './section-order.ts';

/**
 * The same blocks with each key once. Two sections share a key when two people take back the removal of one at once,
 * or when somebody meant harm. Both stay, for their words may differ; the later one is shown under a key of its own.
 */
export function withUniqueKeys(blocks: readonly Node[], mapping: Map<object, Node | Node[]>): Node[] {
  const taken = new Set<string>();
  const all = new Set(blocks.flatMap((block) => sectionOf(block)?.key ?? []));
  return blocks.map((block) => {
    const section = sectionOf(block);
    if (section === null) return block;
    if (!taken.has(section.key)) {
      taken.add(section.key);
      return block;
    }
    const key = freeKey(section.key, (candidate) => taken.has(candidate) || all.has(candidate));
    taken.add(key);
    const renamed = block.type.create({ ...block.attrs, key }, block.content, block.marks);
    for (const [type, shown] of mapping) if (shown === block) mapping.set(type, renamed);
    return renamed;
  });
}

/** `name-2`, `name-3` and so on: the first that nobody has. */
export function freeKey(key: string, isTaken: (candidate: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${key.slice(0, 40).replace(/-+$/, '')}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
