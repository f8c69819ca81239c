import { useMemo } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import {
  blockFrom,
  deleteBlock,
  duplicateBlock,
  insertBelow,
  moveBlock,
  moveBlockTo,
  type Block,
  type Direction,
} from './blocks.ts';
import { turnBlockInto, type KindId } from './kinds.ts';
import { openTypedMenu } from './typed-menu.ts';

export interface BlockActs {
  /** By the name of the item in the menu. */
  readonly ofMenu: Readonly<Record<string, (block: Block) => void>>;
  readonly turn: (block: Block, kind: KindId) => void;
  readonly move: (block: Block, direction: Direction) => void;
  readonly moveTo: (block: Block, gap: number) => void;
}

/** Acts on blocks, each of which is told to screen readers and undone as one. */
export function useBlockActs(
  { editor, history }: NoteEditor,
  announce: (text: string) => void,
  copyLink: (from: number, to: number) => void,
): BlockActs {
  const { t } = useTranslation('writing');
  return useMemo(() => {
    const { view } = editor;
    /** The block may have moved or changed while its menu was open: it is looked up anew. */
    const asOne = (block: Block, act: (block: Block) => string | null) => {
      const now = blockFrom(editor.state.doc, block.pos);
      if (now === null || now.node.type !== block.node.type || !editor.isEditable) return;
      history.manager.stopCapturing();
      const told = act(now);
      history.manager.stopCapturing();
      if (told) announce(told);
    };
    const move = (block: Block, direction: Direction) =>
      asOne(block, (now) => {
        if (moveBlock(view, now, direction))
          return t(direction === -1 ? 'handle.movedUp' : 'handle.movedDown');
        return t(direction === -1 ? 'handle.atTop' : 'handle.atBottom');
      });
    return {
      move,
      moveTo: (block, gap) => asOne(block, (now) => (moveBlockTo(view, now, gap) ? t('handle.moved') : null)),
      turn: (block, kind) =>
        asOne(block, (now) => {
          turnBlockInto(editor, now, kind);
          return t(`block.${kind}`);
        }),
      ofMenu: {
        below: (block) =>
          asOne(block, (now) => {
            insertBelow(view, now);
            openTypedMenu(view);
            return null;
          }),
        duplicate: (block) =>
          asOne(block, (now) => {
            duplicateBlock(view, now);
            return t('handle.duplicated');
          }),
        copyLink: (block) => copyLink(block.pos + 1, block.pos + block.node.nodeSize - 1),
        up: (block) => move(block, -1),
        down: (block) => move(block, 1),
        delete: (block) =>
          asOne(block, (now) => {
            deleteBlock(view, now);
            return t('handle.deleted');
          }),
      },
    };
  }, [editor, history, announce, copyLink, t]);
}
