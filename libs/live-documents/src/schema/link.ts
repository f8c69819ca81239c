import { Mark } from '@tiptap/core';
import { safeHref, toHref } from '../safe-href.ts';
import type { HtmlElement } from './checked-attribute.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection; refused for an address that a note may not hold. */
      setLink: (attributes: { href: string }) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

const hrefOf = (element: HtmlElement) => toHref(element.getAttribute('href') ?? '');

/** A link. What is typed after it is no part of it. */
export const NoteLink = Mark.create({
  name: 'link',
  priority: 1_000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({ href: { default: null, parseHTML: hrefOf } }),
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = hrefOf(element);
          return href === null ? false : { href };
        },
      },
    ];
  },
  renderHTML({ mark }) {
    const href = safeHref(mark.attrs['href']);
    if (href === null) return ['span', 0];
    const isOutside = href.startsWith('https:');
    return ['a', isOutside ? { href, target: '_blank', rel: 'noopener noreferrer' } : { href }, 0];
  },
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ chain }) =>
          toHref(href) !== null &&
          chain()
            .setMark(this.name, { href: toHref(href) })
            .setMeta('preventAutolink', true)
            .run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().unsetMark(this.name, { extendEmptyMarkRange: true }).setMeta('preventAutolink', true).run(),
    };
  },
});
