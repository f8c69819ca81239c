import { inlineToHtml, escapeHtml, type Notes } from './markdown-inline.ts';

/** A line of Markdown with what it may begin. */
const patterns = {
  heading: /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/,
  fence: /^ {0,3}(`{3,}|~{3,})/,
  rule: /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/,
  quote: /^ {0,3}> ?/,
  item: /^( *)([-*+]|(\d{1,9})[.)])( +|$)/,
  divider: /^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$|^ *:?-+:? *\|.*-/,
  note: /^\[\^([^\]\s]+)\]:\s*(.*)$/,
} as const;
// As deep as a note lets one nest, with room to spare.
const MAX_DEPTH = 10;

/**
 * Markdown as HTML of the kind that a note reads. Only what is named here becomes an element: HTML within the Markdown
 * stays words, apart from a few elements without attributes.
 */
export function markdownToHtml(markdown: string): string {
  const lines = markdown.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n');
  const notes: Notes = new Map();
  const rest = lines.filter((line) => {
    const found = patterns.note.exec(line);
    if (found === null) return true;
    notes.set(found[1] ?? '', found[2] ?? '');
    return false;
  });
  return new MarkdownReader(rest, notes, 0).read();
}

class MarkdownReader {
  readonly #lines: readonly string[];
  readonly #notes: Notes;
  readonly #depth: number;
  #at = 0;

  constructor(lines: readonly string[], notes: Notes, depth: number) {
    this.#lines = lines;
    this.#notes = notes;
    this.#depth = depth;
  }

  read(): string {
    const parts: string[] = [];
    while (this.#at < this.#lines.length) {
      const start = this.#at;
      parts.push(this.#block());
      // Whatever happens, each turn takes a line.
      if (this.#at === start) this.#at += 1;
    }
    return parts.join('');
  }

  get #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #block(): string {
    const line = this.#line;
    if (line.trim() === '' || /^<!--.*-->$/.test(line.trim())) return this.#skip('');
    const heading = patterns.heading.exec(line);
    if (heading) return this.#skip(this.#heading(heading[1]?.length ?? 1, heading[2] ?? ''));
    if (patterns.fence.test(line)) return this.#fence();
    if (patterns.rule.test(line)) return this.#skip('<hr>');
    if (this.#depth < MAX_DEPTH && patterns.quote.test(line)) return this.#quote();
    if (this.#depth < MAX_DEPTH && patterns.item.test(line)) return this.#list();
    if (line.includes('|') && patterns.divider.test(this.#lines[this.#at + 1] ?? '')) return this.#table();
    return this.#paragraph();
  }

  #skip(html: string): string {
    this.#at += 1;
    return html;
  }

  #heading(level: number, words: string): string {
    return `<h${level}>${this.#inline(words)}</h${level}>`;
  }

  #fence(): string {
    const fence = patterns.fence.exec(this.#line)?.[1] ?? '```';
    const code: string[] = [];
    for (this.#at += 1; this.#at < this.#lines.length; this.#at += 1) {
      if (this.#line.trim().startsWith(fence) && this.#line.trim().replaceAll(fence[0] ?? '`', '') === '')
        break;
      code.push(this.#line);
    }
    return this.#skip(`<pre><code>${escapeHtml(code.join('\n'))}</code></pre>`);
  }

  #quote(): string {
    const lines: string[] = [];
    while (patterns.quote.test(this.#line)) {
      lines.push(this.#line.replace(patterns.quote, ''));
      this.#at += 1;
    }
    const callout = /^\[!(insight|question|assumption|warning)\]/i.exec(lines[0] ?? '')?.[1]?.toLowerCase();
    if (callout !== undefined) {
      return `<div data-callout data-kind="${callout}">${this.#within(lines.slice(1))}</div>`;
    }
    const source = /^(?:—|--) (.+)$/.exec(lines.at(-1) ?? '')?.[1];
    const words = source === undefined ? lines : lines.slice(0, -1);
    const footer = source === undefined ? '' : `<footer>${this.#inline(source)}</footer>`;
    return `<blockquote>${this.#within(words)}${footer}</blockquote>`;
  }

  #within(lines: readonly string[]): string {
    return new MarkdownReader(lines, this.#notes, this.#depth + 1).read();
  }

  #list(): string {
    const first = patterns.item.exec(this.#line);
    const isNumbered = first?.[3] !== undefined;
    const indent = first?.[1]?.length ?? 0;
    const items: string[][] = [];
    while (this.#at < this.#lines.length) {
      const found = patterns.item.exec(this.#line);
      const isItem =
        found !== null &&
        Math.abs((found[1]?.length ?? 0) - indent) < 2 &&
        (found[3] !== undefined) === isNumbered;
      if (isItem) items.push([this.#line.slice(found[0].length)]);
      else if (!this.#belongs(indent)) break;
      else items.at(-1)?.push(this.#line);
      this.#at += 1;
    }
    const start = isNumbered && first?.[3] !== '1' ? ` start="${Number(first?.[3])}"` : '';
    const isTicked = items.every(([words]) => /^\[[ xX]\]\s/.test(words ?? ''));
    if (isTicked && !isNumbered) {
      return `<ul data-type="taskList">${items.map((item) => this.#task(item)).join('')}</ul>`;
    }
    const tag = isNumbered ? 'ol' : 'ul';
    return `<${tag}${start}>${items.map((item) => `<li>${this.#item(item)}</li>`).join('')}</${tag}>`;
  }

  /** Whether a line goes on with the item above it: indented, or words right below words. */
  #belongs(indent: number): boolean {
    const line = this.#line;
    const own = line.length - line.trimStart().length;
    if (line.trim() === '') {
      const next = this.#lines[this.#at + 1] ?? '';
      return next.trim() !== '' && next.length - next.trimStart().length > indent + 1;
    }
    if (own > indent + 1) return true;
    const isOther = Object.values(patterns).some((pattern) => pattern.test(line));
    return !isOther && (this.#lines[this.#at - 1] ?? '').trim() !== '';
  }

  #item(lines: readonly string[]): string {
    const rest = lines.slice(1);
    const inner = rest
      .filter((line) => line.trim() !== '')
      .map((line) => line.length - line.trimStart().length);
    const indent = Math.min(...inner, 8);
    return (
      this.#within([lines[0] ?? '', ...rest.map((line) => line.slice(Math.min(indent, line.length)))]) ||
      '<p></p>'
    );
  }

  #task(lines: readonly string[]): string {
    const isChecked = /^\[[xX]\]/.test(lines[0] ?? '');
    const words = [(lines[0] ?? '').replace(/^\[[ xX]\]\s+/, ''), ...lines.slice(1)];
    return `<li data-type="taskItem" data-checked="${isChecked}">${this.#item(words)}</li>`;
  }

  #table(): string {
    const cells = (line: string) =>
      line
        .trim()
        .replace(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|'));
    const row = (line: string, tag: string) =>
      `<tr>${cells(line)
        .map((cell) => `<${tag}>${this.#inline(cell)}</${tag}>`)
        .join('')}</tr>`;
    const head = this.#line;
    const isEmptyHead = cells(head).every((cell) => cell === '');
    const rows = isEmptyHead ? [] : [row(head, 'th')];
    for (this.#at += 2; this.#line.includes('|') && this.#line.trim() !== ''; this.#at += 1)
      rows.push(row(this.#line, 'td'));
    return `<table>${rows.join('')}</table>`;
  }

  #paragraph(): string {
    const lines = [this.#line.trimStart()];
    const begins = [patterns.heading, patterns.fence, patterns.rule, patterns.quote];
    for (this.#at += 1; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line;
      if (/^ {0,3}(=+|-{2,})\s*$/.test(line)) {
        return this.#skip(this.#heading(line.trim().startsWith('=') ? 1 : 2, lines.join(' ')));
      }
      const isItem = /^ {0,3}(?:[-*+]|1[.)]) \S/.test(line) && this.#depth < MAX_DEPTH;
      if (line.trim() === '' || isItem || begins.some((begin) => begin.test(line))) break;
      lines.push(line.trimStart());
    }
    return `<p>${this.#inline(lines.join('\n'))}</p>`;
  }

  #inline(text: string): string {
    return inlineToHtml(text, this.#notes);
  }
}
