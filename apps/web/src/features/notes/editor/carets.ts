import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import { afterFrame } from '@kring/collab-client';
import { isRemote } from './collaboration.ts';
import type { NoteBinding } from './note-binding.ts';
import { fromShared, fromWire, toShared, toWire } from './positions.ts';

/** How many colours carets come in; tokens `--caret-0` and on. */
export const caretColours = 12;

interface Caret {
  readonly clientId: number;
  readonly name: string;
  readonly colour: number;
  readonly anchor: number;
  readonly head: number;
  /** Changes when the caret moves: its label is then shown again. */
  readonly place: string;
}

const caretsKey = new PluginKey<DecorationSet>('carets');

function readCarets(awareness: Awareness, binding: NoteBinding, size: number): Caret[] {
  const carets: Caret[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID || clientId === binding.doc.clientID) continue;
    const range = fromWire(state['cursor']);
    const user = state['user'] as { name?: unknown; colour?: unknown } | undefined;
    if (range === null || typeof user?.name !== 'string') continue;
    const anchor = fromShared(binding, range.anchor, size);
    const head = fromShared(binding, range.head, size);
    if (anchor === null || head === null) continue;
    const colour = typeof user.colour === 'number' ? Math.abs(Math.trunc(user.colour)) % caretColours : 0;
    carets.push({ clientId, name: user.name, colour, anchor, head, place: JSON.stringify(state['cursor']) });
  }
  return carets;
}

function draw(state: EditorState, carets: Caret[]): DecorationSet {
  const decorations = carets.flatMap((caret) => {
    const [from, to] = [Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head)];
    const attributes = { class: 'note-selection', 'data-colour': String(caret.colour) };
    return [
      // A new key makes a new element, whose label then shows and fades again.
      Decoration.widget(caret.head, () => element(caret), {
        key: `${caret.clientId} ${caret.place}`,
        side: 10,
      }),
      ...(from < to ? [Decoration.inline(from, to, attributes)] : []),
    ];
  });
  return DecorationSet.create(state.doc, decorations);
}

function element(caret: Caret): HTMLElement {
  const line = document.createElement('span');
  line.className = 'note-caret';
  line.dataset['colour'] = String(caret.colour);
  line.dataset['client'] = String(caret.clientId);
  // Who is here is told in words elsewhere; read out in the middle of a sentence it would only disturb.
  line.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'note-caret-label';
  label.textContent = caret.name;
  line.append('\u2060', label, '\u2060');
  return line;
}

function sendOwn(view: EditorView, awareness: Awareness, binding: NoteBinding): void {
  const isHere = view.editable && view.hasFocus();
  const range = isHere ? toShared(binding, view.state.selection) : null;
  const next = range === null ? null : toWire(range);
  const now = (awareness.getLocalState()?.['cursor'] as unknown) ?? null;
  if (JSON.stringify(now) !== JSON.stringify(next)) awareness.setLocalStateField('cursor', next);
}

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

const isOnlyOwn = ({ added, updated, removed }: AwarenessChange, { clientID }: Awareness): boolean =>
  [...added, ...updated, ...removed].every((client) => client === clientID);

/**
 * Drawing puts the selection of the editor back on the screen. A click that the editor has not heard of yet would
 * be undone by it, so it reads the screen first.
 */
function readPendingSelection(view: EditorView): void {
  const { domObserver } = view as unknown as { domObserver?: { flush?: () => void } };
  if (!view.composing) domObserver?.flush?.();
}

function caretsPlugin(awareness: Awareness, binding: NoteBinding): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown, _previous, state) => {
        if (isRemote(tr) || tr.getMeta(caretsKey) !== undefined) {
          return draw(state, readCarets(awareness, binding, state.doc.content.size));
        }
        return tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown;
      },
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view: (view) => {
      let isWaiting = false;
      const redraw = () => {
        isWaiting = false;
        if (view.isDestroyed) return;
        readPendingSelection(view);
        view.dispatch(view.state.tr.setMeta(caretsKey, true));
      };
      const onChange = (change?: AwarenessChange) => {
        // My own caret is not drawn here, and moves with each key.
        if (isWaiting || (change !== undefined && isOnlyOwn(change, awareness))) return;
        isWaiting = true;
        requestAnimationFrame(redraw);
      };
      let isToSend = false;
      const send = () => {
        if (isToSend) return;
        isToSend = true;
        afterFrame(() => {
          isToSend = false;
          if (!view.isDestroyed) sendOwn(view, awareness, binding);
        });
      };
      awareness.on('change', onChange);
      view.dom.addEventListener('focusin', send);
      view.dom.addEventListener('focusout', send);
      onChange();
      return {
        update: send,
        destroy: () => {
          awareness.off('change', onChange);
          view.dom.removeEventListener('focusin', send);
          view.dom.removeEventListener('focusout', send);
          awareness.setLocalStateField('cursor', null);
        },
      };
    },
  });
}

/** Shows where others are, and tells them where I am. */
export const Carets = Extension.create<{ awareness: Awareness; binding: NoteBinding }>({
  name: 'carets',
  addProseMirrorPlugins() {
    return [caretsPlugin(this.options.awareness, this.options.binding)];
  },
});

/** Brings the caret of somebody into view. False when that person has none. */
export function showCaretOf(view: { readonly dom: ParentNode }, clientId: number): boolean {
  const caret = view.dom.querySelector(`.note-caret[data-client="${clientId}"]`);
  if (caret === null) return false;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  caret.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  caret.classList.add('note-caret-found');
  return true;
}
