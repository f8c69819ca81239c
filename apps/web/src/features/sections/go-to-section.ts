import { Selection } from '@tiptap/pm/state';
import type { NoteHandle } from '../../lib/note-handle.ts';
import { findSection } from '../../lib/sections/section-commands.ts';

/** Brings a section into view, with the caret in it where one may write. False when it has gone. */
export function goToSection({ editor }: Pick<NoteHandle, 'editor'>, key: string): boolean {
  const section = findSection(editor.state.doc, key);
  if (section === null) return false;
  const { view, state } = editor;
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(section.position + 1), 1)));
  const shown = elementOf(view.dom, key);
  if (editor.isEditable) view.focus();
  else shown?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  shown?.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' });
  return true;
}

export function elementOf(text: HTMLElement, key: string): HTMLElement | null {
  return text.querySelector<HTMLElement>(`[data-section="${CSS.escape(key)}"]`);
}
