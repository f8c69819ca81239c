import type { Plugin } from 'vite';
import { cutProperties } from './cut-properties.ts';

/** Other names of an icon, and keys by which React could move its lines about: they never move. */
const unused = new Set(['aliases', 'key']);

/** Takes them out of Lucide's icons: random letters do not compress, and a page has dozens of icons. */
export function leanIcons(): Plugin {
  return {
    name: 'kring:lean-icons',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/.test(id)) return null;
      return { code: cutProperties(code, this.parse(code), unused), map: null };
    },
  };
}
