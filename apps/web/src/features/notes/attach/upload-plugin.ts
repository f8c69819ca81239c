import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

/** A file on its way into the text. It stands at its place for oneself alone, until it has come. */
export interface Upload {
  readonly id: number;
  readonly position: number;
  readonly dom: HTMLElement;
}

type Change =
  | { readonly type: 'begin'; readonly uploads: readonly Upload[] }
  | { readonly type: 'end'; readonly id: number };

const uploadsKey = new PluginKey<readonly Upload[]>('uploads');

export const uploadsIn = (state: EditorState): readonly Upload[] => uploadsKey.getState(state) ?? [];

export function changeUploads(tr: Transaction, change: Change): Transaction {
  return tr.setMeta(uploadsKey, change).setMeta('addToHistory', false);
}

/** Shows files on their way, and takes those that are pasted or dropped. */
export function uploadPlugin(take: (files: readonly File[], position: number) => void): Plugin {
  return new Plugin<readonly Upload[]>({
    key: uploadsKey,
    state: {
      init: () => [],
      apply(tr, uploads) {
        const change = tr.getMeta(uploadsKey) as Change | undefined;
        const moved = tr.docChanged
          ? uploads.map((upload) => ({ ...upload, position: tr.mapping.map(upload.position) }))
          : uploads;
        if (change?.type === 'begin') return [...moved, ...change.uploads];
        return change?.type === 'end' ? moved.filter(({ id }) => id !== change.id) : moved;
      },
    },
    props: {
      decorations: (state) => {
        const uploads = uploadsIn(state);
        if (uploads.length === 0) return null;
        const widgets = uploads.map(({ id, position, dom }) =>
          Decoration.widget(position, dom, { key: `upload-${id}`, side: 1, stopEvent: () => true }),
        );
        return DecorationSet.create(state.doc, widgets);
      },
      handlePaste: (view, event) => takeFrom(view, event.clipboardData, view.state.selection.to, take),
      handleDrop: (view, event) => {
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        return takeFrom(view, event.dataTransfer, place?.pos ?? view.state.selection.to, take);
      },
    },
  });
}

function takeFrom(
  view: EditorView,
  data: DataTransfer | null,
  position: number,
  take: (files: readonly File[], position: number) => void,
): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || !view.editable) return false;
  take(files, position);
  return true;
}
