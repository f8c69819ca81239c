import type { Node } from '@tiptap/pm/model';
import type { SectionAttributes } from './section-rules.ts';

/** The attributes of a section; null for any other block. */
export function sectionOf(block: Node): SectionAttributes | null {
  return block.type.name === 'section' ? (block.attrs as SectionAttributes) : null;
}

/**
 * Blocks in the order in which they are shown. Sections change places among themselves by their `order`, and where it
 * is the same, by where they are stored; everything else stays where it is.
 *
 * Moving a section by moving its text would lose what others write in it at that moment, and two who move it at once
 * would double it.
 */
export function inShownOrder(stored: readonly Node[]): Node[] {
  const sections = stored.filter((block) => sectionOf(block) !== null);
  const sorted = sections.toSorted((a, b) => orderOf(a) - orderOf(b));
  return inPlacesOfSections(stored, sorted);
}

/** The reverse, for the sections that are stored with these keys in this order. A new one comes after its neighbour. */
export function inStoredOrder(shown: readonly Node[], storedKeys: readonly string[]): Node[] {
  const rank = new Map(storedKeys.map((key, at) => [key, at]));
  let latest = -1;
  const ranked = shown.flatMap((block) => {
    const section = sectionOf(block);
    if (section === null) return [];
    latest = rank.get(section.key) ?? latest;
    return [{ block, rank: latest, isNew: !rank.has(section.key) }];
  });
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank || Number(a.isNew) - Number(b.isNew));
  return inPlacesOfSections(
    shown,
    sorted.map(({ block }) => block),
  );
}

/** An `order` for a section that is to be shown between two others; null when there is no room left between them. */
export function orderBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? 0 : after - orderStep;
  if (after === null) return before + orderStep;
  const middle = (before + after) / 2;
  return middle - before > leastGap && after - middle > leastGap ? middle : null;
}

/** Distance between sections that are made in one go. */
export const orderStep = 1_024;
const leastGap = 1e-3;

const orderOf = (block: Node): number => sectionOf(block)?.order ?? 0;

function inPlacesOfSections(blocks: readonly Node[], sections: readonly Node[]): Node[] {
  let next = 0;
  return blocks.map((block) => (sectionOf(block) === null ? block : (sections[next++] ?? block)));
}
