import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './note-toolbar.module.css';

const kinds = ['paragraph', 'heading1', 'heading2', 'heading3'] as const;
type Kind = (typeof kinds)[number];

interface StyleSelectProps {
  editor: Editor;
  /** Whether one is in a block of that name. */
  isOn: (name: string) => boolean;
  announce: (text: string) => void;
}

/** Chooses what the paragraph is: the browser's own select, which every phone and screen reader knows. */
export function StyleSelect({ editor, isOn, announce }: StyleSelectProps) {
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
      value={kinds.findLast(isOn) ?? 'paragraph'}
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
