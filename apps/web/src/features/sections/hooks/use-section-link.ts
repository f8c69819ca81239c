import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { elementOf, goToSection } from '../go-to-section.ts';

const patience = 3_000;

/** Goes to the section that the address names: `?section=lessen`. */
export function useSectionLink(handle: NoteHandle | null): void {
  const [search] = useSearchParams();
  const key = search.get('section');
  useEffect(() => {
    if (handle === null || key === null) return;
    let frame = 0;
    const end = performance.now() + patience;
    const go = () => {
      if (handle.editor.isDestroyed) return;
      // Its title line comes after the text, and moves what is below it.
      if (elementOf(handle.editor.view.dom, key) !== null || performance.now() > end)
        goToSection(handle, key);
      else frame = requestAnimationFrame(go);
    };
    go();
    return () => cancelAnimationFrame(frame);
  }, [handle, key]);
}
