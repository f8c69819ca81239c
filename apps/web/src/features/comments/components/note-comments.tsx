import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CommentThread } from '@kring/contracts';
import { toApiError } from '../../../lib/api/api-error.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import type { AskedSteps } from '../asked-steps.ts';
import { renewComments, threadQuery } from '../api/comment-queries.ts';
import { useThreads } from '../api/use-threads.ts';
import { marksOf, type ThreadMarks } from '../editor/thread-marks.ts';
import { useOpenThread } from '../hooks/use-open-thread.ts';
import { sortByPlace } from '../hooks/use-places.ts';
import { stepFrom } from '../step-from.ts';
import './thread-marks.css';

interface NoteCommentsProps {
  handle: NoteHandle;
  /** Steps from thread to thread, asked for by key. */
  steps: AskedSteps;
}

/** The comments in the open text itself: marks, steps from one to the next, and what is new. */
export function NoteComments({ handle, steps }: NoteCommentsProps) {
  const { noteId } = handle;
  const marks = marksOf(handle);
  const { threadId, open } = useOpenThread();
  const marked = useMarkedThreads(noteId, threadId);
  const { threads } = marked;

  useRenewal(handle);
  useEffect(() => marks.attach(), [marks]);
  useEffect(() => marks.show(threads, threadId), [marks, threads, threadId]);
  useEffect(() => {
    marks.onPress = (pressed) => open(pressed, { takesFocus: !handle.editor.isEditable });
  }, [marks, open, handle]);
  // After the marks are shown: the steps go from place to place.
  const spoken = useSteps({ handle, marks, marked, threadId, open, steps });
  return (
    <span role="status" className="visually-hidden">
      {spoken}
    </span>
  );
}

interface Marked {
  readonly threads: CommentThread[];
  /** All of them are there. */
  readonly isComplete: boolean;
  readonly error: Error | null;
}

/** Those that are open, and the one that the address names. */
function useMarkedThreads(noteId: string, threadId: string | null): Marked {
  const { data, isComplete, error } = useThreads(noteId, 'open');
  const isListed = data?.some(({ id }) => id === threadId) ?? false;
  const asked = useQuery({ ...threadQuery(noteId, threadId ?? ''), enabled: threadId !== null });
  const named = isListed || threadId === null ? undefined : asked.data;
  const threads = useMemo(
    () => [...(data ?? []), ...(named?.noteId === noteId ? [named] : [])],
    [data, named, noteId],
  );
  return { threads, isComplete, error };
}

/** The room says when somebody else did something in a thread; the rows are fetched anew. */
function useRenewal({ room, noteId }: NoteHandle): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      room.onLook((topic) => {
        if (topic === null || topic === 'comments') void renewComments(queryClient, noteId);
      }),
    [room, noteId, queryClient],
  );
}

interface StepTargets {
  readonly handle: NoteHandle;
  readonly marks: ThreadMarks;
  readonly marked: Marked;
  readonly threadId: string | null;
  readonly open: (threadId: string) => void;
  readonly steps: AskedSteps;
}

/** Goes from thread to thread as asked. Answers what is to be said. */
function useSteps({ handle, marks, marked, threadId, open, steps }: StepTargets): string {
  const { t } = useTranslation('comments');
  const errorText = useErrorText();
  const [spoken, setSpoken] = useState('');
  const { threads, isComplete } = marked;
  const failure = marked.error === null ? null : errorText(toApiError(marked.error));
  // The address follows later: a second press goes on from where the first one went.
  const current = useRef(threadId);
  useEffect(() => {
    current.current = threadId;
  }, [threadId]);
  useEffect(() => {
    function take(by: number) {
      if (failure !== null && !isComplete) return setSpoken(failure);
      const placed = sortByPlace(threads, marks.places);
      const { from } = handle.editor.state.selection;
      const next = placed[stepFrom(placed, { id: current.current, caret: from, by, places: marks.places })];
      if (!next) return setSpoken(t('keys.none'));
      current.current = next.id;
      open(next.id);
      marks.goTo(next.id);
      setSpoken(t('keys.at', { number: placed.indexOf(next) + 1, count: placed.length }));
    }
    return isComplete || failure !== null ? steps.serve(take) : undefined;
  }, [handle, marks, threads, isComplete, failure, open, steps, t]);
  return spoken;
}
