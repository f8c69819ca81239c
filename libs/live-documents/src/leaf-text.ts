import type { Node } from '@tiptap/pm/model';
import type { NoteNode } from './note-schema.ts';

/** The words of a node that holds no text of its own. */
export function leafText(node: Node): string {
  return leafWords({ type: node.type.name, attrs: node.attrs, ...(node.text && { text: node.text }) });
}

/** The same for a node as JSON. */
export function leafWords({ type, attrs = {}, text = '' }: NoteNode): string {
  const attribute = (name: string): string => {
    const value = attrs[name];
    return typeof value === 'string' ? value : '';
  };
  switch (type) {
    case 'text':
      return text;
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `@${attribute('label')}`;
    case 'date':
      return attribute('value');
    case 'footnote':
      return ` [${attribute('text')}]`;
    case 'image':
      return [attribute('alt'), attribute('caption')].filter(Boolean).join('\n');
    case 'file':
      return attribute('name');
    case 'unsupported':
    case 'unsupportedInline':
      return attribute('text');
    default:
      return '';
  }
}
