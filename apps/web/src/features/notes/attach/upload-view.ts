import { element } from '../blocks/element.ts';
import './upload.css';

interface UploadView {
  readonly dom: HTMLElement;
  /** From 0 to 1. */
  progress(part: number): void;
}

/** A file on its way: its name, how far it is, and a button to stop it. */
export function uploadView(
  words: { name: string; uploading: string; cancel: string },
  onCancel: () => void,
): UploadView {
  const bar = element('progress', { max: '1', value: '0', 'aria-label': words.uploading });
  const cancel = element('button', { type: 'button', class: 'note-upload-cancel' }, words.cancel);
  cancel.addEventListener('click', onCancel);
  const dom = element(
    'div',
    { class: 'note-upload', contenteditable: 'false' },
    element('span', { class: 'note-upload-name' }, words.name),
    bar,
    cancel,
  );
  return { dom, progress: (part) => void (bar.value = part) };
}
