import { Node } from '@tiptap/core';

/** Stands for something that this schema does not know, so that it stays in the document untouched. */
export const Unsupported = Node.create({
  name: 'unsupported',
  group: 'block',
  atom: true,
  selectable: true,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['div', { 'data-unsupported': '' }, String(node.attrs['text'])],
});

export const UnsupportedInline = Node.create({
  name: 'unsupportedInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['span', { 'data-unsupported': '' }, String(node.attrs['text'])],
});
