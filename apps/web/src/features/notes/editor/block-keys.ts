import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { noteWords, type CalloutKind } from '@kring/live-documents';
import type { BlockOptions } from '../blocks/block-options.ts';

type Say = BlockOptions['say'];
type WordKey = Parameters<Say>[0];

interface Act {
  readonly key: string;
  readonly word: WordKey;
  readonly active: readonly [name: string, attributes?: Readonly<Record<string, unknown>>];
  readonly run: (editor: Editor) => boolean;
}

const heading = (key: number, level: 1 | 2 | 3): Act => ({
  key: `Mod-Alt-${key}`,
  word: `toolbar.heading${level}`,
  active: ['heading', { level }],
  run: ({ commands }) => commands.toggleHeading({ level }),
});

/** Keys that change what a block or the words are; each is told to screen readers. */
export const blockActs: readonly Act[] = [
  {
    key: 'Mod-Alt-0',
    word: 'toolbar.paragraph',
    active: ['paragraph'],
    run: ({ commands }) => commands.setParagraph(),
  },
  heading(1, 1),
  heading(2, 2),
  heading(3, 3),
  // There are three levels: what Word calls the fourth is the third here, as in a paste.
  heading(4, 3),
  {
    key: 'Mod-Shift-7',
    word: 'toolbar.orderedList',
    active: ['orderedList'],
    run: ({ commands }) => commands.toggleOrderedList(),
  },
  {
    key: 'Mod-Shift-8',
    word: 'toolbar.bulletList',
    active: ['bulletList'],
    run: ({ commands }) => commands.toggleBulletList(),
  },
  {
    key: 'Mod-Shift-9',
    word: 'toolbar.taskList',
    active: ['taskList'],
    run: ({ commands }) => commands.toggleTaskList(),
  },
  {
    key: 'Mod-Shift-b',
    word: 'toolbar.blockquote',
    active: ['blockquote'],
    run: ({ commands }) => commands.toggleBlockquote(),
  },
  {
    key: 'Mod-Alt-c',
    word: 'blocks.codeBlock',
    active: ['codeBlock'],
    run: ({ commands }) => commands.toggleCodeBlock(),
  },
  { key: 'Mod-b', word: 'toolbar.bold', active: ['bold'], run: ({ commands }) => commands.toggleBold() },
  {
    key: 'Mod-i',
    word: 'toolbar.italic',
    active: ['italic'],
    run: ({ commands }) => commands.toggleItalic(),
  },
  {
    key: 'Mod-u',
    word: 'toolbar.underline',
    active: ['underline'],
    run: ({ commands }) => commands.toggleUnderline(),
  },
  {
    key: 'Mod-Shift-s',
    word: 'toolbar.strike',
    active: ['strike'],
    run: ({ commands }) => commands.toggleStrike(),
  },
  { key: 'Mod-e', word: 'toolbar.code', active: ['code'], run: ({ commands }) => commands.toggleCode() },
  {
    key: 'Mod-Shift-h',
    word: 'blocks.highlight',
    active: ['highlight'],
    run: ({ commands }) => commands.toggleHighlight(),
  },
  {
    key: 'Mod-.',
    word: 'blocks.superscript',
    active: ['superscript'],
    run: ({ commands }) => commands.toggleSuperscript(),
  },
  {
    key: 'Mod-,',
    word: 'blocks.subscript',
    active: ['subscript'],
    run: ({ commands }) => commands.toggleSubscript(),
  },
];

/** What the caret stands in, in words: the innermost block that is more than a paragraph. */
function blockInWords({ selection: { $from } }: EditorState, { say, language }: BlockOptions): string {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    const name = node.type.name;
    if (name === 'callout') return noteWords[language()].callouts[node.attrs['kind'] as CalloutKind];
    if (name === 'heading') return say(`toolbar.heading${node.attrs['level'] as 1 | 2 | 3}`);
    const word = wordOf[name];
    if (word !== undefined) return say(word);
  }
  return say('toolbar.paragraph');
}

