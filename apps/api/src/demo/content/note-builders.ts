import type { DemoNode } from '../demo-content.ts';

/** Text of a note: a plain string, or nodes with marks. */
type Inline = string | DemoNode;

function inline(parts: readonly Inline[]): DemoNode[] {
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
}

const marked =
  (type: string) =>
  (text: string): DemoNode => ({ type: 'text', text, marks: [{ type }] });

export const bold = marked('bold');
export const italic = marked('italic');

/** A note below the text: where a claim comes from, or what it does not cover. */
export function footnote(text: string, href: string | null = null): DemoNode {
  return { type: 'footnote', attrs: { text, href } };
}

/** A day, as `2026-11-24`; each reader sees it in their language. */
export function date(value: string): DemoNode {
  return { type: 'date', attrs: { value } };
}

/** A person of the demo, named in the text; the loader makes it who they have become. */
export function mention(personKey: string): DemoNode {
  return { type: 'mention', attrs: { personKey } };
}

export function link(text: string, href: string): DemoNode {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}

export function doc(...content: DemoNode[]): DemoNode {
  return { type: 'doc', content };
}

export function p(...parts: Inline[]): DemoNode {
  return { type: 'paragraph', content: inline(parts) };
}

export function h1(text: string): DemoNode {
  return { type: 'heading', attrs: { level: 1 }, content: inline([text]) };
}

/** What a text of the demo begins with. */
export function example(text: string): DemoNode {
  return quote(p(bold('Voorbeeld. '), text));
}

export function h2(text: string): DemoNode {
  return { type: 'heading', attrs: { level: 2 }, content: inline([text]) };
}

/** An item of a list: one line, or several parts that make one line. */
type Item = Inline | readonly Inline[];

function asParagraph(item: Item): DemoNode {
  return typeof item === 'string' || 'type' in item ? p(item) : p(...item);
}

function listItem(item: Item): DemoNode {
  return { type: 'listItem', content: [asParagraph(item)] };
}

export function ul(...items: Item[]): DemoNode {
  return { type: 'bulletList', content: items.map(listItem) };
}

export function ol(...items: Item[]): DemoNode {
  return { type: 'orderedList', content: items.map(listItem) };
}

const taskItem = (checked: boolean, item: Item): DemoNode => ({
  type: 'taskItem',
  attrs: { checked },
  content: [asParagraph(item)],
});
export const done = (item: Item): DemoNode => taskItem(true, item);
export const open = (item: Item): DemoNode => taskItem(false, item);

export function checklist(...items: DemoNode[]): DemoNode {
  return { type: 'taskList', content: items };
}

export function callout(
  kind: 'insight' | 'question' | 'assumption' | 'warning',
  ...content: DemoNode[]
): DemoNode {
  return { type: 'callout', attrs: { kind }, content };
}

/** Hidden behind its summary until somebody asks for it. */
export function details(summary: string, ...content: DemoNode[]): DemoNode {
  return {
    type: 'details',
    content: [{ type: 'detailsSummary', content: inline([summary]) }, ...content],
  };
}

/** Somebody's words, and whose they are. */
export function saying(words: string, whose: string): DemoNode {
  return quote(p(words), { type: 'quoteSource', content: inline([whose]) });
}

export function quote(...content: DemoNode[]): DemoNode {
  return { type: 'blockquote', content };
}

function row(type: 'tableHeader' | 'tableCell', cells: readonly Item[]): DemoNode {
  return { type: 'tableRow', content: cells.map((cell) => ({ type, content: [asParagraph(cell)] })) };
}

/** A table whose first row says what stands in the columns. */
export function table(header: readonly string[], ...rows: readonly (readonly Item[])[]): DemoNode {
  return {
    type: 'table',
    content: [row('tableHeader', header), ...rows.map((cells) => row('tableCell', cells))],
  };
}
