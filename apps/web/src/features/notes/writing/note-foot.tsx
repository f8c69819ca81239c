import { useDeferredValue } from 'react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { countWords } from '@kring/live-documents';
import { readingMinutes, wordsIn } from './counts.ts';
import { PrintedLinks } from './printed-links.tsx';
import { useEditorValue } from './use-editor-value.ts';
import styles from './note-foot.module.css';

/** How long the text is, at the foot of the sheet; of a selection, how long that is. */
export function NoteFoot({ editor }: { editor: Editor }) {
  const { t } = useTranslation('writing');
  // What one types comes first.
  const doc = useDeferredValue(useEditorValue(editor, ({ state }) => state.doc));
  const selection = useDeferredValue(useEditorValue(editor, ({ state }) => state.selection));
  const words = wordsIn(doc);
  const isWithin = !selection.empty && selection.to <= doc.content.size;
  const selected = isWithin ? countWords(doc.textBetween(selection.from, selection.to, ' ', ' ')) : 0;
  return (
    <>
      <PrintedLinks editor={editor} />
      <footer className={styles.foot} data-note-foot="">
        <span>{t('count.words', { count: words })}</span>
        <span>{t('count.minutes', { count: readingMinutes(words) })}</span>
        {selected > 0 ? <span>{t('count.selected', { count: selected })}</span> : null}
      </footer>
    </>
  );
}
