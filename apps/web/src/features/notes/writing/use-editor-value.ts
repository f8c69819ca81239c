import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Plugin, Transaction } from '@tiptap/pm/state';
import { CalmDown } from '../../../lib/calm-down.ts';

/** What this reads of the editor, renewed with each of its changes. It must return the same thing for the same state. */
export function useEditorValue<T>(editor: Editor, read: (editor: Editor) => T): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on('transaction', changed);
      editor.on('focus', changed);
      editor.on('blur', changed);
      return () => {
        editor.off('transaction', changed);
        editor.off('focus', changed);
        editor.off('blur', changed);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => read(editor));
}

/** Somebody who types looks at the words, not at what is told about the whole text. */
const pause = 400;

/**
 * The text, for what reads all of it: renewed once nobody has changed it for a moment, and no less than each second or
 * so while somebody does, in between two keys.
 */
export function useCalmDoc(editor: Editor): Node {
  const [doc, setDoc] = useState(editor.state.doc);
  useEffect(() => {
    const renew = () => {
      if (!editor.isDestroyed) setDoc(editor.state.doc);
    };
    const calm = new CalmDown(pause, renew);
    const onChange = ({ transaction }: { transaction: Transaction }) => {
      if (transaction.docChanged) calm.ask();
    };
    renew();
    editor.on('transaction', onChange);
    return () => {
      editor.off('transaction', onChange);
      calm.cancel();
    };
  }, [editor]);
  return doc;
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
