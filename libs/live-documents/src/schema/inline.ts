import { Node, type Extensions } from '@tiptap/core';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Text } from '@tiptap/extension-text';
import type { MentionKind } from '../attribute-rules.ts';
import { dataAttributes, dataOf } from './checked-attribute.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    noteInline: {
      insertFootnote: (footnote: { text: string; href?: string | null }) => ReturnType;
      insertMention: (mention: { kind: MentionKind; id: string; label: string }) => ReturnType;
      /** A day, as `2026-11-24`. */
      insertDate: (value: string) => ReturnType;
    };
  }
}

/** A note below the text, or the source of a claim: it holds its own words. Its number follows from its place. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => dataAttributes('footnote'),
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-footnote': '', ...dataOf(node.attrs) },
    ` [${String(node.attrs['text'])}]`,
  ],
  renderText: ({ node }) => ` [${String(node.attrs['text'])}]`,
  addCommands() {
    return {
      insertFootnote:
        (attrs) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs }),
    };
  },
});

/** Names a person, a case or an organisation. The label is what it was called then. */
const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => dataAttributes('mention'),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-mention': '', ...dataOf(node.attrs) },
    `@${String(node.attrs['label'])}`,
  ],
  renderText: ({ node }) => `@${String(node.attrs['label'])}`,
  addCommands() {
    return {
      insertMention:
        (attrs) =>
        ({ commands }) =>
          commands.insertContent([
            { type: this.name, attrs },
            { type: 'text', text: ' ' },
          ]),
    };
  },
});

/** A day, shown in the language of whoever reads it. */
const NoteDate = Node.create({
  name: 'date',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => dataAttributes('date'),
  parseHTML: () => [{ tag: 'time[data-date]' }],
  renderHTML: ({ node }) => [
    'time',
    { 'data-date': '', ...dataOf(node.attrs), datetime: String(node.attrs['value'] ?? '') },
    String(node.attrs['value'] ?? ''),
  ],
  renderText: ({ node }) => String(node.attrs['value'] ?? ''),
  addCommands() {
    return {
      insertDate:
        (value) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: { value } }),
    };
  },
});

/** What stands in a line of text. */
export const noteInline: Extensions = [Text, HardBreak, Footnote, Mention, NoteDate];
