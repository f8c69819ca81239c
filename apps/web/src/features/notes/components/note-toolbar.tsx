import { useRef, useState, type RefObject } from 'react';
import {
  Bold,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Plus,
  Redo2,
  RemoveFormatting,
  Strikethrough,
  Underline,
  Undo2,
} from 'lucide-react';
import { Group } from 'react-aria-components/Group';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { useHadFocus } from '../hooks/use-note-editor.ts';
import { useToolbarLook, type ToolbarLook } from '../hooks/use-toolbar-look.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { MoreMenu } from './more-menu.tsx';
import { StyleSelect } from './style-select.tsx';
import { TableMenu } from './table-menu.tsx';
import { ToolbarButton } from './toolbar-button.tsx';
import styles from './note-toolbar.module.css';

interface NoteToolbarProps {
  noteId: string;
  noteEditor: NoteEditor;
  onLink: () => void;
  /** Told to screen readers. */
  announce: (text: string) => void;
  /** Opens the list of everything that can be put in at the caret. */
  onInsert: () => void;
  /** Opens the menu of the block that the caret is in, beside this element. */
  onBlockMenu: (trigger: RefObject<Element | null>) => void;
  onFind: () => void;
}

const marks = [
  { name: 'bold', Icon: Bold, keys: 'Mod+B' },
  { name: 'italic', Icon: Italic, keys: 'Mod+I' },
  { name: 'underline', Icon: Underline, keys: 'Mod+U' },
  { name: 'strike', Icon: Strikethrough, keys: 'Mod+Shift+S' },
] as const;

/** The fixed toolbar of the sheet. */
export function NoteToolbar(props: NoteToolbarProps) {
  const { noteId, noteEditor, onLink, announce, onInsert, onBlockMenu, onFind } = props;
  const { t } = useTranslation('notes');
  const [showsKeys, setShowsKeys] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const { editor } = noteEditor;
  const look = useToolbarLook(noteEditor);
  // Before one has been in the text there is no place that the buttons could speak of.
  const isOn = useHadFocus(noteEditor) ? look.isOn : () => false;
  const inText = () => editor.chain().focus();

  function toggleMark(name: (typeof marks)[number]['name']) {
    inText().toggleMark(name).run();
    announce(t(editor.isActive(name) ? 'toolbar.on' : 'toolbar.off', { name: t(`toolbar.${name}`) }));
  }

  return (
    <>
      <div
        className={styles.bar}
        data-note-toolbar=""
        onKeyDownCapture={(event) => {
          if (event.key === 'Escape') editor.commands.focus();
        }}
      >
        <Toolbar aria-label={t('toolbar.label')} className={styles.toolbar}>
          <HistoryButtons noteEditor={noteEditor} look={look} />
          <StyleSelect editor={editor} isOn={look.isOn} announce={announce} />
          <Group aria-label={t('toolbar.marks')} className={styles.group}>
            {marks.map(({ name, Icon, keys }) => (
              <ToolbarButton
                key={name}
                label={t(`toolbar.${name}`)}
                keys={keys}
                icon={<Icon />}
                isActive={isOn(name)}
                onPress={() => toggleMark(name)}
              />
            ))}
            <ToolbarButton
              label={t('toolbar.clear')}
              icon={<RemoveFormatting />}
              onPress={() => {
                inText().unsetAllMarks().clearNodes().run();
                announce(t('toolbar.clear'));
              }}
            />
          </Group>
          <BlockButtons editor={editor} isOn={isOn} announce={announce} />
          <Group aria-label={t('toolbar.insert')} className={styles.group}>
            <ToolbarButton
              label={t('toolbar.link')}
              keys="Mod+K"
              icon={<Link />}
              isActive={isOn('link')}
              onPress={onLink}
            />
            <TableMenu editor={editor} isInside={look.isOn('table')} announce={announce} />
            <ToolbarButton label={t('toolbar.insert')} keys="/" icon={<Plus />} hasWords onPress={onInsert} />
            <MoreMenu
              noteId={noteId}
              ref={more}
              onFind={onFind}
              onBlockMenu={() => onBlockMenu(more)}
              onKeys={() => setShowsKeys(true)}
            />
          </Group>
        </Toolbar>
      </div>
      <KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
    </>
  );
}

function HistoryButtons({ noteEditor, look }: { noteEditor: NoteEditor; look: ToolbarLook }) {
  const { t } = useTranslation('notes');
  const { editor, history } = noteEditor;
  return (
    <Group aria-label={t('toolbar.history')} className={styles.group}>
      <ToolbarButton
        label={t('toolbar.undo')}
        keys="Mod+Z"
        icon={<Undo2 />}
        isDisabled={!look.canUndo}
        onPress={() => {
          history.undo();
          editor.commands.focus();
        }}
      />
      <ToolbarButton
        label={t('toolbar.redo')}
        keys="Mod+Y"
        icon={<Redo2 />}
        isDisabled={!look.canRedo}
        onPress={() => {
          history.redo();
          editor.commands.focus();
        }}
      />
    </Group>
  );
}

const blocks = [
  { name: 'bulletList', Icon: List, keys: 'Mod+Shift+8' },
  { name: 'orderedList', Icon: ListOrdered, keys: 'Mod+Shift+7' },
  { name: 'taskList', Icon: ListChecks, keys: 'Mod+Shift+9' },
] as const;

function BlockButtons({
  editor,
  isOn,
  announce,
}: {
  editor: NoteEditor['editor'];
  isOn: (name: string) => boolean;
  announce: NoteToolbarProps['announce'];
}) {
  const { t } = useTranslation('notes');

  function toggle(name: (typeof blocks)[number]['name']) {
    const inText = editor.chain().focus();
    if (name === 'bulletList') inText.toggleBulletList().run();
    else if (name === 'orderedList') inText.toggleOrderedList().run();
    else inText.toggleTaskList().run();
    announce(t(editor.isActive(name) ? 'toolbar.on' : 'toolbar.off', { name: t(`toolbar.${name}`) }));
  }

  return (
    <Group aria-label={t('toolbar.blocks')} className={styles.group}>
      {blocks.map(({ name, Icon, keys }) => (
        <ToolbarButton
          key={name}
          label={t(`toolbar.${name}`)}
          keys={keys}
          icon={<Icon />}
          isActive={isOn(name)}
          onPress={() => toggle(name)}
        />
      ))}
    </Group>
  );
}
