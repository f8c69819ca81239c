import { useEffect, useRef } from 'react';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, EditorView } from '@tiptap/pm/view';
import { noteSchema, type ComparedNode } from '@kring/live-documents';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import './history-text.css';

interface ShownTextProps {
  /** Of known nodes only. */
  doc: ComparedNode;
  decorations: readonly Decoration[];
  label: string;
}

/** A text of a note to look at, with what is marked in it. Nothing can be typed in it. */
export function ShownText({ doc, decorations, label }: ShownTextProps) {
  const mount = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(decorations);
  const { t } = useTranslation('history');

  useEffect(() => {
    if (!mount.current) return;
    const state = EditorState.create({ doc: noteSchema.nodeFromJSON(doc) });
    const made = new EditorView(mount.current, {
      state,
      editable: () => false,
      nodeViews: { taskItem: (node) => taskItem(node, t(node.attrs['checked'] ? 'task.done' : 'task.open')) },
      decorations: ({ doc: shown }) => marksIn(shown, latest.current, t('table')),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [doc, t]);

  useEffect(() => {
    latest.current = decorations;
    view.current?.setProps({
      decorations: ({ doc: shown }) => marksIn(shown, decorations, t('table')),
      attributes: { class: 'note-text history-text', role: 'article', tabindex: '0', 'aria-label': label },
    });
  }, [decorations, label, doc, t]);

  return <div ref={mount} />;
}

/** No caret scrolls a wide table here: it takes the focus itself. */
function marksIn(doc: Node, decorations: readonly Decoration[], tableName: string): DecorationSet {
  const tables: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name !== 'table') return !node.isTextblock;
    const attributes = { tabindex: '0', role: 'group', 'aria-label': tableName };
    tables.push(Decoration.node(pos, pos + node.nodeSize, attributes));
    return false;
  });
  return DecorationSet.create(doc, [...tables, ...decorations]);
}

/** A point of a checklist: its box tells how it stands, and cannot be ticked here. */
function taskItem(node: Node, state: string) {
  const dom = document.createElement('li');
  dom.dataset['checked'] = String(node.attrs['checked'] === true);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.disabled = true;
  box.checked = node.attrs['checked'] === true;
  box.setAttribute('aria-label', state);
  const label = document.createElement('label');
  label.contentEditable = 'false';
  label.append(box);
  const contentDOM = document.createElement('div');
  dom.append(label, contentDOM);
  return { dom, contentDOM };
}
