import { findLinks } from '@kring/live-documents';

/** How Word, LibreOffice and Google Docs lead from the text to a note: the address of it, and where it leads back. */
const kinds = [
  { link: /^#_(?:ftn|edn)(\d+)$/, back: (number: string) => [`#_ftnref${number}`, `#_ednref${number}`] },
  { link: /^#sdfootnote(\d+)sym$/, back: (number: string) => [`#sdfootnote${number}anc`] },
  { link: /^#ftnt(\d+)$/, back: (number: string) => [`#ftnt_ref${number}`] },
];

function backLink(body: HTMLElement, addresses: readonly string[]): Element | null {
  return [...body.querySelectorAll('a[href]')].find((link) => addresses.includes(localPart(link))) ?? null;
}

/** Word writes the address of its own file before the name of a place. */
function localPart(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  return href.slice(Math.max(0, href.indexOf('#')));
}

/** Moves the text of each footnote to the place that refers to it. */
export function liftFootnotes(body: HTMLElement): void {
  const used: Element[] = [];
  for (const link of body.querySelectorAll('a[href*="#"]')) {
    const address = localPart(link);
    for (const kind of kinds) {
      const number = kind.link.exec(address)?.[1];
      if (number === undefined) continue;
      const back = backLink(body, kind.back(number));
      const note = back?.closest('p, li, div') ?? null;
      if (back === null || note === null || note.contains(link)) continue;
      back.remove();
      const text = (note.textContent ?? '')
        .replace(/\s+/g, ' ')
        .replace(/^\s*\[?\d*\]?\s*/, '')
        .trim();
      replace(link, text);
      used.push(note);
    }
  }
  for (const note of used) note.remove();
  for (const list of body.querySelectorAll('[data-css*="mso-element:footnote-list"], [id^="sdfootnote"]'))
    list.remove();
  // The line above the notes.
  if (used.length > 0) body.querySelector('hr[size="1"]')?.remove();
}

function replace(link: Element, text: string): void {
  const footnote = link.ownerDocument.createElement('span');
  footnote.setAttribute('data-footnote', '');
  const [source] = findLinks(text);
  const words =
    source === undefined
      ? text
      : text
          .replace(source.text, '')
          .replace(/\s+/g, ' ')
          .replace(/[\s,;:]+$/, '')
          .trim();
  footnote.setAttribute('data-text', words === '' ? text : words);
  if (source !== undefined) footnote.setAttribute('data-href', source.href);
  const mark = link.closest('sup') ?? link;
  mark.replaceWith(footnote);
}
