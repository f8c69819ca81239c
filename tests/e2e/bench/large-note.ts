import { createCollabClient, MemoryDevice, MemoryLocalStore, socketIoTransport } from '@kring/collab-client';
import { type Case, type Cop, type Note, endpoints } from '@kring/contracts';
import {
  NOTE_ROOT,
  type NoteNode,
  SCHEMA_VERSION,
  anchorAtWords,
  noteBodyToUpdate,
} from '@kring/live-documents';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Person } from '../support/person.ts';
import type { Product } from '../support/product.ts';

export interface Amounts {
  readonly pages: number;
  readonly tables: number;
  readonly threads: number;
  readonly versions: number;
}

/** A page of a report in twelve points. */
const WORDS_OF_A_PAGE = 350;
const WORDS_OF_A_PARAGRAPH = 70;
const BLOCKS_AT_ONCE = 40;
/** The last line of every such note: when it stands there, all of it does. */
export const LAST_WORDS = 'Einde van het verslag.';
const vocabulary =
  'de gemeente en het waterschap zien dat bewoners van de polder eerder hulp zoeken dan vorig jaar omdat wonen werk en zorg dicht bij elkaar liggen en niemand alleen over de gevolgen gaat'.split(
    ' ',
  );

/** A case with a note as asked for, written through the doors that people use. */
export async function makeLargeNote(
  product: Product,
  writer: Person,
  amounts: Amounts,
): Promise<{ path: string; words: number }> {
  const post = async <T>(path: string, data: unknown): Promise<T> => {
    const url = `${product.url}/api${path}`;
    const answer = await writer.context.request.post(url, { data, headers: { origin: product.url } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const cops = await writer.ask<Cop[]>(endpoints.listCops.path);
  const cop = cops.find(({ slug }) => slug === 'gebiedsgericht-werken');
  const title = `Verslag van ${amounts.pages} bladzijden`;
  const holderId = writer.me?.id;
  const opened = await post<Case>(`/cops/${cop?.id}/cases`, { title, holderId, visibility: 'cop' });
  const note = await post<Note>(`/cases/${opened.id}/notes`, { title: 'Het hele verslag' });
  const { body, words } = report(amounts);
  await withRoom(product, writer, note.room, async (doc, untilSaved) => {
    writeBody(doc, body);
    await untilSaved();
    for (let thread = 1; thread <= amounts.threads; thread += 1) {
      const about = 1 + Math.floor(((thread - 1) * paragraphsOf(amounts)) / amounts.threads);
      await post(`/notes/${note.id}/threads`, {
        requestId: randomUUID(),
        kind: thread % 3 === 0 ? 'question' : 'remark',
        anchor: anchorAtWords(doc, finding(about)),
        body: [{ type: 'text', text: `Waar komt dit vandaan? Opmerking ${thread}.` }],
      });
    }
    for (let version = 1; version <= amounts.versions; version += 1) {
      doc.transact(() => firstText(doc).insert(0, `${version}. `), 'writer');
      await untilSaved();
      await post(`/notes/${note.id}/versions`, { name: `Versie ${version}` });
    }
  });
  return { path: `/cases/${opened.id}/notes/${note.id}`, words };
}

async function withRoom(
  product: Product,
  writer: Person,
  room: string,
  use: (doc: Y.Doc, untilSaved: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const cookies = await writer.context.cookies();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const client = createCollabClient({
    url: product.url,
    personId: writer.me?.id ?? '',
    schemaVersion: SCHEMA_VERSION,
    store: new MemoryLocalStore(new MemoryDevice(), true),
    transport: socketIoTransport({ headers: { Cookie, Origin: product.url } }),
  });
  try {
    const opened = client.openRoom(room);
    const until = async (isSo: () => boolean) => {
      for (const end = Date.now() + 180_000; !isSo(); await delay(10)) {
        if (Date.now() > end)
          throw new Error(`The room did not come so far: ${JSON.stringify(opened.status)}`);
      }
    };
    await until(() => opened.status.isSynced && opened.status.phase === 'ready');
    await use(opened.doc, () => until(() => opened.status.saving === 'saved'));
  } finally {
    await client.close();
  }
}

const paragraphsOf = ({ pages }: Amounts) => Math.round((pages * WORDS_OF_A_PAGE) / WORDS_OF_A_PARAGRAPH);
const finding = (number: number) => `bevinding ${number}:`;
const text = (value: string): NoteNode => ({ type: 'text', text: value });
const paragraph = (value: string): NoteNode => ({ type: 'paragraph', content: [text(value)] });
const sentence = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => vocabulary[(from * 7 + at * 3) % vocabulary.length]).join(' ');

function report(amounts: Amounts): { body: NoteNode; words: number } {
  const paragraphs = paragraphsOf(amounts);
  const content: NoteNode[] = [];
  for (let number = 1; number <= paragraphs; number += 1) {
    if (number % 12 === 1) {
      const heading = [text(`Hoofdstuk ${Math.ceil(number / 12)}`)];
      content.push({ type: 'heading', attrs: { level: 2 }, content: heading });
    }
    content.push(paragraph(`In ${finding(number)} ${sentence(number, WORDS_OF_A_PARAGRAPH - 3)}.`));
    const tablesSoFar = Math.floor((number * amounts.tables) / paragraphs);
    if (tablesSoFar > Math.floor(((number - 1) * amounts.tables) / paragraphs)) content.push(table(number));
  }
  content.push(paragraph(LAST_WORDS));
  return { body: { type: 'doc', content }, words: paragraphs * WORDS_OF_A_PARAGRAPH };
}

function table(number: number): NoteNode {
  const rows = Array.from({ length: 6 }, (_, row): NoteNode => {
    const cells = Array.from({ length: 4 }, (_, column): NoteNode => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(sentence(number + row * 4 + column, 3))],
    }));
    return { type: 'tableRow', content: cells };
  });
  return { type: 'table', content: rows };
}

/** By edits of one's own, since the server takes no other; in pieces, as a paste would come. */
function writeBody(doc: Y.Doc, body: NoteNode): void {
  const written = new Y.Doc();
  Y.applyUpdate(written, noteBodyToUpdate(body));
  const blocks = written.getXmlFragment(NOTE_ROOT).toArray();
  const target = doc.getXmlFragment(NOTE_ROOT);
  for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
    const copies = blocks
      .slice(at, at + BLOCKS_AT_ONCE)
      .map((block) => block.clone())
      .filter((block) => block instanceof Y.XmlElement || block instanceof Y.XmlText);
    doc.transact(() => target.insert(target.length, copies), 'writer');
  }
  written.destroy();
}

function firstText(doc: Y.Doc): Y.XmlText {
  for (const node of doc.getXmlFragment(NOTE_ROOT).createTreeWalker((one) => one instanceof Y.XmlText)) {
    if (node instanceof Y.XmlText) return node;
  }
  throw new Error('The note has no text.');
}
