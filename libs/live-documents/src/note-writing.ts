import type { Node } from '@tiptap/pm/model';
import type { MentionKind } from './attribute-rules.ts';
import { noteSchema, type NoteNode } from './note-schema.ts';
import type { NoteLanguage } from './note-words.ts';

/** How a note is written out for reading elsewhere. */
export interface WritingOptions {
  readonly language: NoteLanguage;
  /** What somebody or something is called now; null leaves it as it was called when it was written. */
  readonly labelOf?: (kind: MentionKind, id: string) => string | null;
  /** Put before addresses within Kring, such as `https://kring.example`: a file on a disk has no site around it. */
  readonly baseUrl?: string;
}

/** The note as a node of the schema, which holds nothing but what the schema allows. Throws for what is no note. */
export function toNoteNode(note: NoteNode): Node {
  const node = noteSchema.nodeFromJSON(note);
  node.check();
  return node;
}

export function mentionLabel({ attrs }: Node, { labelOf }: WritingOptions): string {
  const { kind, id, label } = attrs as { kind: MentionKind; id: string | null; label: string };
  return `@${(id === null ? null : labelOf?.(kind, id)) ?? label}`;
}

/** Where a mention leads, or null. People have a page for those who share a CoP with them only. */
export function mentionAddress({ attrs }: Node): string | null {
  const { kind, id } = attrs;
  if (typeof id !== 'string') return null;
  if (kind === 'case') return `/cases/${id}`;
  return kind === 'organisation' ? `/organisations/${id}` : null;
}

/** An address as it is written out: one within Kring gets the name of the site before it, where that is known. */
export function fullAddress(address: string, { baseUrl }: WritingOptions): string {
  return address.startsWith('/') && baseUrl !== undefined ? `${baseUrl}${address}` : address;
}

/** The footnotes of a text, in their order. */
export function footnotesOf(note: Node): Node[] {
  const found: Node[] = [];
  note.descendants((node) => {
    if (node.type.name === 'footnote') found.push(node);
  });
  return found;
}

/** `1,2 MB`, or nothing for what has no size. */
export function sizeInWords(size: unknown, language: NoteLanguage): string {
  if (typeof size !== 'number') return '';
  const units = ['kB', 'MB', 'GB'];
  let value = Math.max(size / 1_000, 0.1);
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 });
  return `${format.format(value)} ${units[unit] ?? ''}`;
}