const wordOf: Readonly<Record<string, WordKey | undefined>> = {
  codeBlock: 'blocks.codeBlock',
  details: 'blocks.details',
  quoteSource: 'blocks.quoteSource',
  blockquote: 'toolbar.blockquote',
  bulletList: 'toolbar.bulletList',
  orderedList: 'toolbar.orderedList',
  taskList: 'toolbar.taskList',
  table: 'toolbar.table',
};

const ruleKey = new PluginKey<number>('told-rules');

/** Tells what a typing rule made of the block. */
function tellRules(editor: Editor, options: BlockOptions): Plugin<number> {
  const isRule = (tr: Transaction) =>
    editor.state.plugins.some((plugin) => 'isInputRules' in plugin.spec && tr.getMeta(plugin) !== undefined);
  return new Plugin<number>({
    key: ruleKey,
    state: { init: () => 0, apply: (tr, count) => (isRule(tr) ? count + 1 : count) },
    view: () => ({
      update: ({ state }, previous) => {
        if (ruleKey.getState(state) === ruleKey.getState(previous)) return;
        const [was, is] = [blockInWords(previous, options), blockInWords(state, options)];
        if (was !== is) options.announce(is);
      },
    }),
  });
}

const parentName = ({ state }: Editor): string => state.selection.$from.parent.type.name;

/** Enter in a summary goes on below it; after the source of a quote it leaves the quote. */
function enter(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const name = parentName(editor);
  if (!empty || (name !== 'detailsSummary' && name !== 'quoteSource')) return false;
  const { tr, schema } = editor.state;
  const paragraph = schema.nodes['paragraph']?.create();
  if (!paragraph) return false;
  const after = name === 'quoteSource' ? $from.after(-1) : $from.after();
  if (name === 'quoteSource') tr.insert(after, paragraph);
  tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView();
  editor.view.dispatch(tr);
  return true;
}

/** Backspace at the very start of such a block makes it ordinary text again. */
function backspace(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (editor.commands.undoInputRule()) return true;
  const name = parentName(editor);
  if (name === 'detailsSummary') return editor.commands.unsetDetails();
  if (name === 'codeBlock' || name === 'quoteSource') return editor.commands.setNode('paragraph');
  if ($from.depth > 1 && $from.node(-1).type.name === 'callout' && $from.index(-1) === 0)
    return editor.commands.lift('callout');
  return false;
}

/** A third Enter at the end of code leaves it. */
function leaveCode(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== 'codeBlock' || $from.parentOffset !== $from.parent.content.size)
    return false;
  if (!$from.parent.textContent.endsWith('\n\n')) return false;
  return editor
    .chain()
    .deleteRange({ from: $from.pos - 2, to: $from.pos })
    .exitCode()
    .run();
}

function tabInCode(editor: Editor): boolean {
  return editor.isActive('codeBlock') && editor.commands.insertContent('  ');
}

/** Keys of blocks and words, told to screen readers where they change something. */
export const BlockKeys = Extension.create<BlockOptions>({
  name: 'blockKeys',
  // Before the keys of the nodes themselves, which tell nobody what they did.
  priority: 1_050,

  addKeyboardShortcuts() {
    const { editor, options } = this;
    const acts = blockActs.map((act) => [
      act.key,
      () => {
        if (!act.run(editor)) return false;
        const name = options.say(act.word);
        const isOn = editor.isActive(...act.active);
        if (act.key.startsWith('Mod-Alt-')) options.announce(blockInWords(editor.state, options));
        else options.announce(options.say(isOn ? 'toolbar.on' : 'toolbar.off', { name }));
        return true;
      },
    ]);
    return {
      ...Object.fromEntries(acts),
      Enter: () => enter(editor) || leaveCode(editor),
      Backspace: () => backspace(editor),
      Tab: () => tabInCode(editor),
    };
  },

  addProseMirrorPlugins() {
    return [tellRules(this.editor, this.options)];
  },
});
