import type { EditorView } from '@tiptap/pm/view';

/** A place between two outermost blocks. */
export interface Gap {
  readonly pos: number;
  readonly y: number;
  readonly left: number;
  readonly width: number;
}

/** The gap nearest to a height on the screen. */
export function gapAt(view: EditorView, y: number): Gap | null {
  let best: Gap | null = null;
  const consider = (gap: Gap) => {
    if (best === null || Math.abs(gap.y - y) < Math.abs(best.y - y)) best = gap;
  };
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'section') return true;
    const shown = view.nodeDOM(pos);
    if (!(shown instanceof HTMLElement)) return false;
    const { top, bottom, left, width } = shown.getBoundingClientRect();
    consider({ pos, y: top - 4, left, width });
    consider({ pos: pos + node.nodeSize, y: bottom + 4, left, width });
    return false;
  });
  return best;
}
