import { useEffect, useState } from 'react';
import type { NoteHandle } from '../../lib/note-handle.ts';

export interface Keeping {
  /** Whether one is asked for the name of the version to keep. */
  readonly isNaming: boolean;
  readonly close: () => void;
}

/**
 * Mod+S keeps a version: from the first moment of the page on, also while the code that asks for its name still loads.
 * `handle` is null where no text is open to write in.
 */
export function useKeepKey(handle: NoteHandle | null, canKeep: boolean): Keeping {
  const [isNaming, setNaming] = useState(false);
  useEffect(() => {
    if (handle === null) return;
    const { editor } = handle;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      // The browser would save the page as a file, which is of use to nobody.
      event.preventDefault();
      if (!canKeep) return;
      // What is typed before the question stands there is not meant for the text.
      editor.view.dom.blur();
      setNaming(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [handle, canKeep]);
  const close = () => {
    setNaming(false);
    handle?.editor.commands.focus();
  };
  return { isNaming, close };
}
