import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import {
  canonicalJson,
  countWords,
  noteToText,
  readNote,
  readNoteWithAuthors,
  redactContent,
  redactDocument,
  WordsToRedact,
  type AuthorRun,
  type NoteNode,
} from '@kring/live-documents';
import * as Y from 'yjs';
import type { KeptContent, NoteTask, NoteWork, Redacted } from './note-work.types.ts';

parentPort?.on('message', (task: NoteTask) => {
  try {
    parentPort?.postMessage({ answer: work(task) });
  } catch (error) {
    parentPort?.postMessage({ error: String(error) });
  }
});

function work(task: NoteTask): NoteWork[keyof NoteWork]['answer'] {
  switch (task.kind) {
    case 'read':
      return read(task);
    case 'redact':
      return redact(task);
    case 'redact-content':
      return redactKept(task);
  }
}

function read({ updates, since }: NoteWork['read']['task']): NoteWork['read']['answer'] {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const note = readNoteWithAuthors(doc);
  const stateVector = Y.encodeStateVector(doc);
  const before = since ? Y.decodeStateVector(since) : new Map<number, number>();
  const clientIds = [...Y.decodeStateVector(stateVector)]
    .filter(([clientId, clock]) => clock > (before.get(clientId) ?? 0))
    .map(([clientId]) => clientId);
  const kept = keptOf(storable(note.content), note.authors);
  return { ...kept, text: noteToText(kept.content), signs: note.signs, stateVector, clientIds };
}

function redact({ updates, words, clientId }: NoteWork['redact']['task']): NoteWork['redact']['answer'] {
  const found = new WordsToRedact(words);
  redactContent(readNote(updates), [], found, clientId);
  const update = redactDocument(updates, words, clientId);
  return { ...toldOf(found), update, note: read({ updates: [update], since: null }) };
}

function redactKept({
  content,
  authors,
  words,
  clientId,
}: NoteWork['redact-content']['task']): NoteWork['redact-content']['answer'] {
  const found = new WordsToRedact(words);
  const redacted = redactContent(content, authors, found, clientId);
  return redacted && { ...toldOf(found), ...keptOf(redacted.content, redacted.authors) };
}

const toldOf = ({ count, forms }: WordsToRedact): Redacted => ({ count, forms });

function keptOf(content: NoteNode, authors: readonly AuthorRun[]): KeptContent {
  return {
    content,
    sha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    authors,
    wordCount: countWords(noteToText(content)),
  };
}

/** PostgreSQL takes neither this character nor half of a pair, in text nor in JSON. */
function storable(note: NoteNode): NoteNode {
  const clean = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\uFFFD') : value;
  return JSON.parse(JSON.stringify(note, clean)) as NoteNode;
}
