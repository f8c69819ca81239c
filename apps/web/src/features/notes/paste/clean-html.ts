import { toHref } from '@kring/live-documents';
import { liftFootnotes } from './footnotes.ts';
import { nestLists } from './lists.ts';
import { wordLists } from './word-lists.ts';

const gone = [
  'script, style, meta, link, title, template, noscript, xml, object, embed, iframe, frame, applet',
  'img, svg, canvas, video, audio, picture, map, math',
  'button, input:not([type="checkbox"]), select, textarea, dialog, progress, meter',
  '[hidden], [aria-hidden="true"]',
  // What was struck out under tracked changes, comments in the margin and their marks, a generated table of contents.
  'del, .msoDel, [data-css*="mso-element:comment"], [data-css*="mso-element: comment"], .MsoCommentReference',
  '.MsoCommentText, .msocomtxt, .msocomanchor, .msocomoff, a[href^="#_msocom"], [data-css*="mso-hide:all"]',
  '[class^="MsoToc"], #toc, .sdfootnotesym-margin',
].join(', ');

/** Classes of Word that say what a paragraph is. */
const wordStyles: readonly (readonly [pattern: RegExp, tag: string])[] = [
  [/^MsoTitle/, 'h1'],
  [/^Mso(?:Intense)?Quote/, 'blockquote'],
];

/** Attributes that may stay, by element; all others are fonts, colours and debris. */
const kept: Readonly<Record<string, readonly string[]>> = {
  A: ['href'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
  OL: ['start'],
  UL: ['data-type'],
  LI: ['data-type', 'data-checked'],
  SPAN: ['data-footnote', 'data-text', 'data-href'],
};

type Style = ReadonlyMap<string, string>;

const inlineStyles: readonly (readonly [tag: string, applies: (style: Style) => boolean])[] = [
  ['strong', (style) => /^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '')],
  ['em', (style) => /^(?:italic|oblique)$/.test(style.get('font-style') ?? '')],
  ['u', (style) => isLined(style, 'underline')],
  ['s', (style) => isLined(style, 'line-through')],
  ['sup', (style) => style.get('vertical-align') === 'super'],
  ['sub', (style) => style.get('vertical-align') === 'sub'],
];
const isLined = (style: Style, line: string): boolean =>
  `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`.includes(line);
const heading = 'h1, h2, h3, h4, h5, h6';
const block = 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, hr, div';

/**
 * What was copied elsewhere as plain HTML: headings, lists, tables, links, bold and italic stay, and nothing else does.
 * The result is read through the schema of the note, which decides what may stand where.
 */
export function cleanHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(readable(html), 'text/html');
  removeComments(body);
  for (const element of body.querySelectorAll(gone)) element.remove();
  for (const element of body.querySelectorAll('[data-css]')) {
    if (styleOf(element).get('display') === 'none') element.remove();
  }
  liftFootnotes(body);
  wordLists(body);
  namedStyles(body);
  styledWords(body);
  for (const element of body.querySelectorAll('ins, font, center, label, figure')) unwrap(element);
  nestLists(body);
  tables(body);
  links(body);
  plainAttributes(body);
  spaces(body);
  emptyBlocks(body);
  return body.innerHTML;
}

/**
 * The HTML as a browser can read it here. Word wraps the signs of its lists in conditional comments of a kind that HTML
 * does not know; and styles and
 * handlers get another name, since the security policy would report each of them.
 */
function readable(html: string): string {
  return html
    .replace(/<style\b[^>]*>[^]*?<\/style\s*>/gi, '')
    .replace(/<!\[(?:if|endif)[^>]*>/gi, '')
    .replace(/<\/?[a-z]+:[^>]*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=/gi, ' data-css=').replace(/\son\w+\s*=/gi, ' data-off='),
    );
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

export function rename(element: Element, tag: string): HTMLElement {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function removeComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as ChildNode);
  for (const comment of found) comment.remove();
}

function namedStyles(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p[class]')) {
    const style = wordStyles.find(([pattern]) => pattern.test(paragraph.className));
    if (style === undefined) continue;
    const made = rename(paragraph, style[1]);
    if (style[1] === 'blockquote') made.innerHTML = `<p>${made.innerHTML}</p>`;
  }
}

