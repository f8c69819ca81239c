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
  sizeInWords,
  toNoteNode,
  type WritingOptions,
} from './note-writing.ts';
import { safeHref } from './safe-href.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: unknown): string =>
  String(text ?? '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? '')
    // Neither may stand in a document, escaped or not.
    .replace(/[\u0000\ufffe\uffff]/g, '');

/**
 * A note as HTML, for print and publication. Tags and names of attributes all stand in this file, every value goes
 * through `escape`, every address through the rules: whatever a note holds, nothing of it can become markup.
 */
export function noteToHtml(note: NoteNode, options: WritingOptions): string {
  return new HtmlWriter(options).write(toNoteNode(note));
}

class HtmlWriter {
  readonly #options: WritingOptions;
  #footnote = 0;

  constructor(options: WritingOptions) {
    this.#options = options;
  }

  write(note: Node): string {
    return this.#children(note) + this.#footnotes(note);
  }

  #children(node: Node): string {
    return node.children.map((child) => this.#node(child)).join('');
  }

  #node(node: Node): string {
    if (node.isText)
      return node.marks.reduceRight((inner, mark) => this.#mark(mark, inner), escape(node.text));
    const inner = this.#inline(node);
    return inner === null
      ? this.#block(node)
      : node.marks.reduceRight((text, mark) => this.#mark(mark, text), inner);
  }

  #mark(mark: Mark, inner: string): string {
    const tag = markTags[mark.type.name];
    if (tag !== undefined) return `<${tag}>${inner}</${tag}>`;
    const href = mark.type.name === 'link' ? safeHref(mark.attrs['href']) : null;
    return href === null ? inner : `<a href="${this.#address(href)}">${inner}</a>`;
  }

  #inline(node: Node): string | null {
    switch (node.type.name) {
      case 'hardBreak':
        return '<br>';
      case 'mention': {
        const label = escape(mentionLabel(node, this.#options));
        const address = mentionAddress(node);
        return address === null
          ? `<span class="mention">${label}</span>`
          : `<a class="mention" href="${this.#address(address)}">${label}</a>`;
      }
      case 'date': {
        const words = escape(dateInWords(node.attrs['value'], this.#options.language));
        return node.attrs['value'] === null
          ? words
          : `<time datetime="${escape(node.attrs['value'])}">${words}</time>`;
      }
      case 'footnote': {
        this.#footnote += 1;
        const number = this.#footnote;
        return `<sup class="footnote"><a id="noot-${number}-in" href="#noot-${number}">${number}</a></sup>`;
      }
      default:
        return null;
    }
  }

  #block(node: Node): string {
    const { name } = node.type;
    const tag = blockTags[name];
    if (tag !== undefined) return `<${tag}>${this.#children(node)}</${tag}>`;
    switch (name) {
      case 'heading': {
        const level = Number(node.attrs['level']) + 1;
        return `<h${level}>${this.#children(node)}</h${level}>`;
      }
      case 'orderedList': {
        const start = Number(node.attrs['start']);
        return `<ol${start === 1 ? '' : ` start="${start}"`}>${this.#children(node)}</ol>`;
      }
      case 'taskItem':
        return this.#task(node);
      case 'section':
        return `<section><h2>${escape(node.attrs['title'])}</h2>${this.#children(node)}</section>`;
      case 'callout':
        return this.#callout(node);
      case 'codeBlock':
        return `<pre><code>${this.#children(node)}</code></pre>`;
      case 'table':
        return `<div class="table"><table><tbody>${this.#children(node)}</tbody></table></div>`;
      case 'tableCell':
      case 'tableHeader':
        return this.#cell(node);
      case 'horizontalRule':
        return '<hr>';
      case 'pageBreak':
        return '<div class="page-break"></div>';
      case 'image':
        return this.#image(node);
      case 'file':
        return this.#file(node);
      default:
        return this.#children(node);
    }
  }

  #task(node: Node): string {
    const { done, open } = noteWords[this.#options.language];
    const isDone = node.attrs['checked'] === true;
    const box = `<span class="box" role="img" aria-label="${escape(isDone ? done : open)}">${isDone ? '☑' : '☐'}</span>`;
    return `<li class="task">${box}<div>${this.#children(node)}</div></li>`;
  }

  #callout(node: Node): string {
    const kind = String(node.attrs['kind']) as CalloutKind;
    const word = escape(noteWords[this.#options.language].callouts[kind]);
    return `<div class="callout callout-${escape(kind)}" role="note" aria-label="${word}"><p class="callout-word">${word}</p>${this.#children(node)}</div>`;
  }

  #cell(node: Node): string {
    const spans = (['colspan', 'rowspan'] as const)
      .filter((name) => Number(node.attrs[name]) > 1)
      .map((name) => ` ${name}="${Number(node.attrs[name])}"`)
      .join('');
    const tag = node.type.name === 'tableHeader' ? 'th' : 'td';
    return `<${tag}${spans}>${this.#children(node)}</${tag}>`;
  }

  #image(node: Node): string {
    const { attachmentId, alt, isDecorative, caption, width } = node.attrs;
    const words = escape(isDecorative === true ? '' : alt);
    const src = attachmentAddress(attachmentId);
    const shown =
      src === null
        ? `<p>${escape(alt || noteWords[this.#options.language].missingImage)}</p>`
        : `<img src="${this.#address(src)}" alt="${words}"${pixels(node)}>`;
    const below = caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`;
    return `<figure class="image width-${Number(width)}">${shown}${below}</figure>`;
  }

  #file(node: Node): string {
    const href = attachmentAddress(node.attrs['attachmentId']);
    const size = sizeInWords(node.attrs['size'], this.#options.language);
    const name = escape(node.attrs['name']);
    const shown = href === null ? name : `<a href="${this.#address(href)}" download>${name}</a>`;
    return `<p class="file">${shown}${size === '' ? '' : ` (${escape(size)})`}</p>`;
  }

  #footnotes(note: Node): string {
    const found = footnotesOf(note);
    if (found.length === 0) return '';
    const words = noteWords[this.#options.language];
    const items = found.map(({ attrs }, index) => {
      const href = safeHref(attrs['href']);
      const source = href === null ? '' : ` <a href="${this.#address(href)}">${escape(href)}</a>`;
      const back = ` <a class="back" href="#noot-${index + 1}-in" aria-label="${index + 1}">↩</a>`;
      return `<li id="noot-${index + 1}">${escape(attrs['text'])}${source}${back}</li>`;
    });
    return `<section class="footnotes"><h2>${escape(words.footnotes)}</h2><ol>${items.join('')}</ol></section>`;
  }

  #address(address: string): string {
    return escape(fullAddress(address, this.#options));
  }
}

function pixels({ attrs }: Node): string {
  const { pixelWidth, pixelHeight } = attrs;
  return pixelWidth === null || pixelHeight === null
    ? ''
    : ` width="${Number(pixelWidth)}" height="${Number(pixelHeight)}"`;
}

const markTags: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  highlight: 'mark',
  superscript: 'sup',
  subscript: 'sub',
});

const blockTags: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  paragraph: 'p',
  blockquote: 'blockquote',
  quoteSource: 'footer',
  details: 'details',
  detailsSummary: 'summary',
  bulletList: 'ul',
  taskList: 'ul',
  listItem: 'li',
  tableRow: 'tr',
});
