import { useEffect, useState } from 'react';
import type { NoteHandle } from '../../../lib/note-handle.ts';

/** Whether the open note has sections at all. */
export function useHasSections(handle: NoteHandle | null): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (handle === null) return setHas(false);
    const look = () => setHas(handle.editor.state.doc.children.some(({ type }) => type.name === 'section'));
    look();
    handle.editor.on('transaction', look);
    return () => {
      handle.editor.off('transaction', look);
    };
  }, [handle]);
  return has;
}
