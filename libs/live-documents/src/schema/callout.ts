import { Node } from '@tiptap/core';
import type { CalloutKind } from '../attribute-rules.ts';
import { dataAttributes, dataOf } from './checked-attribute.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Puts the selected blocks into a callout, or makes the one around them another kind. */
      setCallout: (kind: CalloutKind) => ReturnType;
      /** Takes the callout away and keeps what stands in it. */
      unsetCallout: () => ReturnType;
    };
  }
}

/** Something that stands out from the text: an insight, a question, an assumption or a warning. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => dataAttributes('callout'),
  parseHTML: () => [{ tag: 'div[data-callout]' }],
  renderHTML: ({ node }) => ['div', { 'data-callout': '', ...dataOf(node.attrs) }, 0],
  addCommands() {
    return {
      setCallout:
        (kind) =>
        ({ commands, editor }) =>
          editor.isActive(this.name)
            ? commands.updateAttributes(this.name, { kind })
            : commands.wrapIn(this.name, { kind }),
      unsetCallout:
        () =>
        ({ commands }) =>
          commands.lift(this.name),
    };
  },
});
