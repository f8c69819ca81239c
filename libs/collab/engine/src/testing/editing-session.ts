import * as Y from 'yjs';
import type { SeededRandom } from './seeded-random.ts';

export interface SentUpdate {
  readonly client: number;
  readonly update: Uint8Array;
}

interface Editor {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  readonly inbox: Uint8Array[];
  sent: SentUpdate[];
}

const FIRST_CLIENT = 80_001;

/** Several people in one text, with the edits that a rich text editor on Yjs makes; each reads the others late. */
export class EditingSession {
  readonly #random: SeededRandom;
  readonly #editors: Editor[];

  constructor(random: SeededRandom, people: number) {
    this.#random = random;
    this.#editors = Array.from({ length: people }, (_, i) => openEditor(FIRST_CLIENT + i));
  }

  /** One person does one thing; what goes to the server, which passes it on at once or later. */
  step(): SentUpdate[] {
    const editor = this.#random.pick(this.#editors);
    if (this.#random.below(3) === 0)
      for (const update of editor.inbox.splice(0)) Y.applyUpdate(editor.doc, update, 'server');
    this.#edit(editor);
    const sent = editor.sent;
    editor.sent = [];
    for (const other of this.#editors)
      if (other !== editor) other.inbox.push(...sent.map(({ update }) => update));
    return sent;
  }

  merged(): Y.Doc {
    const doc = new Y.Doc();
    for (const editor of this.#editors) Y.applyUpdate(doc, Y.encodeStateAsUpdate(editor.doc));
    return doc;
  }

  #edit({ doc, undo }: Editor): void {
    const random = this.#random;
    const body = doc.getXmlFragment('body');
    const texts = textsIn(body);
    const act = random.below(20);
    if (act === 0 && random.below(3) === 0) return void undo.undo();
    if (act === 1 && random.below(3) === 0) return void undo.redo();
    undo.stopCapturing();
    doc.transact(() => {
      if (texts.length === 0 || act < 4) return this.#addBlock(body);
      const text = random.pick(texts);
      const at = random.below(text.length + 1);
      if (act < 13) text.insert(at, random.pick(['a', 'b', ' ', 'é', '😀', 'hello world', '\n']));
      else if (act < 15)
        text.delete(
          Math.min(at, Math.max(0, text.length - 1)),
          Math.min(3, text.length - Math.min(at, Math.max(0, text.length - 1))),
        );
      else if (act < 17) this.#mark(text);
      else if (act === 17) this.#setAttribute(body);
      else if (act === 18 && body.length > 3) body.delete(random.below(body.length), 1);
      else {
        // Made and gone in one transaction, as when an input rule replaces what it was typed as.
        body.insert(0, [new Y.XmlElement('paragraph')]);
        body.delete(0, 1);
      }
    }, 'editor');
  }

  #mark(text: Y.XmlText): void {
    const random = this.#random;
    const from = random.below(text.length + 1);
    const length = Math.min(random.below(8), text.length - from);
    const mark = random.pick([
      { bold: {} },
      { bold: null },
      { link: { href: 'https://example.org', target: null } },
    ]);
    if (length > 0) text.format(from, length, mark);
  }

  #setAttribute(body: Y.XmlFragment): void {
    const elements = body.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement);
    const attribute = this.#random.pick([1, 2, 'left', true, { a: [1, 'b', null] }]);
    if (elements.length > 0)
      this.#random.pick(elements).setAttribute(this.#random.pick(['level', 'align']), attribute as string);
  }

  #addBlock(body: Y.XmlFragment): void {
    const at = this.#random.below(body.length + 1);
    const kind = this.#random.below(6);
    if (kind === 0) return body.insert(at, [tableOf(2, 2)]);
    if (kind === 1) return body.insert(at, [nest(['bulletList', 'listItem', 'paragraph'])]);
    if (kind === 2) return body.insert(at, [nest(['blockquote', 'paragraph'])]);
    body.insert(at, [nest(['paragraph'])]);
  }
}

function openEditor(client: number): Editor {
  const doc = new Y.Doc();
  doc.clientID = client;
  const undo = new Y.UndoManager(doc.getXmlFragment('body'), { trackedOrigins: new Set(['editor']) });
  const editor: Editor = { doc, undo, inbox: [], sent: [] };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') editor.sent.push({ client, update });
  });
  return editor;
}

function nest(names: readonly string[]): Y.XmlElement {
  const [name = 'paragraph', ...inner] = names;
  const element = new Y.XmlElement(name);
  element.insert(0, [inner.length > 0 ? nest(inner) : new Y.XmlText('text')]);
  return element;
}

function tableOf(rows: number, columns: number): Y.XmlElement {
  const table = new Y.XmlElement('table');
  for (let row = 0; row < rows; row++) {
    const line = new Y.XmlElement('tableRow');
    for (let column = 0; column < columns; column++) line.insert(column, [nest(['tableCell', 'paragraph'])]);
    table.insert(row, [line]);
  }
  return table;
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((node) => {
    if (node instanceof Y.XmlText) return [node];
    return node instanceof Y.XmlElement ? textsIn(node) : [];
  });
}
