import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import {
  orderBetween,
  orderStep,
  sectionOf,
  type SectionAttributes,
  type SectionStatus,
} from '@kring/live-documents';
import { SECTIONS_META } from './sections-meta.ts';

export { SECTIONS_META };

/** A section of an open note, and where it is shown. */
export interface PlacedSection {
  readonly attributes: SectionAttributes;
  readonly node: Node;
  readonly position: number;
}

export function placedSections(doc: Node): PlacedSection[] {
  const found: PlacedSection[] = [];
  doc.forEach((node, position) => {
    const attributes = sectionOf(node);
    if (attributes !== null) found.push({ attributes, node, position });
  });
  return found;
}

export function findSection(doc: Node, key: string): PlacedSection | null {
  return placedSections(doc).find(({ attributes }) => attributes.key === key) ?? null;
}

/** Nothing has been written in it: one empty paragraph, or several. */
export function isBlank(section: Node): boolean {
  return section.children.every(({ type, content }) => type.name === 'paragraph' && content.size === 0);
}

/** The status as it is shown: a section with text in it is no empty one, whatever it says. */
export function shownStatus(section: Node): SectionStatus {
  const status = sectionOf(section)?.status ?? 'empty';
  return status === 'empty' && !isBlank(section) ? 'draft' : status;
}

/** Each gives a transaction to dispatch; null when the section has gone meanwhile, or cannot. */
type SectionChange = Transaction | null;

export function changeSection(
  state: EditorState,
  key: string,
  changes: Partial<Omit<SectionAttributes, 'key'>>,
): SectionChange {
  const section = findSection(state.doc, key);
  if (section === null) return null;
  const tr = state.tr.setMeta(SECTIONS_META, true);
  for (const [name, value] of Object.entries(changes)) {
    if (section.node.attrs[name] !== value) tr.setNodeAttribute(section.position, name, value);
  }
  return tr.docChanged ? tr : null;
}

/** Adds an empty section behind another, or at the end. */
export function addSection(
  state: EditorState,
  section: Pick<SectionAttributes, 'key' | 'title' | 'guidance'>,
  afterKey: string | null,
): SectionChange {
  const { schema } = state;
  const sections = placedSections(state.doc);
  const found = sections.findIndex(({ attributes }) => attributes.key === afterKey);
  const at = found < 0 ? sections.length - 1 : found;
  const before = sections[at];
  const order = orderBetween(orderOf(before), orderOf(sections[at + 1]));
  const made = schema.node('section', { ...section, order: order ?? 0 }, schema.node('paragraph'));
  const place = before ? before.position + before.node.nodeSize : state.doc.content.size;
  const tr = state.tr.setMeta(SECTIONS_META, true).insert(place, made);
  return order === null ? spreadOut(tr) : tr;
}

/** Shows a section one place earlier or later. Its text stays where it is stored: see `inShownOrder`. */
export function moveSection(state: EditorState, key: string, by: -1 | 1): SectionChange {
  const sections = placedSections(state.doc);
  const at = sections.findIndex(({ attributes }) => attributes.key === key);
  const [upper, lower] = by === 1 ? [sections[at], sections[at + 1]] : [sections[at - 1], sections[at]];
  if (at < 0 || !upper || !lower) return null;
  const order =
    by === 1
      ? orderBetween(orderOf(lower), orderOf(sections[at + 2]))
      : orderBetween(orderOf(sections[at - 2]), orderOf(upper));
  const moved = (by === 1 ? upper : lower).node;
  const placed = moved.type.create({ ...moved.attrs, order: order ?? 0 }, moved.content);
  const [first, second] = by === 1 ? [lower.node, placed] : [placed, upper.node];
  const start = upper.position;
  const between = state.doc.slice(start + upper.node.nodeSize, lower.position).content.content;
  const tr = state.tr.setMeta(SECTIONS_META, true);
  tr.replaceWith(start, lower.position + lower.node.nodeSize, [first, ...between, second]);
  return order === null ? spreadOut(tr) : tr;
}

/** Takes a section away with all that stands in it. */
export function removeSection(state: EditorState, key: string): SectionChange {
  const section = findSection(state.doc, key);
  if (section === null) return null;
  const { position, node } = section;
  const tr = state.tr.setMeta(SECTIONS_META, true);
  if (state.doc.childCount > 1) return tr.delete(position, position + node.nodeSize);
  return tr.replaceWith(position, position + node.nodeSize, state.schema.node('paragraph'));
}

const orderOf = (section: PlacedSection | undefined): number | null => section?.attributes.order ?? null;

/** Room between all sections again, in the order in which they now are. */
function spreadOut(tr: Transaction): Transaction {
  for (const [at, { position }] of placedSections(tr.doc).entries()) {
    tr.setNodeAttribute(position, 'order', (at + 1) * orderStep);
  }
  return tr;
}
