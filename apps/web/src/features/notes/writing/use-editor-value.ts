import { useEffect, useSyncExternalStore } from 'react';
import type { Editor } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';

/** What this reads of the editor, renewed with each of its changes. It must return the same thing for the same state. */
export function useEditorValue<T>(editor: Editor, read: (editor: Editor) => T): T {
  return useSyncExternalStore(
    (changed) => {
      editor.on('transaction', changed);
      editor.on('focus', changed);
      editor.on('blur', changed);
      return () => {
        editor.off('transaction', changed);
        editor.off('focus', changed);
        editor.off('blur', changed);
      };
    },
    () => read(editor),
  );
}

/** Adds plugins to an open editor, before its own, for as long as the component shows. */
export function usePlugins(editor: Editor, plugins: readonly Plugin[]): void {
  useEffect(() => {
    const reconfigure = (change: (now: readonly Plugin[]) => Plugin[]) => {
      if (editor.isDestroyed) return;
      editor.view.updateState(editor.state.reconfigure({ plugins: change(editor.state.plugins) }));
    };
    reconfigure((now) => [...plugins, ...now]);
    return () => reconfigure((now) => now.filter((plugin) => !plugins.includes(plugin)));
  }, [editor, plugins]);
}
