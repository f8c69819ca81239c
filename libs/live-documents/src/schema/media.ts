import { Node } from '@tiptap/core';
import { attachmentAddress } from '../attachment-address.ts';
import { dataAttributes, dataOf } from './checked-attribute.ts';

/** An image of the note's own attachments. Nothing is ever loaded from another place. */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => dataAttributes('image'),
  parseHTML: () => [{ tag: 'figure[data-image]' }],
  renderHTML: ({ node }) => {
    const { attachmentId, isDecorative, alt, caption } = node.attrs;
    const src = attachmentAddress(attachmentId);
    const shown = isDecorative === true ? '' : String(alt);
    return [
      'figure',
      { 'data-image': '', ...dataOf(node.attrs) },
      src === null ? ['span', shown] : ['img', { src, alt: shown }],
      ...(caption === '' ? [] : [['figcaption', String(caption)] as const]),
    ];
  },
  renderText: ({ node }) => [node.attrs['alt'], node.attrs['caption']].filter(Boolean).join('\n'),
});

/** A file of the note's own attachments, to download. */
export const File = Node.create({
  name: 'file',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => dataAttributes('file'),
  parseHTML: () => [{ tag: 'div[data-file]' }],
  renderHTML: ({ node }) => {
    const href = attachmentAddress(node.attrs['attachmentId']);
    const name = String(node.attrs['name']);
    const attributes = { 'data-file': '', ...dataOf(node.attrs) };
    return ['div', attributes, href === null ? ['span', name] : ['a', { href, download: '' }, name]];
  },
  renderText: ({ node }) => String(node.attrs['name']),
});
