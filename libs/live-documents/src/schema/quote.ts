import { Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';

// The source may stand anywhere among the blocks: two people who add one at once must not lose either.
export const NoteQuote = Blockquote.extend({
  content: '(block | quoteSource)+',
  renderHTML: () => ['blockquote', 0],
});

/** Where a quote comes from: a line of its own below it. */
export const QuoteSource = Node.create({
  name: 'quoteSource',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'footer' }, { tag: 'figcaption[data-quote-source]' }],
  renderHTML: () => ['footer', 0],
});
