import { useDeferredValue } from 'react';
import type { Editor } from '@tiptap/core';
import type { Selection } from '@tiptap/pm/state';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { RoomClient } from '@kring/collab-client';
import { countWords } from '@kring/live-documents';
import { SavingAtHand } from '../components/saving-at-hand.tsx';
import { readingMinutes, wordsIn } from './counts.ts';
import { PrintedLinks } from './printed-links.tsx';
import { useCalmDoc, useEditorValue } from './use-editor-value.ts';
import styles from './note-foot.module.css';

/** How long the text is, at the foot of the sheet; of a selection, how long that is; and whether it is safe. */
export function NoteFoot({ editor, room }: { editor: Editor; room: RoomClient }) {
  const { t } = useTranslation('writing');
  const words = wordsIn(useCalmDoc(editor));
  // What one does comes first. A caret selects nothing, wherever it goes.
  const selection = useDeferredValue(useEditorValue(editor, selected));
  const selectedWords = selection === null ? 0 : countWords(wordsOf(selection));
  return (
    <>
      <PrintedLinks editor={editor} />
      <footer className={styles.foot} data-note-foot="">
        <span>{t('count.words', { count: words })}</span>
        <span>{t('count.minutes', { count: readingMinutes(words) })}</span>
        {selectedWords > 0 ? <span>{t('count.selected', { count: selectedWords })}</span> : null}
      </footer>
      <SavingAtHand room={room} text={editor.view.dom} />
    </>
  );
}

const selected = ({ state: { selection } }: Editor): Selection | null => (selection.empty ? null : selection);
/** A selection knows the text in which it was made. */
const wordsOf = ({ $from, from, to }: Selection): string => $from.doc.textBetween(from, to, ' ', ' ');
