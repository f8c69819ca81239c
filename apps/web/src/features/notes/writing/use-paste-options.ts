import { useEffect } from 'react';
import { dismissToast, showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { formattedEvent } from '../editor/paste.ts';

/** Offers what was just pasted with formatting as plain text, until one goes on writing. */
export function usePasteOptions({ editor, history }: NoteEditor): void {
  const { t } = useTranslation('writing');
  useEffect(() => {
    const { dom } = editor.view;
    let offered: number | null = null;
    const withdraw = () => {
      if (offered !== null) dismissToast(offered);
      offered = null;
    };
    const makePlain = (text: string) => {
      offered = null;
      if (editor.isDestroyed || !editor.isEditable) return;
      history.undo();
      editor.commands.focus();
      editor.view.pasteText(text);
    };
    const offer = (event: Event) => {
      const text = (event as CustomEvent<string>).detail;
      withdraw();
      offered = showToast(t('paste.formatted'), {
        action: { label: t('paste.plain'), run: () => makePlain(text) },
      });
    };
    dom.addEventListener(formattedEvent, offer);
    const unsubscribe = history.subscribe(withdraw);
    return () => {
      dom.removeEventListener(formattedEvent, offer);
      unsubscribe();
      withdraw();
    };
  }, [editor, history, t]);
}
