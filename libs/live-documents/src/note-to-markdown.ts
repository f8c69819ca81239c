import type { Mark, Node } from '@tiptap/pm/model';
import type { CalloutKind } from './attribute-rules.ts';
import { attachmentAddress } from './attachment-address.ts';
import type { NoteNode } from './note-schema.ts';
import { dateInWords, noteWords } from './note-words.ts';
import {
  footnotesOf,
  fullAddress,
  mentionAddress,
  mentionLabel,
  toNoteNode,
  type WritingOptions,
} from './note-writing.ts';
import { safeHref } from './safe-href.ts';

// Characters that could begin something in the middle of a line, and those that could at its begin.
const special = /[\\`*_[\]<]|==+|~~+/g;
const lineStart = /^(\s*)([-+>#]|:::|\d+[.)])/;

const escape = (text: string): string =>
  text.replace(special, (signs) => [...signs].map((sign) => `\\${sign}`).join(''));
const escapeStart = (line: string): string =>
  line.replace(lineStart, (_all, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
  );
const oneLine = (text: unknown): string => escape(String(text ?? '').replace(/\s+/g, ' '));
/** An address within angle brackets, which nothing in it can close. */
const target = (address: string): string =>
  /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address;
const indented = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

/** A note as Markdown (CommonMark with tables, tasks and footnotes), for use elsewhere. */
export function noteToMarkdown(note: NoteNode, options: WritingOptions & { title?: string }): string {
  const node = toNoteNode(note);
  const writer = new MarkdownWriter(options);
  const title = options.title === undefined ? [] : [`# ${oneLine(options.title)}`];
  return (
    [...title, writer.blocks(node), ...writer.footnotes(node)].filter((part) => part !== '').join('\n\n') +
    '\n'
  );
}

class MarkdownWriter {
  readonly #options: WritingOptions;
  #footnote = 0;

  constructor(options: WritingOptions) {
    this.#options = options;
  }

  blocks(parent: Node): string {
    const parts: string[] = [];
    parent.forEach((child, _offset, index) => {
      const before = parent.maybeChild(index - 1);
      // Two lists of a kind in a row would become one.
      if (before !== null && isList(before) && isList(child) && isNumbered(before) === isNumbered(child))
        parts.push('<!-- -->');
      parts.push(this.#block(child));
    });
    return parts.join('\n\n');
  }

  footnotes(note: Node): string[] {
    const lines = footnotesOf(note).map(({ attrs }, index) => {
      const href = safeHref(attrs['href']);
      const source = href === null ? '' : ` <${fullAddress(href, this.#options)}>`;
      return `[^${index + 1}]: ${oneLine(attrs['text'])}${source}`;
    });
    return lines.length === 0 ? [] : [lines.join('\n')];
  }

  #block(node: Node): string {
    switch (node.type.name) {
      case 'heading':
        return `${'#'.repeat(Number(node.attrs['level']) + 1)} ${this.#line(node)}`;
      case 'section':
        return `## ${oneLine(node.attrs['title'])}\n\n${this.blocks(node)}`;
      case 'blockquote':
        return quoted(this.blocks(node));
      case 'quoteSource':
        return `— ${this.#line(node)}`;
      case 'callout': {
        const kind = String(node.attrs['kind']) as CalloutKind;
        const word = noteWords[this.#options.language].callouts[kind];
        return quoted(`[!${kind}] ${word}\n${this.blocks(node)}`);
      }
      case 'details':
        return this.#details(node);
      case 'codeBlock':
        return fenced(
          node.textBetween(0, node.content.size, '\n', (leaf) => String(leaf.attrs['text'] ?? '')),
        );
      case 'bulletList':
      case 'orderedList':
      case 'taskList':
        return this.#list(node);
      case 'table':
        return this.#table(node);
      case 'horizontalRule':
        return '---';
      case 'pageBreak':
        return '<div style="page-break-after: always"></div>';
      case 'image':
        return this.#image(node);
      case 'file':
        return this.#file(node);
      default:
        return node.inlineContent ? this.#paragraph(node) : this.blocks(node);
    }
  }

  #paragraph(node: Node): string {
    return this.#inline(node).split('\n').map(escapeStart).join('\n').trim();
  }

