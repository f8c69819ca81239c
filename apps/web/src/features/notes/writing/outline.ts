import type { Node } from '@tiptap/pm/model';

export interface Heading {
  readonly pos: number;
  readonly level: number;
  readonly text: string;
}

/** The sections and headings of a text in order; a section stands above the headings in it. */
export function headingsOf(doc: Node): Heading[] {
  const headings: Heading[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'section') {
      headings.push({ pos, level: 0, text: String(node.attrs['title']) });
      return true;
    }
    if (node.type.name !== 'heading') return !node.isTextblock;
    const text = node.textContent.trim();
    if (text !== '') headings.push({ pos, level: Number(node.attrs['level']), text });
    return false;
  });
  return headings;
}

/** Whether a new list says the same to the reader as the one that stands there. */
export function isSameOutline(one: readonly Heading[], other: readonly Heading[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ pos, level, text }, index) => {
      const twin = other[index];
      return twin?.pos === pos && twin.level === level && twin.text === text;
    })
  );
}

/** How deep each heading stands below the others, from 0, without gaps: a text may begin with its small headings. */
export function depthsOf(headings: readonly Heading[]): number[] {
  const open: number[] = [];
  return headings.map(({ level }) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length - 1;
  });
}

/** The heading under which a place stands, or -1 above the first. */
export function headingAt(headings: readonly Heading[], place: number): number {
  let found = -1;
  for (const [index, { pos }] of headings.entries()) {
    if (pos > place) break;
    found = index;
  }
  return found;
}
