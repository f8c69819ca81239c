import type { Plugin } from 'vite';
import { cutProperties } from './cut-properties.ts';

/** What TipTap's extensions carry to read and write Markdown by themselves: Kring has its own code for that. */
const unused = new Set([
  'parseMarkdown',
  'renderMarkdown',
  'markdownTokenizer',
  'markdownTokenName',
  'markdownOptions',
]);

/** Takes them out, so that what only they use is left out of the pages too. */
export function leanTiptap(): Plugin {
  return {
    name: 'kring:lean-tiptap',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      // y-tiptap asks it for the document alone, and everything else in it brings a library of schemas along.
      return id.endsWith('/lib0/dom.js') ? 'export const doc = document;' : null;
    },
    transform(code, id) {
      if (!/@tiptap\/extension-[\w-]+\/dist\/index\.js$/.test(id)) return null;
      return { code: cutProperties(code, this.parse(code), unused), map: null };
    },
  };
}
