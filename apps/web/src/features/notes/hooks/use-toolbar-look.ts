import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { activeAt } from '../editor/active-at.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';

export interface ToolbarLook {
  /** Whether one is in a mark or block of that name. */
  readonly isOn: (name: string) => boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the toolbar shows. Renders again when that changes, not with each key. */
export function useToolbarLook({ editor, history }: NoteEditor): ToolbarLook {
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on('transaction', changed);
      const stop = history.subscribe(changed);
      return () => {
        editor.off('transaction', changed);
        stop();
      };
    },
    [editor, history],
  );
  const canUndo = useSyncExternalStore(subscribe, () => history.manager.canUndo());
  const canRedo = useSyncExternalStore(subscribe, () => history.manager.canRedo());
  const names = useSyncExternalStore(subscribe, () => activeAt(editor).join(' '));
  return useMemo(() => {
    const active = new Set(names.split(' '));
    return { isOn: (name) => active.has(name), canUndo, canRedo };
  }, [names, canUndo, canRedo]);
}
