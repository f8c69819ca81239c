import { createHash } from 'node:crypto';
import * as Y from 'yjs';

/** A token is never torn: everybody types between tokens, and takes away whole ones only. */
export const tokenPattern = /⟦[\w-]+⟧/g;

export function tokenOf(author: string, number: number): string {
  return `⟦${author}-${number}⟧`;
}

export function bodyOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('body');
}

/** What people see. State vectors prove nothing: two copies can differ and have the same. */
export function contentHash(doc: Y.Doc): string {
  return createHash('sha256').update(bodyOf(doc).toString()).digest('hex');
}

export function tokensIn(doc: Y.Doc): string[] {
  return bodyOf(doc).toString().match(tokenPattern) ?? [];
}

/** Puts a token somewhere between the others, now and then in a paragraph of its own. One transaction. */
export function typeToken(doc: Y.Doc, token: string, random: () => number): void {
  const body = bodyOf(doc);
  const text = random() < 0.05 ? null : textAt(body, Math.floor(random() * body.length));
  doc.transact(() => {
    if (text) return text.insert(boundary(text.toString(), random), token);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(token)]);
    body.insert(Math.floor(random() * (body.length + 1)), [paragraph]);
  }, 'typist');
}

/** @returns whether the token was there to be taken away. */
export function removeToken(doc: Y.Doc, token: string): boolean {
  const body = bodyOf(doc);
  for (let index = 0; index < body.length; index++) {
    const text = textAt(body, index);
    const at = text?.toString().indexOf(token) ?? -1;
    if (!text || at < 0) continue;
    doc.transact(() => text.delete(at, token.length), 'typist');
    return true;
  }
  return false;
}

/** Client ids by the tokens that were written with them. */
export function authorsOf(doc: Y.Doc): Map<string, number> {
  const authors = new Map<string, number>();
  for (const [client, structs] of doc.store.clients) {
    const written = structs
      .map((struct) =>
        struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ' ',
      )
      .join('');
    for (const token of written.match(tokenPattern) ?? []) authors.set(token, client);
  }
  return authors;
}

/** Tokens that an update brings. */
export function tokensWritten(update: Uint8Array): string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString
      ? (struct.content.str.match(tokenPattern) ?? [])
      : [],
  );
}

function textAt(body: Y.XmlFragment, index: number): Y.XmlText | null {
  const paragraph = body.length > 0 ? body.get(index) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text : null;
}

function boundary(text: string, random: () => number): number {
  const ends = [0, ...[...text.matchAll(/⟧/g)].map((match) => match.index + 1)];
  return ends[Math.floor(random() * ends.length)] ?? 0;
}