// Read as text: the security policy lets no style of another page apply, not even to be read.
function styleOf(element: Element): Style {
  const declarations = (element.getAttribute('data-css') ?? '').split(';');
  return new Map(
    declarations.map((declaration) => {
      const colon = declaration.indexOf(':');
      return [
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ];
    }),
  );
}

/** Bold and the like that stand in a style become elements; an element that a style undoes goes. */
function styledWords(body: HTMLElement): void {
  for (const element of body.querySelectorAll('b, strong, i, em')) {
    const style = styleOf(element);
    const isBold = /^(?:B|STRONG)$/.test(element.tagName);
    const isUndone = isBold
      ? /^(?:normal|[1-4]00)$/.test(style.get('font-weight') ?? '')
      : style.get('font-style') === 'normal';
    if (isUndone || element.closest(`${heading}, th, thead`) !== null) unwrap(element);
  }
  for (const span of body.querySelectorAll('span[data-css]')) {
    const style = styleOf(span);
    for (const [tag, applies] of inlineStyles) {
      const isLook = tag === 'strong' || tag === 'em' || tag === 'u';
      if (isLook && span.closest(`${heading}, th, thead`) !== null) continue;
      if ((tag === 'u' && span.closest('a') !== null) || !applies(style)) continue;
      const made = span.ownerDocument.createElement(tag);
      made.append(...span.childNodes);
      span.append(made);
    }
  }
}

function tables(body: HTMLElement): void {
  for (const caption of body.querySelectorAll('table > caption')) {
    const table = caption.parentElement;
    const words = rename(caption, 'p');
    table?.before(words);
  }
  for (const cell of body.querySelectorAll('thead td')) {
    const made = rename(cell, 'th');
    for (const name of ['colspan', 'rowspan']) made.setAttribute(name, cell.getAttribute(name) ?? '1');
  }
  for (const table of body.querySelectorAll('table')) {
    const cells = table.querySelectorAll('td, th');
    // A table of one cell is a frame around text.
    const [only] = cells;
    if (cells.length === 1 && only !== undefined) table.replaceWith(...only.childNodes);
    else emptyEdges(table);
  }
}

/** A sheet is copied with empty columns and rows at its end. */
function emptyEdges(table: HTMLTableElement): void {
  const isEmpty = (element: Element | undefined) => (element?.textContent ?? '').trim() === '';
  const rows = [...table.rows];
  while (rows.length > 1 && isEmpty(rows.at(-1))) rows.pop()?.remove();
  const hasSpans = table.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])') !== null;
  if (hasSpans) return;
  while (rows.every((row) => row.cells.length > 1 && isEmpty([...row.cells].at(-1))))
    for (const row of rows) row.deleteCell(-1);
}

function links(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    const href = address.startsWith('#') || address.includes('#_Toc') ? null : toHref(direct(address));
    if (href === null) unwrap(link);
    else link.setAttribute('href', href);
  }
}

/** Google Docs puts its own address before those in a text. */
function direct(address: string): string {
  const url = URL.parse(address);
  const isDetour = url?.hostname === 'www.google.com' && url.pathname === '/url';
  return (isDetour ? url.searchParams.get('q') : null) ?? address;
}

function plainAttributes(body: HTMLElement): void {
  for (const element of body.querySelectorAll('*')) {
    const allowed = kept[element.tagName] ?? [];
    for (const { name } of [...element.attributes])
      if (!allowed.includes(name)) element.removeAttribute(name);
  }
}

function spaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement?.closest('pre') !== null) continue;
    text.nodeValue = (text.nodeValue ?? '')
      .replace(/[\u00a0\u2007\u202f]+/g, ' ')
      .replace(/[\u00ad\u200b\ufeff]/g, '');
  }
}

/** Paragraphs that only make room, and breaks between blocks. */
function emptyBlocks(body: HTMLElement): void {
  for (const empty of body.querySelectorAll(`p, ${heading}, blockquote, li`)) {
    const isHeld = empty.closest('td, th') !== null && empty.parentElement?.children.length === 1;
    const holds = empty.querySelector('hr, table, [data-footnote]') !== null;
    if (!isHeld && !holds && (empty.textContent ?? '').trim() === '') empty.remove();
  }
  for (const line of body.querySelectorAll('br')) {
    const [before, after] = [line.previousSibling, line.nextSibling];
    const isBlock = (node: ChildNode | null) => node instanceof Element && node.matches(block);
    if (line.parentElement === body || isBlock(before) || isBlock(after)) line.remove();
  }
}
