import type { NoteNode } from '../note-schema.ts';
import { orderStep } from './section-order.ts';
import type { SectionAttributes } from './section-rules.ts';

type NewSection = Pick<SectionAttributes, 'key' | 'title'> &
  Partial<SectionAttributes> & { readonly content?: NoteNode[] };

/** The body of a note with these sections, each empty unless it has content. */
export function sectionsToBody(sections: readonly NewSection[]): NoteNode {
  return {
    type: 'doc',
    content: sections.map(({ content = [{ type: 'paragraph' }], ...attrs }, at) => ({
      type: 'section',
      attrs: { order: (at + 1) * orderStep, ...attrs },
      content,
    })),
  };
}
