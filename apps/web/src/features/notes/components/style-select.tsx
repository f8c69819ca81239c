import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './note-toolbar.module.css';

const kinds = ['paragraph', 'heading1', 'heading2', 'heading3'] as const;
type Kind = (typeof kinds)[number];

function kindOf(editor: Editor): Kind {
  const level = ([1, 2, 3] as const).find((candidate) => editor.isActive('heading', { level: candidate }));
  return level === undefined ? 'paragraph' : `heading${level}`;
}

/** Chooses what the paragraph is: the browser's own select, which every phone and screen reader knows. */
export function StyleSelect({ editor, announce }: { editor: Editor; announce: (text: string) => void }) {
  const { t } = useTranslation('notes');

  function choose(kind: Kind) {
    const inText = editor.chain().focus();
    if (kind === 'paragraph') inText.setParagraph().run();
    else inText.setHeading({ level: kind === 'heading1' ? 1 : kind === 'heading2' ? 2 : 3 }).run();
    announce(t(`toolbar.${kind}`));
  }

  return (
    <select
      aria-label={t('toolbar.style')}
      title={t('toolbar.style')}
      className={styles.select}
      value={kindOf(editor)}
      onChange={(event) => {
        const kind = kinds.find((candidate) => candidate === event.target.value);
        if (kind) choose(kind);
      }}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`toolbar.${kind}`)}
        </option>
      ))}
    </select>
  );
}
