import { roomOfNote } from '@kring/domain';
import * as Y from 'yjs';
import type { TestApp } from './test-app.ts';

/** The text of a note, written into its log past the engine. */
export class LiveText {
  readonly doc = new Y.Doc();
  readonly #server: TestApp;
  readonly #clients = new Map<string, number>();

  readonly noteId: string;
  readonly documentId: string;

  private constructor(server: TestApp, noteId: string, documentId: string) {
    this.#server = server;
    this.noteId = noteId;
    this.documentId = documentId;
  }

  static async of(server: TestApp, noteId: string): Promise<LiveText> {
    const [row] = await server.query<{ id: string }>('SELECT id FROM documents WHERE room = $1', [
      roomOfNote(noteId),
    ]);
    return new LiveText(server, noteId, row?.id ?? '');
  }

  /** A paragraph at the end, by somebody, as long ago as said. */
  async write(words: string, personId: string, ago = '10 seconds'): Promise<void> {
    await this.change(
      personId,
      (root) => {
        const paragraph = new Y.XmlElement('paragraph');
        const text = new Y.XmlText();
        text.insert(0, words);
        paragraph.insert(0, [text]);
        root.push([paragraph]);
      },
      ago,
    );
  }

  async change(personId: string, edit: (root: Y.XmlFragment) => void, ago = '10 seconds'): Promise<void> {
    const before = Y.encodeStateVector(this.doc);
    this.doc.clientID = await this.#clientOf(personId);
    this.doc.transact(() => edit(this.doc.getXmlFragment('body')));
    await this.append(Y.encodeStateAsUpdate(this.doc, before), personId, ago);
  }

  async append(bytes: Uint8Array, personId: string, ago = '10 seconds'): Promise<void> {
    await this.#server.query(
      `WITH d AS (UPDATE documents SET head_seq = head_seq + 1 WHERE id = $1 RETURNING head_seq)
       INSERT INTO document_updates (document_id, seq, person_id, bytes, created_at)
       SELECT $1, head_seq, $2, $3, now() - $4::interval FROM d`,
      [this.documentId, personId, Buffer.from(bytes), ago],
    );
  }

  async #clientOf(personId: string): Promise<number> {
    const known = this.#clients.get(personId);
    if (known) return known;
    const clientId = 100_000 + this.#clients.size;
    this.#clients.set(personId, clientId);
    await this.#server.query(
      'INSERT INTO document_clients (document_id, client_id, person_id) VALUES ($1, $2, $3)',
      [this.documentId, clientId, personId],
    );
    return clientId;
  }
}

/** A section with one empty paragraph. */
export function newSection(attributes: Readonly<Record<string, string>>): Y.XmlElement {
  const section = new Y.XmlElement('section');
  for (const [name, value] of Object.entries(attributes)) section.setAttribute(name, value);
  section.insert(0, [new Y.XmlElement('paragraph')]);
  return section;
}

/** A paragraph in which somebody is named. */
export function newMention(personId: string): Y.XmlElement {
  const [paragraph, mention] = [new Y.XmlElement('paragraph'), new Y.XmlElement('mention')];
  for (const [name, value] of Object.entries({ kind: 'person', id: personId, label: 'Iemand' }))
    mention.setAttribute(name, value);
  paragraph.insert(0, [mention]);
  return paragraph;
}
