import type { SectionAttributes, SectionStatus, SectionTool } from '@kring/live-documents';
import { askForSectionMenu, type SectionMenuKind } from '../../../../lib/sections/section-menu-event.ts';
import { icon, initials, made } from './section-elements.ts';

export interface SectionWords {
  /** Name of the line of buttons of a section. */
  head(title: string): string;
  status(status: SectionStatus): string;
  statusButton(title: string, status: SectionStatus): string;
  /** As the owner is called here; empty for nobody. */
  owner(section: SectionAttributes): string;
  ownerButton(title: string, owner: string): string;
  noOwner(): string;
  required(): string;
  guidance(): string;
  more(title: string): string;
  /** In the empty line of a section in which one may write, and in which one may not. */
  placeholder(isEditable: boolean): string;
  tool(tool: SectionTool): string;
}

export interface SectionHeadState {
  readonly section: SectionAttributes;
  readonly status: SectionStatus;
  readonly isFolded: boolean;
  readonly isBlank: boolean;
  readonly isEditable: boolean;
  readonly showsGuidance: boolean;
  /** Where the page is that the section is about; null when there is none. */
  readonly toolAddress: string | null;
}

interface HeadActs {
  fold(): void;
  toggleGuidance(): void;
}

/** The title line of a section with its buttons: one stop for Tab, arrows between them. */
export class SectionHead {
  readonly dom = made('header', 'note-section-head');
  readonly titleId: string;
  readonly #words: SectionWords;
  readonly #fold = made('button', 'note-section-fold');
  readonly #title = made('span', 'note-section-title');
  readonly #required = made('span', 'note-section-required');
  readonly #status = made('button', 'note-section-button');
  readonly #owner = made('button', 'note-section-button');
  readonly #guidance = made('button', 'note-section-button');
  readonly #more = made('button', 'note-section-button note-section-more');

  constructor(id: string, words: SectionWords, { fold, toggleGuidance }: HeadActs) {
    this.#words = words;
    this.titleId = `${id}-title`;
    this.dom.contentEditable = 'false';
    this.dom.setAttribute('role', 'toolbar');
    const heading = made('h2', 'note-section-heading');
    this.#title.id = this.titleId;
    this.#fold.setAttribute('aria-controls', `${id}-text`);
    this.#fold.append(icon('fold'), this.#title);
    heading.append(this.#fold);
    const acts = made('span', 'note-section-acts');
    acts.append(this.#required, this.#status, this.#owner, this.#guidance, this.#more);
    this.dom.append(heading, acts);
    this.#fold.addEventListener('click', fold);
    this.#guidance.addEventListener('click', toggleGuidance);
    this.#guidance.setAttribute('aria-controls', `${id}-guidance`);
    this.dom.addEventListener('keydown', (event) => this.#move(event));
    this.dom.addEventListener('focusin', (event) => this.#settle(event.target));
  }

  /** The buttons that open a menu need to know which section they are of when they are pressed. */
  opensMenus(keyOf: () => string): void {
    const menus: [HTMLButtonElement, SectionMenuKind][] = [
      [this.#status, 'status'],
      [this.#owner, 'owner'],
      [this.#more, 'more'],
    ];
    for (const [trigger, kind] of menus) {
      trigger.setAttribute('aria-haspopup', 'menu');
      trigger.addEventListener('click', () => askForSectionMenu({ kind, key: keyOf(), trigger }));
    }
  }

  show(state: SectionHeadState): void {
    const { section, status, isFolded, isBlank, isEditable, showsGuidance } = state;
    const words = this.#words;
    const { title } = section;
    this.dom.setAttribute('aria-label', words.head(title));
    this.#title.textContent = title;
    this.#fold.setAttribute('aria-expanded', String(!isFolded));
    this.#required.textContent = section.isRequired ? words.required() : '';
    this.#required.hidden = !section.isRequired;
    this.#status.replaceChildren(icon(status), words.status(status));
    this.#status.setAttribute('aria-label', words.statusButton(title, status));
    const owner = words.owner(section);
    this.#owner.replaceChildren(
      ...(owner === '' ? [icon('owner')] : [initials(section.ownerName)]),
      owner || words.noOwner(),
    );
    this.#owner.setAttribute('aria-label', words.ownerButton(title, owner));
    for (const button of [this.#status, this.#owner]) {
      // Who may only read sees the same words, and nothing to press.
      button.disabled = !isEditable;
    }
    this.#guidance.replaceChildren(icon('guidance'), words.guidance());
    this.#guidance.hidden = section.guidance === '' || isBlank || isFolded;
    this.#guidance.setAttribute('aria-expanded', String(showsGuidance));
    this.#more.hidden = !isEditable;
    this.#more.replaceChildren(icon('more'));
    this.#more.setAttribute('aria-label', words.more(title));
    this.#more.title = words.more(title);
    this.#settle(document.activeElement);
  }

  focus(): void {
    this.#fold.focus();
  }

  /** Not a stop for Tab until the key that is being handled is done. */
  stepAside(): void {
    for (const button of this.#all) button.tabIndex = -1;
    setTimeout(() => this.#settle(document.activeElement));
  }

  get #all(): HTMLButtonElement[] {
    return [this.#fold, this.#status, this.#owner, this.#guidance, this.#more];
  }

  get #buttons(): HTMLButtonElement[] {
    return this.#all.filter((button) => !button.hidden && !button.disabled);
  }

  #settle(focused: EventTarget | null): void {
    const buttons = this.#buttons;
    const current = buttons.find((button) => button === focused) ?? this.#fold;
    for (const button of this.#all) {
      button.tabIndex = button === current ? 0 : -1;
    }
  }

  #move(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button === document.activeElement);
    const last = buttons.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(last, to))]?.focus();
  }
}
