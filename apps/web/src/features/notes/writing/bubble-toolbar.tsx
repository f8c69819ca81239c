import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { Link2 } from 'lucide-react';
import { CellSelection } from '@tiptap/pm/tables';
import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/core';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { SelectionAct } from '../../../lib/selection-act.ts';
import { ToolbarButton } from '../components/toolbar-button.tsx';
import { CellButtons, MarkButtons, TurnIntoButton } from './bubble-buttons.tsx';
import { useEditorValue } from './use-editor-value.ts';
import styles from './bubble-toolbar.module.css';

interface BubbleToolbarProps {
  editor: Editor;
  frame: RefObject<HTMLElement | null>;
  isEditable: boolean;
  acts: readonly SelectionAct[];
  announce: (text: string) => void;
  onLink: () => void;
  copyLink: (from: number, to: number) => void;
}

/** What one can do with a selection, beside it. Shown once the pointer lets go, so that it does not flicker. */
export function BubbleToolbar(props: BubbleToolbarProps) {
  const { editor, frame } = props;
  const bubble = useRef<HTMLDivElement>(null);
  const isPointing = usePointing(editor);
  const [isDismissed, setDismissed] = useState(false);
  const selected = useEditorValue(editor, selectedRange);
  // Put away until other words are chosen, or the same once more.
  if (isDismissed && selected === '') setDismissed(false);
  const [focusWithin, setFocusWithin] = useState(false);
  const isHere = useEditorValue(editor, ({ isFocused, isEditable }) => isFocused || !isEditable);
  const isShown = selected !== '' && !isDismissed && !isPointing && (isHere || focusWithin);

  useLayoutEffect(() => {
    if (isShown && bubble.current && frame.current) placeAt(editor, frame.current, bubble.current);
  });
  useEffect(() => {
    if (!isShown) setFocusWithin(false);
  }, [isShown]);

  if (!isShown) return null;
  return (
    <div
      ref={bubble}
      className={styles.bubble}
      data-note-bubble=""
      onFocus={() => setFocusWithin(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocusWithin(false);
      }}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setDismissed(true);
        // At once: the command of the editor waits for a frame, and a key pressed meanwhile would go nowhere.
        if (editor.isEditable) editor.view.focus();
        else editor.view.dom.focus();
      }}
    >
      <Buttons {...props} isCells={selected.startsWith('cells')} />
    </div>
  );
}

function Buttons(props: BubbleToolbarProps & { isCells: boolean }) {
  const { editor, isEditable, acts, announce, onLink, copyLink, isCells } = props;
  const { t } = useTranslation('writing');
  return (
    <Toolbar aria-label={t('bubble.label')} className={styles.toolbar}>
      {isEditable && isCells ? <CellButtons editor={editor} announce={announce} /> : null}
      {/* First and in words: on a phone what follows has to be swiped to. */}
      {acts.map(({ id, label, icon, keys, run }) => (
        <ToolbarButton
          key={id}
          label={label}
          icon={icon}
          hasWords
          {...(keys && { keys })}
          onPress={() => {
            const { from, to } = editor.state.selection;
            run({ from, to });
          }}
        />
      ))}
      {isEditable && !isCells ? <TurnIntoButton editor={editor} announce={announce} /> : null}
      {isEditable ? <MarkButtons editor={editor} announce={announce} onLink={onLink} /> : null}
      <ToolbarButton
        label={t('bubble.copyLink')}
        icon={<Link2 />}
        onPress={() => copyLink(editor.state.selection.from, editor.state.selection.to)}
      />
    </Toolbar>
  );
}

/** A name of the selected words, or nothing where there are none. */
function selectedRange({ state: { selection, doc } }: Editor): string {
  const { from, to, empty } = selection;
  if (empty || selection instanceof NodeSelection) return '';
  if (selection instanceof CellSelection) return `cells ${from} ${to} ${selection.ranges.length}`;
  return doc.textBetween(from, to, ' ', ' ').trim() === '' ? '' : `text ${from} ${to}`;
}

/** Whether a pointer is selecting now, or dragging what is selected: nothing may stand in its way then. */
function usePointing(editor: Editor): boolean {
  const [isPointing, setPointing] = useState(false);
  useEffect(() => {
    const { dom } = editor.view;
    let frame = 0;
    let isDragging = false;
    const start = (event: Event) => {
      cancelAnimationFrame(frame);
      isDragging = event.type === 'dragstart';
      setPointing(true);
    };
    // The selection of a click that ends one comes right after it.
    const end = (event: Event) => {
      // A drag takes the pointer over, and goes on until something is dropped.
      if (isDragging && event.type === 'pointercancel') return;
      isDragging = false;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPointing(false));
    };
    const [starts, ends] = [
      ['pointerdown', 'dragstart'],
      ['pointerup', 'pointercancel', 'dragend', 'drop'],
    ];
    for (const type of starts) dom.addEventListener(type, start);
    for (const type of ends) window.addEventListener(type, end, true);
    return () => {
      cancelAnimationFrame(frame);
      for (const type of starts) dom.removeEventListener(type, start);
      for (const type of ends) window.removeEventListener(type, end, true);
    };
  }, [editor]);
  return isPointing;
}

const gap = 8;
/** The handles of a selection on a touch screen hang below it, and its own menu stands above. */
const touchGap = 28;

function placeAt(editor: Editor, frame: HTMLElement, bubble: HTMLElement): void {
  const { from, to } = editor.state.selection;
  const start = editor.view.coordsAtPos(from, 1);
  const end = editor.view.coordsAtPos(to, -1);
  const box = frame.getBoundingClientRect();
  const bar = frame.querySelector('[data-note-toolbar]')?.getBoundingClientRect();
  const ceiling = bar && bar.top <= start.top ? Math.max(bar.bottom, 0) : 0;
  const isTouch = window.matchMedia('(pointer: coarse)').matches;
  const above = start.top - bubble.offsetHeight - gap;
  const isBelow = isTouch || above < ceiling;
  const top = isBelow ? end.bottom + (isTouch ? touchGap : gap) : above;
  const isOneLine = Math.abs(start.top - end.top) < 4;
  const middle = isOneLine ? (start.left + end.right) / 2 : start.left + bubble.offsetWidth / 2;
  const left = middle - box.left - bubble.offsetWidth / 2;
  const most = box.width - bubble.offsetWidth - gap;
  bubble.style.insetInlineStart = `${Math.max(gap, Math.min(left, most))}px`;
  bubble.style.insetBlockStart = `${top - box.top}px`;
}
