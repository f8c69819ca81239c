import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Editor } from '@tiptap/core';
import { insertPoint } from '@tiptap/pm/transform';
import { attachmentLimits, type Attachment } from '@kring/contracts';
import { showToast } from '../../../components/toast-queue.ts';
import { acceptedFiles } from '../../../lib/accepted-files.ts';
import { toApiError } from '../../../lib/api/api-error.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { picturesEvent } from '../editor/paste.ts';
import type { Pictures } from '../paste/pictures.ts';
import { usePlugins } from '../writing/use-editor-value.ts';
import { uploadFile } from './upload-file.ts';
import { changeUploads, uploadPlugin, uploadsIn } from './upload-plugin.ts';
import { uploadView } from './upload-view.ts';

let lastId = 0;
/** Brings images and files into the text: chosen, pasted or dropped. Returns what opens the choice. */
export function useAttachments(editor: Editor, noteId: string, announce: (text: string) => void): () => void {
  const { t } = useTranslation('writing');
  const errorText = useErrorText();
  const begin = (files: readonly File[], position: number) => {
    for (const file of files) {
      if (file.size > attachmentLimits.bytes) {
        showToast(t('attach.tooLarge', { name: file.name }), { tone: 'failed' });
      } else void bringIn(file, position);
    }
  };
  async function bringIn(file: File, position: number) {
    lastId += 1;
    const id = lastId;
    const cancel = new AbortController();
    const view = uploadView(
      { name: file.name, uploading: t('attach.uploading', { name: file.name }), cancel: t('attach.cancel') },
      () => cancel.abort(),
    );
    const { tr } = editor.state;
    editor.view.dispatch(changeUploads(tr, { type: 'begin', uploads: [{ id, position, dom: view.dom }] }));
    announce(t('attach.uploading', { name: file.name }));
    try {
      const attachment = await uploadFile(noteId, file, { onProgress: view.progress, signal: cancel.signal });
      if (!editor.isDestroyed && insert(editor, id, attachment))
        announce(t('attach.done', { name: file.name }));
    } catch (error) {
      if (editor.isDestroyed) return;
      editor.view.dispatch(changeUploads(editor.state.tr, { type: 'end', id }));
      if (cancel.signal.aborted) announce(t('attach.cancelled', { name: file.name }));
      else showToast(`${file.name}: ${errorText(toApiError(error))}`, { tone: 'failed' });
    }
  }
  const latest = useRef(begin);
  useLayoutEffect(() => {
    latest.current = begin;
  });
  const plugins = useMemo(() => [uploadPlugin((files, position) => latest.current(files, position))], []);
  usePlugins(editor, plugins);
  useEffect(() => {
    const { dom } = editor.view;
    const take = (event: Event) => {
      const { files, leftOut } = (event as CustomEvent<Pictures>).detail;
      if (files.length > 0) latest.current(files, editor.state.selection.to);
      if (leftOut > 0) showToast(t('attach.leftOut', { count: leftOut }), { tone: 'failed' });
    };
    dom.addEventListener(picturesEvent, take);
    return () => dom.removeEventListener(picturesEvent, take);
  }, [editor, t]);
  return useCallback(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = acceptedFiles;
    input.addEventListener('change', () =>
      latest.current([...(input.files ?? [])], editor.state.selection.to),
    );
    input.click();
  }, [editor]);
}

/** Puts what has come in at the place where it was awaited; false when one may no longer write. */
function insert(editor: Editor, id: number, attachment: Attachment): boolean {
  const { state } = editor;
  const position = uploadsIn(state).find((upload) => upload.id === id)?.position ?? state.doc.content.size;
  const isImage = attachment.mediaType.startsWith('image/');
  const type = state.schema.nodes[isImage ? 'image' : 'file'];
  const tr = changeUploads(state.tr, { type: 'end', id });
  if (!type || !editor.isEditable) {
    editor.view.dispatch(tr);
    return false;
  }
  const common = {
    attachmentId: attachment.id,
    name: attachment.name,
    size: attachment.size,
    mime: attachment.mediaType,
  };
  const node = type.create(
    isImage ? { ...common, pixelWidth: attachment.width, pixelHeight: attachment.height } : common,
  );
  const at = insertPoint(state.doc, position, type) ?? state.doc.content.size;
  editor.view.dispatch(tr.insert(at, node).setMeta('addToHistory', true).scrollIntoView());
  return true;
}
