import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SectionTool } from '@kring/live-documents';
import { useAppState } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import type { ShownSections } from '../editor/sections/section-views.ts';

interface SectionViewsInput {
  readonly noteId: string;
  readonly isEditable: boolean;
  /** Where a page of the case is that a section leads to; null when there is none. */
  readonly toolAddress: ((tool: SectionTool) => string | null) | undefined;
}

/** Gives sections their title line and buttons. Their code comes when there are sections; one can type before it. */
export function useSectionViews(noteEditor: NoteEditor | null, input: SectionViewsInput): void {
  const { t } = useTranslation('notes');
  const myId = useAppState().me?.id ?? null;
  const navigate = useNavigate();
  const latest = useRef({ ...input, t, myId, navigate });
  const [shown, setShown] = useState<ShownSections | null>(null);
  useEffect(() => {
    latest.current = { ...input, t, myId, navigate };
  });

  useEffect(() => {
    if (noteEditor === null) return;
    const { editor } = noteEditor;
    let isWanted = true;
    let isLoading = false;
    const load = async () => {
      const { beginSectionViews } = await import('../editor/sections/begin-section-views.ts');
      if (isWanted && !editor.isDestroyed) setShown(beginSectionViews(editor, () => latest.current));
    };
    const look = () => {
      if (isLoading || !editor.state.doc.children.some(({ type }) => type.name === 'section')) return;
      isLoading = true;
      // A page that has lost its connection shows titles and text, and tries again with the next key.
      load().catch(() => (isLoading = false));
    };
    look();
    editor.on('transaction', look);
    return () => {
      isWanted = false;
      editor.off('transaction', look);
      setShown(null);
    };
  }, [noteEditor]);

  const { isEditable } = input;
  useEffect(() => shown?.show(), [shown, isEditable, t]);
}
