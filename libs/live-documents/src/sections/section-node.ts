import { Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { sectionAttributeRules } from './section-rules.ts';

/** A named part of a note with guidance, an owner and a status. Only at the top of a note, never in another. */
export const NoteSection = Node.create({
  name: 'section',
  content: 'block+',
  isolating: true,
  defining: true,
  selectable: false,
  draggable: false,
  addAttributes() {
    return Object.fromEntries(
      Object.entries(sectionAttributeRules).map(([name, rule]) => [
        name,
        { default: rule(undefined), rendered: false },
      ]),
    );
  },
  // Nothing that is pasted becomes a section: it becomes text in the section where it is pasted.
  parseHTML: () => [],
  renderHTML: ({ node }) => ['section', ['h2', String(node.attrs['title'])], ['div', 0]],
});

/** Sections may stand beside loose blocks: a note can be without any. */
export const NoteDocument = Document.extend({ content: '(block | section)+' });
