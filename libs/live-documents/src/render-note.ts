import { Fragment, Mark, type ContentMatch, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { markAttributes, nodeAttributeRules } from './attribute-rules.ts';
import { leafText } from './leaf-text.ts';
import { placeholderNames } from './note-schema.ts';
import { inShownOrder } from './sections/section-order.ts';
import { withUniqueKeys } from './sections/unique-keys.ts';

/** Which ProseMirror node (or run of inline nodes) shows which Yjs type. */
export type NoteMapping = Map<object, Node | Node[]>;

// Twice as deep as an editor lets anybody nest; what is deeper is shown as its text.
const MAX_DEPTH = 28;
const hashedMark = /^(.*)--[a-zA-Z0-9+/=]{8}$/s;

/**
 * Shows a shared text as nodes of the schema. Reads only: unlike y-tiptap's own reader it never deletes what it
 * cannot show, because one broken list item would take everything below it along, for everybody.
 *
 * Children keep their place one to one wherever the schema lets them, so that an editor which writes back only
 * what a person changed leaves the rest alone.
 */
export class NoteRenderer {
  readonly #schema: Schema;
  readonly #mapping: NoteMapping;
  readonly #unsupported: 'box' | 'text';

  constructor(schema: Schema, mapping: NoteMapping, unsupported: 'box' | 'text') {
    this.#schema = schema;
    this.#mapping = mapping;
    this.#unsupported = unsupported;
  }

  /** The blocks of a whole note, as they are shown; empty for an empty one. */
  renderRoot(root: Y.XmlFragment): Node[] {
    const type = this.#schema.topNodeType;
    return inShownOrder(withUniqueKeys(this.#fit(type, root.toArray(), 0), this.#mapping));
  }

  #render(child: unknown, parent: NodeType, depth: number): Node[] {
    if (child instanceof Y.XmlText) return this.#renderText(child);
    if (child instanceof Y.XmlElement && depth < MAX_DEPTH) {
      const known = this.#mapping.get(child);
      if (known !== undefined && !Array.isArray(known)) return [known];
      const node = this.#renderElement(child, depth);
      if (node !== null) return [node];
    }
    return this.#placeholder(textOf(child), parent);
  }

  #renderElement(element: Y.XmlElement, depth: number): Node | null {
    const type = this.#schema.nodes[element.nodeName];
    if (type === undefined || type.isText || type === this.#schema.topNodeType) return null;
    if (placeholderNames.has(type.name)) return null;
    const attrs: Record<string, unknown> = {};
    for (const [name, rule] of Object.entries(nodeAttributeRules.get(type.name) ?? {})) {
      attrs[name] = rule(element.getAttribute(name));
    }
    if (type.isLeaf) return type.create(attrs);
    return type.create(attrs, this.#fit(type, element.toArray(), depth + 1));
  }

  #renderText(text: Y.XmlText): Node[] {
    const nodes: Node[] = [];
    for (const part of text.toDelta() as { insert: unknown; attributes?: object }[]) {
      const marks = this.#marks(part.attributes);
      if (typeof part.insert === 'string') nodes.push(this.#schema.text(part.insert, marks));
      else nodes.push(...this.#inlinePlaceholder(textOf(part.insert)));
    }
    this.#mapping.set(text, nodes);
    return nodes;
  }

  #marks(attributes: object | undefined): readonly Mark[] {
    let marks = Mark.none;
    for (const [key, value] of Object.entries(attributes ?? {})) {
      const type = this.#schema.marks[hashedMark.exec(key)?.[1] ?? key];
      const attrs = type === undefined || value === null ? null : markAttributes(type.name, value);
      if (type !== undefined && attrs !== null) marks = type.create(attrs).addToSet(marks);
    }
    return marks;
  }

  #placeholder(text: string, parent: NodeType): Node[] {
    if (parent.inlineContent) return this.#inlinePlaceholder(text);
    if (this.#unsupported === 'box') return [this.#create('unsupported', { text })];
    return text === '' ? [] : [this.#paragraph([this.#schema.text(text)])];
  }

  #inlinePlaceholder(text: string): Node[] {
    if (this.#unsupported === 'box') return [this.#create('unsupportedInline', { text })];
    return text === '' ? [] : [this.#schema.text(text)];
  }

  #create(name: string, attrs: Record<string, unknown>): Node {
    return this.#schema.node(name, attrs);
  }

  #paragraph(content: Node[]): Node {
    return this.#schema.node('paragraph', null, content);
  }

  /** Children as content that `parent` allows: what does not fit is wrapped, completed, or shown as its text. */
  #fit(parent: NodeType, children: unknown[], depth: number): Node[] {
    const out: Node[] = [];
    let match: ContentMatch = parent.contentMatch;
    for (const child of children) {
      const rendered = this.#render(child, parent, depth);
      const placed = parent.inlineContent
        ? rendered.flatMap((node) => this.#asInline(node, parent))
        : this.#asBlocks(rendered, match);
      for (const node of placed) {
        match = match.matchType(node.type) ?? match;
        out.push(node);
      }
      const last = placed.at(-1);
      const isRun = child instanceof Y.XmlText && parent.inlineContent;
      if (typeof child === 'object' && child !== null && !isRun && last !== undefined) {
        this.#mapping.set(child, last);
      }
    }
    if (parent.name === 'tableRow' && out.length === 0) return [this.#filled('tableCell')];
    const rest = match.fillBefore(Fragment.empty, true);
    // A document without text stays without blocks: the editor shows its own empty paragraph.
    if (rest !== null && parent !== this.#schema.topNodeType) out.push(...rest.content);
    return out;
  }

  #asInline(node: Node, parent: NodeType): Node[] {
    const fits = node.isInline && parent.contentMatch.matchType(node.type) !== null;
    const inline = fits ? [node] : this.#inlineText(node);
    return inline.map((each) => each.mark(parent.allowedMarks(each.marks)));
  }

  #asBlocks(rendered: Node[], match: ContentMatch): Node[] {
    const inline = rendered.filter((node) => node.isInline);
    const block = inline.length > 0 ? this.#paragraph(inline) : rendered[0];
    if (block === undefined) return [];
    return this.#place(block, match) ?? this.#place(this.#textParagraph(block), match) ?? [];
  }

  #place(node: Node, match: ContentMatch): Node[] | null {
    if (match.matchType(node.type) !== null) return [node];
    const before = match.fillBefore(Fragment.from(node));
    if (before !== null && before.childCount > 0) return [...before.content, node];
    const wrapping = match.findWrapping(node.type);
    if (wrapping === null) return null;
    const wrapped = wrapping.reduceRight<Node | null>(
      (inner, type) => inner && type.createAndFill(null, inner),
      node,
    );
    return wrapped && [wrapped];
  }

  #filled(name: string): Node {
    const node = this.#schema.nodes[name]?.createAndFill();
    if (!node) throw new Error(`the schema has no ${name} that can be empty`);
    return node;
  }

  #textParagraph(node: Node): Node {
    return this.#paragraph(this.#inlineText(node));
  }

  #inlineText(node: Node): Node[] {
    const text = node.isLeaf ? leafText(node) : node.textBetween(0, node.content.size, ' ', leafText);
    return text === '' ? [] : [this.#schema.text(text)];
  }
}

/** All text below a value, however deep, without recursion. */
function textOf(value: unknown): string {
  const parts: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') parts.push(next);
    else if (next instanceof Y.Text) {
      for (const part of (next.toDelta() as { insert: unknown }[]).toReversed()) waiting.push(part.insert);
    } else if (next instanceof Y.XmlFragment || next instanceof Y.Array) {
      waiting.push(...next.toArray().toReversed());
    }
  }
  return parts.join('');
}
