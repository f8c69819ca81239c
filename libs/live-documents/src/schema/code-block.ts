import { Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    codeBlock: { toggleCodeBlock: () => ReturnType };
  }
}

/** Text as it was typed, in letters of one width. */
export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: '(text | unsupportedInline)*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' as const }],
  renderHTML: () => ['pre', ['code', 0]],
  addCommands() {
    return {
      toggleCodeBlock:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },
});
