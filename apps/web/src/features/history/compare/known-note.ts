import type { Schema } from '@tiptap/pm/model';
import type { ComparedNode } from '@kring/live-documents';

/**
 * A kept text as this schema knows it: what another version of Kring kept, and this one does not know, becomes its
 * words.
 */
export function toKnown(schema: Schema, node: ComparedNode): ComparedNode {
  const isInline = schema.nodes[node.type]?.inlineContent ?? false;
  const content = node.content?.flatMap((child): ComparedNode[] => {
    if (child.text !== undefined) return [withKnownMarks(schema, child)];
    if (schema.nodes[child.type]) return [toKnown(schema, child)];
    const text = wordsOf(child);
    if (text === '') return [];
    const words: ComparedNode = {
      type: 'text',
      text,
      ...(isInline && child.piece && { piece: child.piece }),
    };
    if (isInline) return [words];
    return [{ type: 'paragraph', content: [words], ...(child.piece && { piece: child.piece }) }];
  });
  return { ...withKnownMarks(schema, node), ...(content && { content }) };
}

function withKnownMarks(schema: Schema, node: ComparedNode): ComparedNode {
  const { marks, ...rest } = node;
  const known = marks?.filter(({ type }) => schema.marks[type]);
  return { ...rest, ...(known && known.length > 0 && { marks: known }) };
}

export function wordsOf(node: ComparedNode): string {
  return node.text ?? (node.content ?? []).map(wordsOf).join('');
}
