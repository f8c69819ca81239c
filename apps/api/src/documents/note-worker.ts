import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import {
  canonicalJson,
  countWords,
  noteToText,
  readNoteWithAuthors,
  type NoteNode,
} from '@kring/live-documents';
import * as Y from 'yjs';
import type { ReadNoteAnswer, ReadNoteTask } from './note-work.ts';

parentPort?.on('message', (task: ReadNoteTask) => {
  try {
    parentPort?.postMessage({ answer: read(task) });
  } catch (error) {
    parentPort?.postMessage({ error: String(error) });
  }
});

function read({ updates, since }: ReadNoteTask): ReadNoteAnswer {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const note = readNoteWithAuthors(doc);
  const content = storable(note.content);
  const text = noteToText(content);
  const stateVector = Y.encodeStateVector(doc);
  const before = since ? Y.decodeStateVector(since) : new Map<number, number>();
  const clientIds = [...Y.decodeStateVector(stateVector)]
    .filter(([clientId, clock]) => clock > (before.get(clientId) ?? 0))
    .map(([clientId]) => clientId);
  return {
    content,
    sha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    authors: note.authors,
    signs: note.signs,
    text,
    wordCount: countWords(text),
    stateVector,
    clientIds,
  };
}

/** PostgreSQL takes neither this character nor half of a pair, in text nor in JSON. */
function storable(note: NoteNode): NoteNode {
  const clean = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\uFFFD') : value;
  return JSON.parse(JSON.stringify(note, clean)) as NoteNode;
}
