import type { Node } from '@tiptap/pm/model';
import type { Decoration, EditorView, NodeView } from '@tiptap/pm/view';
import { dateInWords, mentionAddress } from '@kring/live-documents';
import type { BlockOptions } from './block-options.ts';
import { element } from './element.ts';

/** Number of a footnote, as the plugin that counts them tells its view. */
const numberOf = (decorations: readonly Decoration[]): number | null => {
  for (const { spec } of decorations as readonly { spec: { footnote?: number } }[]) {
    if (spec.footnote !== undefined) return spec.footnote;
  }
  return null;
};

export function footnoteView(options: BlockOptions) {
  return (node: Node, view: EditorView, _getPos: unknown, decorations: readonly Decoration[]): NodeView => {
    const dom = element('sup', { class: 'note-footnote', role: 'button', tabindex: '-1' });
    const read = () => {
      if (view.editable) return;
      view.dom.querySelector<HTMLElement>(`#noot-${dom.textContent} button`)?.focus();
    };
    dom.addEventListener('click', read);
    dom.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') read();
    });
    function show(shown: Node, told: readonly Decoration[]): void {
      const number = numberOf(told) ?? 0;
      const text = String(shown.attrs['text']);
      dom.textContent = String(number || '•');
      dom.id = `noot-${number}-in`;
      dom.setAttribute('aria-label', options.say('blocks.footnoteName', { number, text }));
      dom.title = text;
    }
    show(node, decorations);
    return {
      dom,
      update: (updated, told) => {
        if (updated.type !== node.type) return false;
        show(updated, told);
        return true;
      },
      ignoreMutation: () => true,
    };
  };
}

export function dateView(options: BlockOptions) {
  return (node: Node): NodeView => {
    const value = String(node.attrs['value'] ?? '');
    const words = value === '' ? options.say('blocks.dateMissing') : dateInWords(value, options.language());
    return {
      dom: element('time', { class: 'note-date', datetime: value }, words),
      ignoreMutation: () => true,
    };
  };
}

export function mentionView(options: BlockOptions) {
  return (node: Node): NodeView => {
    const { kind, label } = node.attrs as {
      kind: 'person' | 'case' | 'organisation';
      label: string;
    };
    const words = `@${label || options.say('blocks.mentionMissing')}`;
    const name = options.say(`blocks.mention.${kind}`, { label });
    const attributes = { class: 'note-mention', 'data-kind': kind, title: name };
    const address = mentionAddress(node);
    const dom =
      address !== null
        ? element('a', { ...attributes, href: address }, words)
        : element('span', attributes, words);
    return { dom, ignoreMutation: () => true };
  };
}
