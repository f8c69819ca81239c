import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { safeHref } from '@kring/live-documents';
import type { BlockOptions } from './block-options.ts';
import { element } from './element.ts';

interface Found {
  readonly node: Node;
  readonly position: number;
}

const none: readonly Found[] = [];
// Blocks that did not change are the same objects: only what changed is looked through again.
const perBlock = new WeakMap<Node, readonly Found[]>();

function footnotesIn(block: Node): readonly Found[] {
  const known = perBlock.get(block);
  if (known !== undefined) return known;
  const found: Found[] = [];
  block.descendants((node, position) => {
    if (node.type.name === 'footnote') found.push({ node, position });
  });
  // Most blocks have none, and share that.
  perBlock.set(block, found.length > 0 ? found : none);
  return found;
}

function allFootnotes(doc: Node): Found[] {
  const all: Found[] = [];
  let start = 1;
  for (const block of doc.children) {
    for (const { node, position } of footnotesIn(block)) all.push({ node, position: start + position });
    start += block.nodeSize;
  }
  return all;
}

function bringsFootnotes(before: Node, after: Node): boolean {
  for (let at = 0; at < after.childCount; at += 1) {
    const block = after.child(at);
    if (block !== before.maybeChild(at) && footnotesIn(block).length > 0) return true;
  }
  return false;
}

function focusFootnote(view: EditorView, index: number): void {
  const found = allFootnotes(view.state.doc)[index];
  const dom = found === undefined ? null : view.nodeDOM(found.position);
  if (!(dom instanceof HTMLElement)) return;
  dom.scrollIntoView({ block: 'center' });
  dom.focus();
}

function list(view: EditorView, found: readonly Found[], options: BlockOptions): HTMLElement {
  const items = found.map(({ node }, index) => {
    const href = safeHref(node.attrs['href']);
    const label = options.say('blocks.footnoteBack', { number: index + 1 });
    const back = element('button', { type: 'button', class: 'note-footnote-back', 'aria-label': label }, '↩');
    back.addEventListener('click', () => focusFootnote(view, index));
    const source =
      href === null ? [] : [' ', element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, href)];
    return element('li', { id: `noot-${index + 1}` }, String(node.attrs['text']), ...source, ' ', back);
  });
  const title = element('h2', { id: 'noten' }, options.say('blocks.footnotes'));
  const attributes = { class: 'note-footnotes', contenteditable: 'false', 'aria-labelledby': 'noten' };
  return element('section', attributes, title, element('ol', {}, ...items));
}

function decorate(doc: Node, options: BlockOptions): DecorationSet {
  const found = allFootnotes(doc);
  if (found.length === 0) return DecorationSet.empty;
  const numbers = found.map(({ position }, index) =>
    Decoration.node(position, position + 1, {}, { footnote: index + 1 }),
  );
  const key = found
    .map(({ node }) => `${String(node.attrs['text'])}\n${String(node.attrs['href'])}`)
    .join('\n');
  const foot = Decoration.widget(doc.content.size, (view) => list(view, found, options), {
    side: 1,
    key: `footnotes ${key}`,
    stopEvent: () => true,
    ignoreSelection: true,
  });
  return DecorationSet.create(doc, [...numbers, foot]);
}

const key = new PluginKey<DecorationSet>('footnotes');

/** Numbers the footnotes by their order, and lists them below the text. */
export function footnotesPlugin(options: BlockOptions): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: (_config, state: EditorState) => decorate(state.doc, options),
      apply: (tr, shown) => {
        if (!tr.docChanged) return shown;
        // At most keys there were none, and there come none.
        const staysWithout = shown === DecorationSet.empty && !bringsFootnotes(tr.before, tr.doc);
        return staysWithout ? shown : decorate(tr.doc, options);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
