import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';

interface OpenThread {
  /** Which thread the address names: `?thread=<id>`. */
  readonly threadId: string | null;
  /** The thread takes the focus: not when somebody pressed its words while writing. */
  readonly takesFocus: boolean;
  open(threadId: string | null, options?: { takesFocus: boolean }): void;
}

/** The thread that is open in the panel, kept in the address so that it can be shared. */
export function useOpenThread(): OpenThread {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation() as { state: { takesFocus?: boolean } | null };
  const open = useCallback<OpenThread['open']>(
    (threadId, { takesFocus } = { takesFocus: true }) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (threadId === null) after.delete('thread');
          else {
            after.set('thread', threadId);
            after.set('panel', 'comments');
          }
          return after;
        },
        { replace: true, preventScrollReset: true, state: { takesFocus } },
      ),
    [setSearch],
  );
  return { threadId: search.get('thread'), takesFocus: state?.takesFocus ?? true, open };
}

/** The address of a thread, to give to somebody. */
export function threadLink(threadId: string): string {
  const url = new URL(window.location.href);
  url.search = new URLSearchParams({ panel: 'comments', thread: threadId }).toString();
  url.hash = '';
  return url.href;
}
