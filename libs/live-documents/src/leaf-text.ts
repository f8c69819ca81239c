import type { Node } from '@tiptap/pm/model';

const attribute = (node: Node, name: string): string => String(node.attrs[name] ?? '');

/** The words of a node that holds no text of its own. */
export function leafText(node: Node): string {
  switch (node.type.name) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `@${attribute(node, 'label')}`;
    case 'date':
      return attribute(node, 'value');
    case 'footnote':
      return ` [${attribute(node, 'text')}]`;
    case 'image':
      return [attribute(node, 'alt'), attribute(node, 'caption')].filter(Boolean).join('\n');
    case 'file':
      return attribute(node, 'name');
    case 'unsupported':
    case 'unsupportedInline':
      return attribute(node, 'text');
    default:
      return '';
  }
}
