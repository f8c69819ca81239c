import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Lets each key act where the caret stands. Browsers tell of a caret that moved in a task of its own; on a busy
 * machine the next key comes first. Backspace at the start of a section then took the caret for elsewhere, left the
 * key to the browser, and the browser joined the text of two sections.
 */
export const FreshSelection = Extension.create({
  name: 'freshSelection',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view, event) => {
              // While characters are composed the browser owns the caret.
              if (!event.isComposing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
              return false;
            },
          },
        },
      }),
    ];
  },
});
