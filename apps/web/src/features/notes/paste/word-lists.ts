/** Word writes a list as paragraphs that say of which list and level they are, with the sign before their words. */
interface Item {
  readonly paragraph: HTMLElement;
  readonly list: string;
  readonly level: number;
  readonly isNumbered: boolean;
  readonly start: number;
}

const position = /mso-list:\s*(l\d+)\s+level(\d+)/i;

function itemOf(element: Element | null): Item | null {
  if (!(element instanceof HTMLElement)) return null;
  const style = element.getAttribute('data-css') ?? '';
  const found = position.exec(style);
  if (found === null) return null;
  const sign = signOf(element);
  const text = (sign?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
  const isNumbered = /^\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxlcdm]+)[.)]?$/i.test(text) && !/^[o§]$/.test(text);
  const last = /(\d+)\D*$/.exec(text)?.[1];
  return {
    paragraph: element,
    list: found[1] ?? '',
    level: Math.min(Number(found[2]), 8),
    isNumbered,
    start: last === undefined ? 1 : Number(last),
  };
}

function signOf(paragraph: HTMLElement): HTMLElement | null {
  return (
    [...paragraph.querySelectorAll<HTMLElement>('span[data-css]')].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute('data-css') ?? ''),
    ) ?? null
  );
}

interface Open {
  readonly level: number;
  readonly list: HTMLElement;
}

/** Where the next item goes: the list that is open at its level, or a new one within the item above it. */
function listFor(item: Item, open: Open[], roots: HTMLElement[]): HTMLElement {
  const tag = item.isNumbered ? 'OL' : 'UL';
  while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
  const top = open.at(-1);
  if (top?.level === item.level) {
    if (top.list.tagName === tag) return top.list;
    open.pop();
  }
  const made = item.paragraph.ownerDocument.createElement(tag);
  if (item.isNumbered && item.start !== 1) made.setAttribute('start', String(item.start));
  const parent = open.at(-1)?.list.lastElementChild ?? null;
  if (parent === null) roots.push(made);
  else parent.append(made);
  open.push({ level: item.level, list: made });
  return made;
}

function build(items: readonly Item[]): HTMLElement[] {
  const roots: HTMLElement[] = [];
  const open: Open[] = [];
  for (const item of items) {
    const list = listFor(item, open, roots);
    signOf(item.paragraph)?.remove();
    const words = item.paragraph.ownerDocument.createElement('p');
    words.append(...item.paragraph.childNodes);
    const made = words.ownerDocument.createElement('li');
    made.append(words);
    list.append(made);
  }
  return roots;
}

/** Makes the lists of Word into lists. */
export function wordLists(body: HTMLElement): void {
  const listed = [...body.querySelectorAll<HTMLElement>('[data-css*="mso-list"]')].flatMap((element) => {
    const item = element.tagName === 'SPAN' ? null : itemOf(element);
    if (item === null) return [];
    // A heading that Word numbers is a heading.
    if (/^H\d$/.test(element.tagName)) signOf(element)?.remove();
    return /^H\d$/.test(element.tagName) ? [] : [item];
  });
  const groups: Item[][] = [];
  for (const item of listed) {
    const group = groups.at(-1);
    const isNext = group?.at(-1)?.paragraph === item.paragraph.previousElementSibling;
    if (group !== undefined && isNext) group.push(item);
    else groups.push([item]);
  }
  for (const group of groups) {
    const [first, ...rest] = group.map(({ paragraph }) => paragraph);
    const place = first?.ownerDocument.createComment('');
    if (first === undefined || place === undefined) continue;
    first.replaceWith(place);
    place.replaceWith(...build(group));
    for (const paragraph of rest) paragraph.remove();
  }
}
