import { safeHref, toHref } from './safe-href.ts';

export interface FoundLink {
  readonly text: string;
  readonly href: string;
  readonly index: number;
}

// A name without https or www is an address only under a well-known ending: "zin.Daarna" is none.
const endings =
  'nl|eu|be|de|fr|uk|frl|amsterdam|org|com|net|info|int|gov|edu|io|dev|app|online|overheid|gemeente|brussels';
const bareName = new RegExp(
  `^(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:${endings})(?:[/?#:].*)?$`,
  'u',
);
const spelledOut = /^(?:https:\/\/|www\.)[^\s.]+\.[^\s]*[\p{L}\p{N}/]/iu;
const mailAddress = /^(?:mailto:)?[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;
const opening = /^[([{<'"“‘„«]+/u;
const closing = /[)\]}>'"”’»,.;:!?…]+$/u;

/** The part of a word that can be an address: brackets, quotes and the end of a sentence are no part of it. */
function trimmed(word: string): { text: string; start: number } {
  const start = opening.exec(word)?.[0].length ?? 0;
  let text = word.slice(start);
  const tail = closing.exec(text)?.[0] ?? '';
  text = text.slice(0, text.length - tail.length);
  // "…/wiki/Kring_(begrip)" ends with a bracket of its own.
  if (tail.startsWith(')') && text.includes('(') && !text.includes(')')) text += ')';
  return { text, start };
}

function hrefOf(text: string): string | null {
  if (mailAddress.test(text)) return safeHref(text.startsWith('mailto:') ? text : `mailto:${text}`);
  return spelledOut.test(text) || bareName.test(text) ? toHref(text) : null;
}

/** Addresses within a plain text, as one would link them by hand. `http:` is left alone: it may have no https. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  for (const match of text.matchAll(/[^\s\p{Z}]+/gu)) {
    if (match[0].length > 2_048) continue;
    const part = trimmed(match[0]);
    const href = hrefOf(part.text);
    if (href !== null) found.push({ text: part.text, href, index: match.index + part.start });
  }
  return found;
}
