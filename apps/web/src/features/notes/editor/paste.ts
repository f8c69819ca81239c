import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Pictures } from '../paste/pictures.ts';

/** What became of the pictures in what was pasted, for the tools that bring files in. */
export const picturesEvent = 'kring-pictures';

/** That text came in with formatting: how it came, and how it reads without. */
export const formattedEvent = 'kring-formatted';
export interface Formatted {
  readonly html: string;
  readonly text: string;
}

const load = () => import('../paste/read-paste.ts');

/** Text that one copied elsewhere comes in clean. The code for it loads when one begins to write, and again on need. */
export const CleanPaste = Extension.create<{ beginStep: () => void }>({
  name: 'cleanPaste',
  // What is pasted is a step of its own to undo, whatever was typed just before.
  addOptions: () => ({ beginStep: () => undefined }),
  addProseMirrorPlugins() {
    const { beginStep } = this.options;
    let isPlain = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            focus: () => {
              load().catch(() => undefined);
              return false;
            },
            keydown: (_view, event) => {
              if (event.key.toLowerCase() === 'v')
                isPlain = event.shiftKey && (event.ctrlKey || event.metaKey);
              return false;
            },
            paste: (view, event) => {
              const wantsPlain = isPlain;
              isPlain = false;
              return !wantsPlain && view.editable && pasteClean(view, event, beginStep);
            },
          },
        },
      }),
    ];
  },
});

export const tellPictures = (view: EditorView, detail: Pictures): unknown =>
  view.dom.dispatchEvent(new CustomEvent(picturesEvent, { detail }));
const tellFormatted = (view: EditorView, detail: Formatted): unknown =>
  view.dom.dispatchEvent(new CustomEvent(formattedEvent, { detail }));
const isFormatted = (html: string): boolean =>
  /<(?:h[1-6]|[uo]l|table|blockquote|pre|a|b|strong|i|em|u|s|code|mark|su[bp])\b/i.test(html);
const saysNothing = (html: string): boolean => html.replace(/<[^>]*>/g, '').trim() === '';

/** Whether this paste is taken over; one from another note is what the editor reads by itself. */
function pasteClean(view: EditorView, event: ClipboardEvent, beginStep: () => void): boolean {
  const data = event.clipboardData;
  if (data === null) return false;
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  // A picture of what was copied comes along with the text of Word and Excel; alone it is a file.
  if ((html === '' && text === '') || html.includes('data-pm-slice')) return false;
  if (view.state.selection.$from.parent.type.spec.code === true) return false;
  event.preventDefault();
  // A picture that is copied from a page is named by it in HTML, and comes as a file.
  if (data.files.length > 0 && saysNothing(html) && saysNothing(text)) {
    tellPictures(view, { files: [...data.files], leftOut: 0 });
    return true;
  }
  load()
    .then(({ readPaste }) => readPaste({ html, text }))
    // Without the code the schema still lets nothing in but what a note may hold.
    .catch(() => ({ html, text, pictures: null }))
    .then((read) => {
      if (view.isDestroyed) return;
      beginStep();
      if (read.html === '') view.pasteText(read.text);
      else view.pasteHTML(read.html);
      beginStep();
      if (isFormatted(read.html) && read.text.trim() !== '') tellFormatted(view, read);
      if (read.pictures !== null) tellPictures(view, read.pictures);
    })
    .catch(() => undefined);
  return true;
}
