import { useEffect } from 'react';

interface CommentKeys {
  /** Null where one may not comment. */
  readonly onComment: (() => void) | null;
  /** To the next thread, or to the one before. */
  readonly onStep: ((by: 1 | -1) => void) | null;
}

/** Mod+Alt+M comments, Mod+Alt+N and P go to the next and the previous thread: from the first moment of the page on. */
export function useCommentKeys({ onComment, onStep }: CommentKeys): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (event.code === 'KeyM' && onComment) onComment();
      else if (event.code === 'KeyN' && onStep) onStep(1);
      else if (event.code === 'KeyP' && onStep) onStep(-1);
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [onComment, onStep]);
}