  #line(node: Node): string {
    return this.#inline(node).replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
  }

  #details(node: Node): string {
    const summary = node.firstChild === null ? '' : this.#line(node.firstChild);
    const rest = node.firstChild === null ? node : node.cut(node.firstChild.nodeSize);
    return `<details>\n<summary>${summary}</summary>\n\n${this.blocks(rest)}\n\n</details>`;
  }

  #list(list: Node): string {
    const start = list.type.name === 'orderedList' ? Number(list.attrs['start']) : 0;
    return list.children
      .map((item, index) => {
        const sign = list.type.name === 'orderedList' ? `${start + index}. ` : '- ';
        const box = list.type.name === 'taskList' ? (item.attrs['checked'] === true ? '[x] ' : '[ ] ') : '';
        return `${sign}${box}${indented(this.#item(item), ' '.repeat(sign.length))}`;
      })
      .join('\n');
  }

  // A list right below the words of its item belongs to them; other blocks stand apart.
  #item(item: Node): string {
    return item.children.reduce((text, child, index) => {
      const block = this.#block(child);
      if (index === 0) return block;
      return `${text}${isList(child) && index === 1 ? '\n' : '\n\n'}${block}`;
    }, '');
  }

  #table(table: Node): string {
    const rows = table.children.map((row) => row.children.flatMap((cell) => this.#cell(cell)));
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const full = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => '')]);
    const hasHead = table.firstChild?.children.some((cell) => cell.type.name === 'tableHeader') === true;
    const [head, ...body] = hasHead ? full : [Array.from({ length: columns }, () => ''), ...full];
    const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
    return [line(head ?? []), line(Array.from({ length: columns }, () => '---')), ...body.map(line)].join(
      '\n',
    );
  }

  // A table of Markdown knows no cells over several columns: what follows the first stays empty.
  #cell(cell: Node): string[] {
    const text = cell.children
      .map((block) => this.#block(block).replace(/\\?\n+/g, '<br>'))
      .join('<br>')
      .replaceAll('|', '\\|');
    return [text, ...Array.from({ length: Number(cell.attrs['colspan']) - 1 }, () => '')];
  }

  #image({ attrs }: Node): string {
    const src = attachmentAddress(attrs['attachmentId']);
    const alt = attrs['isDecorative'] === true ? '' : oneLine(attrs['alt']);
    const image = src === null ? alt : `![${alt}](${target(this.#address(src))})`;
    return attrs['caption'] === '' ? image : `${image}\n\n*${oneLine(attrs['caption'])}*`;
  }

  #file({ attrs }: Node): string {
    const href = attachmentAddress(attrs['attachmentId']);
    const name = oneLine(attrs['name']);
    return href === null ? name : `[${name}](${target(this.#address(href))})`;
  }

  #inline(parent: Node): string {
    let text = '';
    let open: readonly Mark[] = [];
    const close = (keep: number) => {
      for (const mark of open.slice(keep).toReversed()) text += this.#sign(mark, 'end');
      open = open.slice(0, keep);
    };
    parent.forEach((node) => {
      const marks = orderOf(node.marks);
      let shared = 0;
      while (shared < open.length && marks[shared]?.eq(open[shared] as Mark) === true) shared += 1;
      const isCode = marks.some((mark) => mark.type.name === 'code');
      const words = this.#leaf(node, isCode);
      // Signs stick to words: "** word**" would be no bold in Markdown.
      const lead = isCode ? '' : (/^\s*/.exec(words)?.[0] ?? '');
      const tail = isCode ? '' : (/\s*$/.exec(words.slice(lead.length))?.[0] ?? '');
      const core = words.slice(lead.length, words.length - tail.length);
      close(core === '' ? Math.min(shared, open.length) : shared);
      text += lead;
      if (core !== '') {
        for (const mark of marks.slice(open.length)) text += this.#sign(mark, 'start');
        open = marks;
        text += core;
        if (tail !== '') close(0);
      }
      text += tail;
    });
    close(0);
    return text;
  }

  #leaf(node: Node, isCode: boolean): string {
    switch (node.type.name) {
      case 'text':
        return isCode ? codeSpan(node.text ?? '') : escape(node.text ?? '');
      case 'hardBreak':
        return '\\\n';
      case 'mention': {
        const label = oneLine(mentionLabel(node, this.#options));
        const address = mentionAddress(node);
        const isKnown = address !== null && this.#options.baseUrl !== undefined;
        return isKnown ? `[${label}](${target(this.#address(address))})` : label;
      }
      case 'date':
        return escape(dateInWords(node.attrs['value'], this.#options.language));
      case 'footnote':
        this.#footnote += 1;
        return `[^${this.#footnote}]`;
      default:
        return '';
    }
  }

  #sign(mark: Mark, side: 'start' | 'end'): string {
    if (mark.type.name === 'link') {
      const href = safeHref(mark.attrs['href']);
      if (href === null) return '';
      return side === 'start' ? '[' : `](${target(this.#address(href))})`;
    }
    return signs[mark.type.name]?.[side === 'start' ? 0 : 1] ?? '';
  }

  #address(address: string): string {
    return fullAddress(address, this.#options);
  }
}

const isList = (node: Node): boolean => /^(bullet|ordered|task)List$/.test(node.type.name);
const isNumbered = (node: Node): boolean => node.type.name === 'orderedList';
const quoted = (text: string): string =>
  text.replace(/^(?=(.?))/gm, (_all, next: string) => (next === '' ? '>' : '> '));

function fenced(code: string): string {
  const longestRun = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}\n${code}\n${fence}`;
}

function codeSpan(code: string): string {
  const longestRun = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const space = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${fence}${space}${code}${space}${fence}`;
}

/** Links outermost, so that `[**word**](address)` and not `**[word**](address)` is written. */
const orderOf = (marks: readonly Mark[]): readonly Mark[] =>
  marks.toSorted((a, b) => Number(b.type.name === 'link') - Number(a.type.name === 'link'));

const signs: Readonly<Record<string, readonly [string, string] | undefined>> = Object.assign(
  Object.create(null),
  {
    bold: ['**', '**'],
    italic: ['*', '*'],
    strike: ['~~', '~~'],
    underline: ['<u>', '</u>'],
    highlight: ['==', '=='],
    superscript: ['<sup>', '</sup>'],
    subscript: ['<sub>', '</sub>'],
  },
);
