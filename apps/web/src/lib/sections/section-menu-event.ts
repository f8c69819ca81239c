/** What somebody wants to change about a section. */
export type SectionMenuKind = 'status' | 'owner' | 'more';

export interface SectionMenuRequest {
  readonly kind: SectionMenuKind;
  readonly key: string;
  /** Where the menu opens, and where the focus goes back to. */
  readonly trigger: HTMLButtonElement;
}

const name = 'kring-section-menu';

/** Asks for a menu from within the text, which does not know what offers it. */
export function askForSectionMenu(request: SectionMenuRequest): void {
  const event = new CustomEvent<SectionMenuRequest>(name, { bubbles: true, detail: request });
  request.trigger.dispatchEvent(event);
}

export function onSectionMenu(text: HTMLElement, show: (request: SectionMenuRequest) => void): () => void {
  const listener = (event: Event) => show((event as CustomEvent<SectionMenuRequest>).detail);
  text.addEventListener(name, listener);
  return () => text.removeEventListener(name, listener);
}
