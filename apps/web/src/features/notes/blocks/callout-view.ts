import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { calloutKinds, noteWords, type CalloutKind } from '@kring/live-documents';
import type { BlockOptions } from './block-options.ts';
import { element, icon } from './element.ts';

/** A callout with its kind as icon and word. While one writes the word is a choice. */
export function calloutView(options: BlockOptions) {
  return (node: Node, view: EditorView, getPos: () => number | undefined): NodeView => {
    const words = noteWords[options.language()].callouts;
    const sign = element('span', { class: 'note-callout-sign' });
    const word = element('span', { class: 'note-callout-word' });
    const choice = element('select', { 'aria-label': options.say('blocks.calloutKind') });
    for (const kind of calloutKinds) choice.append(element('option', { value: kind }, words[kind]));
    const head = element('div', { class: 'note-callout-head', contenteditable: 'false' }, sign, word, choice);
    const contentDOM = element('div', { class: 'note-callout-body' });
    const dom = element('div', { class: 'note-callout', role: 'note' }, head, contentDOM);

    function show(shown: Node): void {
      const kind = shown.attrs['kind'] as CalloutKind;
      dom.dataset['kind'] = kind;
      dom.setAttribute('aria-label', words[kind]);
      sign.replaceChildren(icon(kind));
      word.textContent = words[kind];
      choice.value = kind;
    }
    choice.addEventListener('change', () => {
      const position = getPos();
      if (position === undefined) return;
      view.dispatch(view.state.tr.setNodeAttribute(position, 'kind', choice.value));
      options.announce(words[choice.value as CalloutKind]);
    });
    show(node);
    return {
      dom,
      contentDOM,
      update: (updated) => {
        if (updated.type !== node.type) return false;
        show(updated);
        return true;
      },
      stopEvent: (event) => head.contains(event.target as globalThis.Node | null),
      ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    };
  };
}
