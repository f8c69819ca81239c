import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { MessageSquare } from 'lucide-react';
import type { Note } from '@kring/contracts';
import { useOpenPanel, type Panel } from '../../components/side-panel.tsx';
import { whenIdle } from '../../components/when-idle.ts';
import { AskedSteps } from '../../features/comments/asked-steps.ts';
import { selectedPassage } from '../../features/comments/editor/selected-passage.ts';
import { useCommentKeys } from '../../features/comments/hooks/use-comment-keys.ts';
import { startThread } from '../../features/comments/start-thread.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../lib/note-handle.ts';
import type { SelectionAct } from '../../lib/selection-act.ts';
import { lazyPart, Part } from '../../components/part.tsx';

const loadPanel = () => import('../../features/comments/components/comments-panel.tsx');
const CommentsPanel = lazyPart(loadPanel, 'CommentsPanel');
const NoteComments = lazyPart(
  () => import('../../features/comments/components/note-comments.tsx'),
  'NoteComments',
);

interface NoteCommentsOfPage {
  /** None while the server cannot be reached. */
  readonly panels: readonly Panel[];
  readonly acts: readonly SelectionAct[];
  /** The marks in the text. */
  readonly marks: ReactNode;
}

/** Comments on the note of a page: their panel, what the selection can do, and the marks in the text. */
export function useNoteComments(
  note: Note | null,
  handle: NoteHandle | null,
  closeOnNarrow: () => void,
): NoteCommentsOfPage {
  const { t } = useTranslation('cases');
  const [, openPanel] = useOpenPanel();
  const canComment = note?.abilities.includes('comment.create') ?? false;
  const noteId = note?.id;
  const comment = useCallback(
    (range: { from: number; to: number } | null) => {
      if (noteId === undefined) return;
      const shared = range && handle ? handle.toShared({ anchor: range.from, head: range.to }) : null;
      // What is typed before the field is there must not replace the chosen words.
      handle?.editor.view.dom.blur();
      startThread(noteId, { range: shared });
      openPanel('comments');
    },
    [noteId, handle, openPanel],
  );
  const commentHere = useCallback(() => comment(handle && selectedPassage(handle.editor)), [comment, handle]);
  const [steps] = useState(() => new AskedSteps());
  const step = useCallback((by: 1 | -1) => steps.ask(by), [steps]);
  useCommentKeys({ onComment: canComment ? commentHere : null, onStep: note ? step : null });
  useEffect(() => {
    if (handle && noteId !== undefined) whenIdle(loadPanel);
  }, [handle, noteId]);
  const label = t('note.comment');
  const acts = useMemo<SelectionAct[]>(
    () =>
      canComment && handle
        ? [{ id: 'comment', label, icon: <MessageSquare />, keys: 'Mod+Alt+M', run: comment }]
        : [],
    [canComment, handle, label, comment],
  );
  return {
    acts,
    panels: note
      ? [
          {
            name: 'comments',
            label: t('note.comments'),
            icon: <MessageSquare />,
            count: note.openThreadCount,
            content: <CommentsPanel note={note} handle={handle} onLeave={closeOnNarrow} />,
          },
        ]
      : [],
    marks:
      handle && note?.id === handle.noteId ? (
        <Part tells="nothing">
          <NoteComments key={note.id} handle={handle} steps={steps} />
        </Part>
      ) : null,
  };
}
