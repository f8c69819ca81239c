import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type DragEvent,
  type RefObject,
} from 'react';
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { GripVertical, Plus } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { blockAt, blockFrom, currentBlock, type Block } from './blocks.ts';
import { gapAt, type Gap } from './drop-gap.ts';
import type { BlockActs } from './use-block-acts.ts';
import { useEditorValue } from './use-editor-value.ts';
import styles from './block-handle.module.css';

interface BlockHandleProps {
  editor: Editor;
  frame: RefObject<HTMLElement | null>;
  grip: RefObject<HTMLButtonElement | null>;
  acts: BlockActs;
  /** The block whose menu is open: the handle stays there. */
  held: Block | null;
  onOpen: (block: Block) => void;
}

/** The two buttons at the left of the block under the pointer, or of the one that the caret is in. */
export function BlockHandle({ editor, frame, grip, acts, held, onOpen }: BlockHandleProps) {
  const { t } = useTranslation('writing');
  const handle = useRef<HTMLDivElement>(null);
  const pointed = usePointedBlock(editor, frame);
  // Keyed by the document: a new state of the same text gives the same place.
  const caretPos = useEditorValue(editor, ({ state, isFocused }) =>
    isFocused ? (currentBlock(state)?.pos ?? -1) : -1,
  );
  const pos = held?.pos ?? (pointed >= 0 ? pointed : caretPos);
  const isBlock = useEditorValue(editor, ({ state }) => blockFrom(state.doc, pos) !== null);
  const [gap, setGap] = useDrag(editor, frame, acts, handle);
  usePlace(editor, frame, handle, isBlock ? pos : -1);

  if (!isBlock) return null;
  // As it is by then: each key makes another block of it.
  const withBlock = (act: (block: Block) => void) => {
    const block = blockFrom(editor.state.doc, pos);
    if (block !== null) act(block);
  };
  return (
    <>
      <div ref={handle} className={styles.handle} data-block-handle="" data-pos={pos}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.button}
          aria-label={t('handle.add')}
          title={t('handle.add')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            editor.commands.focus();
            withBlock((block) => acts.ofMenu['below']?.(block));
          }}
        >
          <Plus aria-hidden="true" />
        </button>
        <button
          ref={grip}
          type="button"
          tabIndex={-1}
          draggable
          className={styles.grip}
          aria-label={t('handle.open')}
          title={t('handle.drag')}
          aria-haspopup="menu"
          aria-expanded={held !== null}
          onClick={() => withBlock(onOpen)}
          onDragStart={(event) => withBlock((block) => startDrag(editor, block, event))}
          onDragEnd={() => setGap(null)}
        >
          <GripVertical aria-hidden="true" />
        </button>
      </div>
      {gap ? <DropLine gap={gap} frame={frame} /> : null}
    </>
  );
}

const dragType = 'application/x-kring-block';

function startDrag(editor: Editor, block: Block, event: DragEvent): void {
  event.dataTransfer.setData(dragType, String(block.pos));
  event.dataTransfer.effectAllowed = 'move';
  const shown = editor.view.nodeDOM(block.pos);
  if (shown instanceof HTMLElement) event.dataTransfer.setDragImage(shown, 0, 0);
}

/** Where the dragged block would land, while it is over the text; drops it there. */
function useDrag(
  editor: Editor,
  frame: RefObject<HTMLElement | null>,
  acts: BlockActs,
  handle: RefObject<HTMLElement | null>,
): [Gap | null, (gap: Gap | null) => void] {
  const [gap, setGap] = useState<Gap | null>(null);
  useEffect(() => {
    const area = frame.current;
    if (!area) return;
    const isOurs = (event: globalThis.DragEvent) => event.dataTransfer?.types.includes(dragType) === true;
    const onOver = (event: globalThis.DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setGap(gapAt(editor.view, event.clientY));
    };
    const onDrop = (event: globalThis.DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const block = blockFrom(editor.state.doc, Number(event.dataTransfer?.getData(dragType) ?? -1));
      const target = gapAt(editor.view, event.clientY);
      setGap(null);
      if (block && target) acts.moveTo(block, target.pos);
      editor.commands.focus();
    };
    const onLeave = (event: globalThis.DragEvent) => {
      if (!(event.relatedTarget instanceof Node && area.contains(event.relatedTarget))) setGap(null);
    };
    // Before the editor's own, which would take the block for text.
    area.addEventListener('dragover', onOver, true);
    area.addEventListener('drop', onDrop, true);
    area.addEventListener('dragleave', onLeave);
    return () => {
      area.removeEventListener('dragover', onOver, true);
      area.removeEventListener('drop', onDrop, true);
      area.removeEventListener('dragleave', onLeave);
    };
  }, [editor, frame, acts, handle]);
  return [gap, setGap];
}

