import { useEffect, useId, useMemo, useRef } from 'react';
import { threadKinds, type CommentAnchor } from '@kring/contracts';
import { anchorAt } from '@kring/live-documents';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { useCommentActs } from '../api/use-comment-acts.ts';
import { anchorOf, passagesOf } from '../editor/passages.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { useOpenThread } from '../hooks/use-open-thread.ts';
import type { ThreadStart } from '../start-thread.ts';
import { Composer } from './composer.tsx';
import styles from './composer.module.css';

export const newThreadDraft = (noteId: string) => `${noteId}.new`;

interface NewThreadProps {
  noteId: string;
  handle: NoteHandle | null;
  /** Undefined: it goes on with what was left behind. */
  start: ThreadStart | undefined;
  onDone: () => void;
}

/** A field to begin a thread in: about the chosen words, a passage, or the whole note. */
export function NewThread({ noteId, handle, start, onDone }: NewThreadProps) {
  const { t } = useTranslation('comments');
  const acts = useCommentActs(noteId);
  const { open } = useOpenThread();
  const { draft, change, clear } = useDraft(newThreadDraft(noteId));
  const range = start?.range;
  useEffect(() => {
    if (range && handle) change({ anchor: anchorAt(handle.doc, range.anchor, range.head) });
  }, [range, handle, change]);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (range && handle) keepInView(handle);
  }, [range, handle]);
  useEffect(() => {
    // Asked for once more, the field is there already.
    if (start) section.current?.querySelector('textarea')?.focus();
  }, [start]);

  function done() {
    clear();
    onDone();
  }
  return (
    <section ref={section} aria-label={t('new.title')} className={styles.new} data-new-thread="">
      <Composer
        noteId={noteId}
        label={t('new.field')}
        submitLabel={t('new.send')}
        typed={draft}
        onChange={change}
        onCancel={done}
        onSend={async (body) => {
          const { requestId, kind, anchor } = draft;
          const thread = await acts.begin({ requestId, kind, anchor, body });
          showToast(t('done.sent'));
          done();
          open(thread.id);
        }}
      >
        <AboutField handle={handle} anchor={draft.anchor} onChange={(anchor) => change({ anchor })} />
        <KindField value={draft.kind} onChange={(kind) => change({ kind })} />
      </Composer>
    </section>
  );
}

/** The panel makes the text narrower, and so moves the words that one is about to write about. */
function keepInView({ editor }: NoteHandle): void {
  if (!window.matchMedia('(min-width: 1024px)').matches) return;
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return;
    const { node } = editor.view.domAtPos(editor.state.selection.from);
    const element = node instanceof HTMLElement ? node : node.parentElement;
    const box = element?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > window.innerHeight * 0.8))
      element?.scrollIntoView({ block: 'center' });
  });
}

/** What it is about: also without selecting, by keyboard and on a phone. */
function AboutField({
  handle,
  anchor,
  onChange,
}: {
  handle: NoteHandle | null;
  anchor: CommentAnchor | null;
  onChange: (anchor: CommentAnchor | null) => void;
}) {
  const { t } = useTranslation('comments');
  const id = useId();
  const passages = useMemo(() => (handle ? passagesOf(handle.editor) : []), [handle]);
  return (
    <div className={styles.about}>
      <label htmlFor={id}>{t('new.about')}</label>
      <select
        id={id}
        className={styles.select}
        value={anchor ? 'chosen' : 'note'}
        onChange={({ target }) => {
          const passage = passages[Number(target.value)];
          if (target.value === 'note') onChange(null);
          else if (passage && handle) onChange(anchorOf(handle, passage));
        }}
      >
        <option value="note">{t('new.wholeNote')}</option>
        {anchor ? <option value="chosen">{shorten(anchor.quote)}</option> : null}
        {passages.map(({ text }, index) => (
          <option key={index} value={index}>
            {shorten(text)}
          </option>
        ))}
      </select>
      {anchor ? <blockquote className={styles.quote}>{anchor.quote}</blockquote> : null}
    </div>
  );
}

function KindField({
  value,
  onChange,
}: {
  value: (typeof threadKinds)[number];
  onChange: (kind: (typeof threadKinds)[number]) => void;
}) {
  const { t } = useTranslation('comments');
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend>{t('kind.label')}</legend>
      {threadKinds.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input type="radio" name={name} checked={kind === value} onChange={() => onChange(kind)} />
          {t(`kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
