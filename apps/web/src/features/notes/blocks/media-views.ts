import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { attachmentAddress, sizeInWords } from '@kring/live-documents';
import type { BlockOptions } from './block-options.ts';
import { element, icon } from './element.ts';

function imageElement(node: Node, options: BlockOptions): HTMLElement {
  const { attachmentId, alt, isDecorative, pixelWidth, pixelHeight } = node.attrs;
  const src = attachmentAddress(attachmentId);
  const missing = element(
    'p',
    { class: 'note-image-missing' },
    String(alt || options.say('blocks.imageMissing')),
  );
  if (src === null) return missing;
  const shown = element('img', {
    src,
    alt: isDecorative === true ? '' : String(alt),
    loading: 'lazy',
    decoding: 'async',
    draggable: 'false',
  });
  // With its measure known the text does not jump when the image comes in.
  if (pixelWidth !== null && pixelHeight !== null) {
    shown.width = Number(pixelWidth);
    shown.height = Number(pixelHeight);
  }
  shown.addEventListener('error', () => shown.replaceWith(missing));
  return shown;
}

/** An image; while one writes it says when nobody has told yet what is on it. */
export function imageView(options: BlockOptions) {
  return (node: Node, _view: EditorView, getPos: () => number | undefined): NodeView => {
    const dom = element('figure', { class: 'note-image', contenteditable: 'false' });
    const edit = element('button', { type: 'button', class: 'note-node-edit' });
    edit.addEventListener('click', () => {
      const position = getPos();
      if (position !== undefined) options.ask({ kind: 'image', position });
    });
    let image: { of: unknown; made: HTMLElement } | null = null;
    function show(shown: Node): void {
      const { alt, isDecorative, caption, width, attachmentId, pixelWidth, pixelHeight } = shown.attrs;
      dom.dataset['width'] = String(width);
      const isNamed = isDecorative === true || alt !== '';
      edit.textContent = options.say(isNamed ? 'blocks.imageEdit' : 'blocks.imageNeedsAlt');
      edit.toggleAttribute('data-needed', !isNamed);
      const of = [attachmentId, alt, isDecorative, pixelWidth, pixelHeight].join('\n');
      // The same image is not asked for again when only its caption changes.
      image = image?.of === of ? image : { of, made: imageElement(shown, options) };
      dom.replaceChildren(image.made);
      if (caption !== '') dom.append(element('figcaption', {}, String(caption)));
      dom.append(edit);
    }
    show(node);
    return {
      dom,
      update: (updated) => {
        if (updated.type !== node.type) return false;
        show(updated);
        return true;
      },
      stopEvent: (event) => edit.contains(event.target as globalThis.Node | null),
      ignoreMutation: () => true,
    };
  };
}

/** A file with its name and size, to download. */
export function fileView(options: BlockOptions) {
  return (node: Node): NodeView => {
    const { attachmentId, name, size } = node.attrs;
    const href = attachmentAddress(attachmentId);
    const words = String(name || options.say('blocks.fileMissing'));
    const shown =
      href === null
        ? element('span', {}, words)
        : element('a', { href, download: '', draggable: 'false' }, words);
    const weight = element('span', { class: 'note-file-size' }, sizeInWords(size, options.language()));
    const dom = element('div', { class: 'note-file', contenteditable: 'false' }, icon('file'), shown, weight);
    return { dom, ignoreMutation: () => true };
  };
}
