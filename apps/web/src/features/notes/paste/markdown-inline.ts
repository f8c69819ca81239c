import { findLinks, toHref } from '@kring/live-documents';

/** The words of the footnotes by their name. */
export type Notes = Map<string, string>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const pairs: readonly (readonly [sign: string, tag: string])[] = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 's'],
  ['==', 'mark'],
  ['*', 'em'],
  ['_', 'em'],
];
const bare = /^<(\/?)(u|sub|sup|mark|s|em|strong|b|i)>/;
const MAX_DEPTH = 8;

/** The words of a line of Markdown as HTML: marks, links, code and footnotes. */
export function inlineToHtml(text: string, notes: Notes, depth = 0): string {
  let html = '';
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 1_500);
    const found = depth < MAX_DEPTH ? next(rest, text[at - 1] ?? ' ', notes, depth) : null;
    if (found === null) {
      const plain = /^[^\\`*_~=[!<\n]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
      html += escapeHtml(plain);
      at += plain.length;
    } else {
      html += found.html;
      at += found.length;
    }
  }
  return html;
}

interface Found {
  readonly html: string;
  readonly length: number;
}

function next(rest: string, before: string, notes: Notes, depth: number): Found | null {
  switch (rest[0]) {
    case '\\':
      return escaped(rest);
    case '\n':
      return { html: ' ', length: 1 };
    case '`':
      return code(rest);
    case '!':
      return image(rest);
    case '[':
      return footnote(rest, notes) ?? link(rest, notes, depth);
    case '<':
      return angle(rest);
    case ' ':
      return null;
    default:
      return pair(rest, before, notes, depth);
  }
}

function escaped(rest: string): Found | null {
  if (rest[1] === '\n') return { html: '<br>', length: 2 };
  return /^[!-/:-@[-`{-~]$/.test(rest[1] ?? '') ? { html: escapeHtml(rest[1] ?? ''), length: 2 } : null;
}

function code(rest: string): Found | null {
  const fence = /^`+/.exec(rest)?.[0] ?? '`';
  const end = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(rest.slice(fence.length));
  if (end === null) return { html: fence, length: fence.length };
  const words = rest.slice(fence.length, fence.length + end.index).replace(/^ (.*[^ ].*) $/, '$1');
  return { html: `<code>${escapeHtml(words)}</code>`, length: fence.length * 2 + end.index };
}

/** Images stand on other sites: their words stay. */
function image(rest: string): Found | null {
  const found = /^!\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/.exec(rest);
  return found && { html: escapeHtml(found[1] ?? ''), length: found[0].length };
}

function footnote(rest: string, notes: Notes): Found | null {
  const found = /^\[\^([^\]\s]+)\]/.exec(rest);
  const text = found === null ? undefined : notes.get(found[1] ?? '');
  if (found === null || text === undefined) return null;
  const source = findLinks(text)[0];
  const words =
    source === undefined ? text : text.replace(`<${source.text}>`, '').replace(source.text, '').trim();
  const plain = (words === '' ? text : words).replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const href = source === undefined ? '' : ` data-href="${escapeHtml(source.href)}"`;
  return {
    html: `<span data-footnote data-text="${escapeHtml(plain)}"${href}></span>`,
    length: found[0].length,
  };
}

function link(rest: string, notes: Notes, depth: number): Found | null {
  const found = /^\[((?:\\.|[^[\]\\]|\[[^[\]]*\])*)\]\((?:<([^>\n]*)>|([^)\s]*))(?:\s+"[^"]*")?\)/.exec(rest);
  if (found === null) return null;
  const href = toHref(found[2] ?? found[3] ?? '');
  const words = inlineToHtml(found[1] ?? '', notes, depth + 1);
  return {
    html: href === null ? words : `<a href="${escapeHtml(href)}">${words}</a>`,
    length: found[0].length,
  };
}

function angle(rest: string): Found | null {
  const line = /^<br\s*\/?>/i.exec(rest)?.[0];
  if (line !== undefined) return { html: '<br>', length: line.length };
  const tag = bare.exec(rest);
  if (tag !== null) return { html: tag[0], length: tag[0].length };
  const address = /^<([^\s<>]+)>/.exec(rest)?.[1];
  const href = address === undefined ? null : (findLinks(address)[0]?.href ?? null);
  if (address === undefined || href === null) return null;
  return { html: `<a href="${escapeHtml(href)}">${escapeHtml(address)}</a>`, length: address.length + 2 };
}

function pair(rest: string, before: string, notes: Notes, depth: number): Found | null {
  for (const [sign, tag] of pairs) {
    if (!rest.startsWith(sign) || /^\s/.test(rest.slice(sign.length))) continue;
    // A line below a name, as in `een_twee_drie`, is no mark.
    if (sign.startsWith('_') && /[\p{L}\p{N}]/u.test(before)) continue;
    const end = closing(rest, sign);
    if (end === -1) continue;
    const words = inlineToHtml(rest.slice(sign.length, end), notes, depth + 1);
    return { html: `<${tag}>${words}</${tag}>`, length: end + sign.length };
  }
  return null;
}

function closing(rest: string, sign: string): number {
  for (let at = rest.indexOf(sign, sign.length); at !== -1; at = rest.indexOf(sign, at + 1)) {
    const isEscaped = rest[at - 1] === '\\' || /\s/.test(rest[at - 1] ?? ' ');
    const isLonger = sign.length === 1 && (rest[at + 1] === sign || rest[at - 1] === sign);
    if (!isEscaped && !isLonger && at > sign.length) return at;
  }
  return -1;
}
