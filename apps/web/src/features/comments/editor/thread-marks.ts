import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { resolveAnchors } from '@kring/live-documents';
import type { CommentAnchor } from '@kring/contracts';
import { CalmDown } from '../../../lib/calm-down.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';

export interface MarkedThread {
  readonly id: string;
  readonly anchor: CommentAnchor | null;
}
/** Where a thread stands in the open text now. */
export interface ThreadPlace {
  readonly from: number;
  readonly to: number;
  /** All of its words are there. */
  readonly isWhole: boolean;
}
/** Null: its words are gone. What is not in it has not been looked up, or is about the whole note. */
export type ThreadPlaces = ReadonlyMap<string, ThreadPlace | null>;

const marksKey = new PluginKey<DecorationSet>('thread-marks');
/** Places are looked up once people pause, and move along with the text until then. */
const pause = 400;
/** Marks that went away with a block that somebody else changed are soon put back. */
const soon = 150;

/** Shows in the open text what threads are about: decorations only, the text itself stays as it is. */
export class ThreadMarks {
  readonly #handle: NoteHandle;
  readonly #listeners = new Set<() => void>();
  #threads: readonly MarkedThread[] = [];
  #active: string | null = null;
  #places: ThreadPlaces = new Map();
  #hasLost = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #calm = new CalmDown(pause, () => this.#lookUp());
  onPress: (threadId: string) => void = () => undefined;

  constructor(handle: NoteHandle) {
    this.#handle = handle;
  }

  get places(): ThreadPlaces {
    return this.#places;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Joins the editor; the answer leaves it again. */
  attach(): () => void {
    const { editor, doc } = this.#handle;
    editor.registerPlugin(this.#plugin());
    const changed = () => {
      if (this.#hasLost) this.#timer ??= setTimeout(() => this.#lookUp(), soon);
      else this.#calm.ask();
    };
    doc.on('update', changed);
    this.#lookUp();
    return () => {
      this.#stopWaiting();
      doc.off('update', changed);
      if (!editor.isDestroyed) editor.unregisterPlugin(marksKey);
    };
  }

  show(threads: readonly MarkedThread[], active: string | null): void {
    this.#threads = threads;
    this.#active = active;
    this.#lookUp();
  }

  /** Brings the words of a thread into view; false when they are not in the text. */
  goTo(threadId: string): boolean {
    if (this.#calm.isWaiting) this.#lookUp();
    const place = this.#places.get(threadId);
    const { editor } = this.#handle;
    if (!place || editor.isDestroyed) return false;
    const { node } = editor.view.domAtPos(place.from);
    const element = node instanceof HTMLElement ? node : node.parentElement;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
    return true;
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hasLost = false;
    this.#calm.cancel();
  }

  #lookUp(): void {
    this.#stopWaiting();
    const { editor, doc } = this.#handle;
    if (editor.isDestroyed) return;
    const anchored = this.#threads.flatMap(({ id, anchor }) => (anchor ? [{ id, anchor }] : []));
    const found = resolveAnchors(
      doc,
      anchored.map(({ anchor }) => anchor),
    );
    const places = new Map<string, ThreadPlace | null>();
    anchored.forEach(({ id }, at) => {
      const place = found[at];
      const from = place ? this.#handle.fromShared(place.start) : null;
      const to = place ? this.#handle.fromShared(place.end) : null;
      const isShown = place && from !== null && to !== null && from < to;
      places.set(id, isShown ? { from, to, isWhole: place.isWhole } : null);
    });
    editor.view.dispatch(editor.state.tr.setMeta(marksKey, places).setMeta('addToHistory', false));
    if (isSame(places, this.#places)) return;
    this.#places = places;
    for (const listener of [...this.#listeners]) listener();
  }

  #plugin(): Plugin<DecorationSet> {
    return new Plugin<DecorationSet>({
      key: marksKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, shown) => {
          const places = tr.getMeta(marksKey) as ThreadPlaces | undefined;
          if (places) return this.#draw(tr.doc, places);
          return tr.docChanged
            ? shown.map(tr.mapping, tr.doc, { onRemove: () => (this.#hasLost = true) })
            : shown;
        },
      },
      props: {
        decorations: (state) => marksKey.getState(state),
        handleClick: (view, pos) => {
          const found = marksKey.getState(view.state)?.find(pos, pos) ?? [];
          // Where several overlap, the shortest is what one points at.
          const [nearest] = found.toSorted((a, b) => a.to - a.from - (b.to - b.from));
          const id = (nearest?.spec as { threadId?: string } | undefined)?.threadId;
          if (id !== undefined && view.state.selection.empty) this.onPress(id);
          return false;
        },
      },
    });
  }

  #draw(doc: Parameters<typeof DecorationSet.create>[0], places: ThreadPlaces): DecorationSet {
    const { size } = doc.content;
    const marks = [...places].flatMap(([threadId, place]) => {
      if (!place || place.to > size) return [];
      const attributes = {
        class: 'note-thread',
        role: 'mark',
        'data-thread': threadId,
        ...(threadId === this.#active && { 'data-active': '' }),
      };
      return [Decoration.inline(place.from, place.to, attributes, { threadId })];
    });
    return DecorationSet.create(doc, marks);
  }
}

const known = new WeakMap<NoteHandle, ThreadMarks>();

/** The marks of an open note, the same for everybody who asks. */
export function marksOf(handle: NoteHandle): ThreadMarks {
  const marks = known.get(handle) ?? new ThreadMarks(handle);
  known.set(handle, marks);
  return marks;
}

function isSame(one: ThreadPlaces, other: ThreadPlaces): boolean {
  return (
    one.size === other.size &&
    [...one].every(([id, place]) => JSON.stringify(place) === JSON.stringify(other.get(id) ?? null))
  );
}
