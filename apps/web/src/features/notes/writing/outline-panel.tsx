import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { depthsOf, headingAt, headingsOf, isSameOutline, type Heading } from './outline.ts';
import { scrollTo } from './show-range.ts';
import { useEditorValue } from './use-editor-value.ts';
import styles from './outline-panel.module.css';

/** The headings of the open note; goes to one, and shows where one is. */
export function OutlinePanel({ handle, onLeave }: { handle: NoteHandle; onLeave?: () => void }) {
  const { t } = useTranslation('writing');
  const { editor } = handle;
  const doc = useDeferredValue(useEditorValue(editor, ({ state }) => state.doc));
  const headings = useHeadings(doc);
  const depths = useMemo(() => depthsOf(headings), [headings]);
  const here = useHere(editor, headings);

  if (headings.length === 0) {
    return <p className={styles.empty}>{t(editor.isEditable ? 'outline.empty' : 'outline.emptyRead')}</p>;
  }
  return (
    <nav aria-label={t('outline.label')}>
      <ol role="list" className={styles.list}>
        {headings.map(({ pos, text }, index) => (
          <li key={pos}>
            <button
              type="button"
              className={styles.heading}
              data-depth={Math.min(depths[index] ?? 0, 3)}
              aria-current={index === here ? 'location' : undefined}
              onClick={() => {
                onLeave?.();
                goTo(editor, pos);
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The headings of a text; the same list for as long as it says the same. */
function useHeadings(doc: Node): readonly Heading[] {
  const found = useMemo(() => headingsOf(doc), [doc]);
  const [shown, setShown] = useState(found);
  if (shown !== found && !isSameOutline(shown, found)) setShown(found);
  return shown;
}

/** With the caret at its end, for whoever goes on writing there. */
function goTo(editor: Editor, pos: number): void {
  const node = editor.state.doc.nodeAt(pos);
  if (node === null) return;
  editor.commands.setTextSelection(node.isTextblock ? pos + node.nodeSize - 1 : pos + 2);
  // On a phone the keyboard would come up over what one wants to read.
  if (!window.matchMedia('(pointer: coarse)').matches) editor.view.focus();
  scrollTo(editor, pos + 1, 'start');
}

/** The heading of the part that one reads: the last one above the upper third of the window. */
function useHere(editor: Editor, headings: readonly Heading[]): number {
  const [here, setHere] = useState(-1);
  useEffect(() => {
    let isWaiting = false;
    const measure = () => {
      isWaiting = false;
      if (editor.isDestroyed) return;
      const line = window.innerHeight / 3;
      const text = editor.view.dom.getBoundingClientRect();
      const top = Math.max(text.top + 1, line);
      const found = editor.view.posAtCoords({ left: text.left + 4, top: Math.min(top, text.bottom - 1) });
      setHere(found ? headingAt(headings, found.pos) : -1);
    };
    const later = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(measure);
    };
    later();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [editor, headings]);
  return here;
}
