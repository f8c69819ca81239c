import * as Y from 'yjs';
import { noteBodyToUpdate } from '../note-body.ts';
import { readNote } from '../read-note.ts';
import { NOTE_ROOT } from '../schema-version.ts';
import { redactContent } from './redact-content.ts';
import { redactAttribute } from './redact-attribute.ts';
import { REDACTED, WordsToRedact } from './words-to-redact.ts';

/**
 * A live text without the words, as one update that holds nothing of what was ever deleted. Who wrote the rest, and
 * where comments hang, stays. `clientId` writes what stands in their place: nobody has used it in this text.
 *
 * @throws {Error} when the text is not whole.
 */
export function redactDocument(
  updates: readonly Uint8Array[],
  given: readonly string[],
  clientId: number,
): Uint8Array {
  const doc = load(updates);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error('The text has a hole');
  doc.clientID = clientId;
  const words = new WordsToRedact(given);
  doc.transact(() => redactType(doc.getXmlFragment(NOTE_ROOT), words));
  const update = Y.encodeStateAsUpdate(doc);
  if (isFree(update, words)) return update;
  // Something that Yjs keeps still names them: the text is made anew, and only who wrote it is lost.
  const body = redactContent(readNote(doc), [], words, clientId)?.content ?? readNote(doc);
  return noteBodyToUpdate(body, clientId);
}

function load(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

function redactType(type: Y.XmlFragment | Y.XmlElement, words: WordsToRedact): void {
  if (type instanceof Y.XmlElement) redactAttributes(type, words);
  for (const child of type.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) redactText(child, words);
    else if (child instanceof Y.XmlElement) redactType(child, words);
  }
}

function redactAttributes(element: Y.XmlElement, words: WordsToRedact): void {
  for (const [name, value] of attributesOf(element)) {
    const redacted = redactAttribute(element.nodeName, name, value, words);
    if (redacted === value) continue;
    if (redacted === null) element.removeAttribute(name);
    else element.setAttribute(name, redacted as string);
  }
}

const attributesOf = (element: Y.XmlElement): [string, unknown][] =>
  Object.entries(element.getAttributes() as Record<string, unknown>);

interface Piece {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function redactText(text: Y.XmlText, words: WordsToRedact): void {
  let at = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Piece[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    for (const [name, value] of Object.entries(attributes))
      if (words.redactIn(value) !== value) text.format(at, length, { [name]: null });
    at += length;
  }
  const pieces = (text.toDelta() as Piece[]).map(({ insert }) =>
    typeof insert === 'string' ? insert : '\uFFFC',
  );
  for (const { from, to } of words.find(pieces.join('')).reverse()) {
    text.insert(to, REDACTED);
    text.delete(from, to - from);
  }
}

/** Whether neither the text nor anything beside it in these bytes names one of the words. */
function isFree(update: Uint8Array, words: WordsToRedact): boolean {
  const copy = load([update]);
  if (redactContent(readNote(copy), [], words, 1) !== null) return false;
  if (!isTypeFree(copy.getXmlFragment(NOTE_ROOT), words)) return false;
  return (Y.decodeUpdate(update).structs as { content?: unknown }[]).every(({ content }) => {
    if (content instanceof Y.ContentString) return !words.isIn(content.str);
    if (content instanceof Y.ContentFormat) return words.redactIn(content.value as unknown) === content.value;
    return true;
  });
}

function isTypeFree(type: Y.XmlFragment | Y.XmlElement, words: WordsToRedact): boolean {
  const isOwnFree =
    !(type instanceof Y.XmlElement) ||
    attributesOf(type).every(([name, value]) => redactAttribute(type.nodeName, name, value, words) === value);
  return (
    isOwnFree &&
    (type.toArray() as unknown[]).every(
      (child) => !(child instanceof Y.XmlElement) || isTypeFree(child, words),
    )
  );
}