function DropLine({ gap, frame }: { gap: Gap; frame: RefObject<HTMLElement | null> }) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!line.current || !frame.current) return;
    const box = frame.current.getBoundingClientRect();
    line.current.style.insetBlockStart = `${gap.y - box.top}px`;
    line.current.style.insetInlineStart = `${gap.left - box.left}px`;
    line.current.style.inlineSize = `${gap.width}px`;
  });
  return <div ref={line} className={styles.line} aria-hidden="true" />;
}

/** Keeps the handle beside its block. What one types moves it now and then: looked at once, with the frame that shows it. */
function usePlace(
  editor: Editor,
  frame: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  pos: number,
): void {
  const place = useCallback(() => {
    if (pos < 0 || editor.isDestroyed || !frame.current || !handle.current) return;
    placeBeside(editor, frame.current, handle.current, pos);
  }, [editor, frame, handle, pos]);
  useLayoutEffect(place);
  useEffect(() => {
    let waiting = 0;
    const later = ({ transaction }: { transaction: Transaction }) => {
      if (!transaction.docChanged) return;
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(place);
    };
    editor.on('transaction', later);
    return () => {
      editor.off('transaction', later);
      cancelAnimationFrame(waiting);
    };
  }, [editor, place]);
}

/** In line with the first words of the block, in the margin of the sheet. */
function placeBeside(editor: Editor, frame: HTMLElement, handle: HTMLElement, pos: number): void {
  const shown = editor.view.nodeDOM(pos);
  if (!(shown instanceof HTMLElement)) return;
  const box = frame.getBoundingClientRect();
  const words = shown.getBoundingClientRect();
  const text = editor.view.dom.getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(shown).lineHeight) || 28;
  const top = words.top - box.top + (Math.min(line, words.height) - handle.offsetHeight) / 2;
  handle.style.insetBlockStart = `${top}px`;
  handle.style.insetInlineStart = `${text.left - box.left - handle.offsetWidth - 4}px`;
}

/** The place of the block under the pointer, or -1. */
function usePointedBlock(editor: Editor, frame: RefObject<HTMLElement | null>): number {
  const [pos, setPos] = useState(-1);
  useEffect(() => {
    const area = frame.current;
    if (!area) return;
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      setPos(blockUnder(editor, event.clientY)?.pos ?? -1);
    };
    const onLeave = () => setPos(-1);
    // While one types the caret decides.
    const onType = () => setPos(-1);
    area.addEventListener('pointermove', onMove, { passive: true });
    area.addEventListener('pointerleave', onLeave);
    area.addEventListener('keydown', onType);
    return () => {
      area.removeEventListener('pointermove', onMove);
      area.removeEventListener('pointerleave', onLeave);
      area.removeEventListener('keydown', onType);
    };
  }, [editor, frame]);
  return pos;
}

function blockUnder(editor: Editor, y: number): Block | null {
  const text = editor.view.dom.getBoundingClientRect();
  if (y < text.top || y > text.bottom) return null;
  const found = editor.view.posAtCoords({ left: text.left + Math.min(80, text.width / 2), top: y });
  if (!found) return null;
  const { doc } = editor.state;
  return blockAt(doc.resolve(found.inside >= 0 ? Math.max(found.inside, found.pos) : found.pos));
}
