import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { SectionAttributes, SectionTool } from '@kring/live-documents';
import type { FoldedSections } from '../../../../lib/sections/folded-sections.ts';
import { isBlank, shownStatus } from '../../../../lib/sections/section-commands.ts';
import { icon, made } from './section-elements.ts';
import { SectionHead, type SectionWords } from './section-head.ts';

export interface SectionViewOptions {
  readonly words: SectionWords;
  readonly folded: FoldedSections;
  toolAddress(tool: SectionTool): string | null;
  goTo(address: string): void;
  isEditable(): boolean;
}

let counter = 0;

/** A section as one sees it: its title line, its guidance until somebody writes, and its text. */
export class SectionView implements NodeView {
  readonly dom = made('section', 'note-section');
  readonly contentDOM = made('div', 'note-section-text');
  readonly #head: SectionHead;
  readonly #guidance = made('p', 'note-section-guidance');
  readonly #tool = made('a', 'note-section-tool');
  readonly #options: SectionViewOptions;
  #node: Node;
  #showsGuidance = false;

  constructor(node: Node, options: SectionViewOptions) {
    this.#node = node;
    this.#options = options;
    const id = `note-section-${++counter}`;
    this.#head = new SectionHead(id, options.words, {
      fold: () => this.fold(!this.isFolded),
      toggleGuidance: () => {
        this.#showsGuidance = !this.#showsGuidance;
        this.show();
      },
    });
    this.#head.opensMenus(() => this.key);
    this.contentDOM.id = `${id}-text`;
    this.#guidance.id = `${id}-guidance`;
    this.#guidance.contentEditable = 'false';
    this.#tool.contentEditable = 'false';
    this.#tool.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      options.goTo(this.#tool.getAttribute('href') ?? '/');
    });
    this.dom.setAttribute('aria-labelledby', this.#head.titleId);
    this.dom.append(this.#head.dom, this.#guidance, this.#tool, this.contentDOM);
    this.show();
  }

  get key(): string {
    return this.#section.key;
  }

  get isFolded(): boolean {
    return this.#options.folded.has(this.key);
  }

  get #section(): SectionAttributes {
    return this.#node.attrs as SectionAttributes;
  }

  fold(isFolded: boolean): void {
    if (isFolded === this.isFolded) return;
    this.#options.folded.set(this.key, isFolded);
    this.show();
  }

  focus(): void {
    this.#head.focus();
  }

  stepAside(): void {
    this.#head.stepAside();
  }

  /** Anew, also when the words or the right to write have changed. */
  show(): void {
    const section = this.#section;
    const blank = isBlank(this.#node);
    const { isFolded } = this;
    const toolAddress = section.tool === null ? null : this.#options.toolAddress(section.tool);
    this.#head.show({
      section,
      status: shownStatus(this.#node),
      isFolded,
      isBlank: blank,
      isEditable: this.#options.isEditable(),
      showsGuidance: this.#showsGuidance,
      toolAddress,
    });
    this.dom.dataset['section'] = section.key;
    this.dom.dataset['status'] = shownStatus(this.#node);
    this.dom.toggleAttribute('data-folded', isFolded);
    this.#guidance.textContent = section.guidance;
    this.#guidance.hidden = section.guidance === '' || !(blank || this.#showsGuidance);
    this.#tool.hidden = toolAddress === null;
    if (section.tool !== null && toolAddress !== null) {
      this.#tool.setAttribute('href', toolAddress);
      this.#tool.replaceChildren(this.#options.words.tool(section.tool), icon('go'));
    }
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type || node.attrs['key'] !== this.key) return false;
    const isSame = node.attrs === this.#node.attrs && isBlank(node) === isBlank(this.#node);
    this.#node = node;
    if (!isSame) this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && !this.contentDOM.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false;
    return mutation.target === this.contentDOM
      ? mutation.type === 'attributes'
      : !this.contentDOM.contains(mutation.target);
  }
}
