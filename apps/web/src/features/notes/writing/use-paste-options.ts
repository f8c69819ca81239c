import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { dismissToast, showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { toCsvText } from '../../../lib/csv.ts';
import { formattedEvent, tellPictures, type Formatted } from '../editor/paste.ts';
import { sheetIn } from '../paste/sheet.ts';

/** A longer table is more at home in a file. */
const mostRows = 50;

/** Offers what was just pasted with formatting as plain text, and a long table as a file, until one goes on writing. */
export function usePasteOptions({ editor, history }: NoteEditor): void {
  const { t } = useTranslation('writing');
  const offered = useRef<number | null>(null);
  const withdraw = useEffectEvent(() => {
    if (offered.current !== null) dismissToast(offered.current);
    offered.current = null;
  });
  const instead = (put: () => void) => () => {
    offered.current = null;
    if (editor.isDestroyed || !editor.isEditable) return;
    history.undo();
    editor.commands.focus();
    put();
  };
  const offer = useEffectEvent((event: Event) => {
    const { html, text } = (event as CustomEvent<Formatted>).detail;
    const rows = sheetIn(html) ?? [];
    withdraw();
    if (rows.length <= mostRows) {
      const run = instead(() => editor.view.pasteText(text));
      offered.current = showToast(t('paste.formatted'), { action: { label: t('paste.plain'), run } });
      return;
    }
    const run = instead(() => {
      const file = new File([toCsvText(rows)], t('paste.fileName'), { type: 'text/csv' });
      tellPictures(editor.view, { files: [file], leftOut: 0 });
    });
    offered.current = showToast(t('paste.table', { count: rows.length }), {
      action: { label: t('paste.asFile'), run },
    });
  });
  // Before the toolbar is seen: a paste right after that is offered too. Words that load do not withdraw an offer.
  useLayoutEffect(() => {
    const { dom } = editor.view;
    dom.addEventListener(formattedEvent, offer);
    const unsubscribe = history.subscribe(withdraw);
    return () => {
      dom.removeEventListener(formattedEvent, offer);
      unsubscribe();
      withdraw();
    };
  }, [editor, history]);
}
