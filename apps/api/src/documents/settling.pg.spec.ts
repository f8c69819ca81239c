import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { noteBodyToUpdate } from '@kring/live-documents';
import { DataSource } from 'typeorm';
import * as Y from 'yjs';
import { DomainEvents, type DomainEventOf } from '../common/domain-events.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { NotesService } from '../notes/notes.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText } from '../testing/live-text.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { NoteThread } from './note-thread.ts';
import { SettledTexts } from './settled-texts.service.ts';
import { SettlingRepository } from './settling.repository.ts';
import { SettlingService } from './settling.service.ts';
import { readStoredBytes } from './stored-bytes.ts';

describe('texts that come to rest', () => {
  let server: TestApp;
  let community: TestCommunity;
  let texts: SettledTexts;
  let told: DomainEventOf<'document-settled'>[];
  let marit: string;
  let joost: string;
  let caseId: string;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    texts = server.app.get(SettledTexts);
    // Only what a test asks for is read, when it asks.
    await server.app.get(SettlingService).beforeApplicationShutdown();
    server.app.get(DomainEvents).on('document-settled', (event) => void told.push(event));
    const { id: copId } = await community.addCop();
    marit = (await community.addMember(copId, 'facilitator')).personId;
    joost = (await community.addMember(copId, 'participant')).personId;
    caseId = await community.addCase(copId, { holderId: marit });
  });
  beforeEach(async () => {
    told = [];
  });
  afterAll(async () => {
    await server.close();
  });

  function newProcess(): SettlingService {
    const { app } = server;
    return new SettlingService(
      app.get(DataSource),
      app.get(TransactionRunner),
      app.get(DomainEvents),
      app.get(SettlingRepository),
      app.get(NoteThread),
    );
  }
  const settle = () => newProcess().settleDue();

  async function newText(): Promise<LiveText> {
    return LiveText.of(server, await community.addNote(caseId, marit));
  }

  it('are read once, kept, and told of with who wrote', async () => {
    const text = await newText();
    await text.write('Wonen in Zeeland', marit);
    await text.write('en werken', joost);
    await settle();
    await settle();
    const people = [marit, joost].sort();
    const { documentId, noteId } = text;
    expect(told).toEqual([{ type: 'document-settled', documentId, noteId, seq: 2, personIds: people }]);
    expect(await texts.findOfNote(noteId)).toMatchObject({
      seq: 2,
      text: 'Wonen in Zeeland\nen werken',
      wordCount: 5,
      content: { type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph' }] },
    });
    await text.write('en leren', joost);
    await settle();
    expect(told[1]).toMatchObject({ seq: 3, personIds: [joost] });
    expect(await texts.listWritersSince(documentId, 2)).toMatchObject([{ personId: joost, lastSeq: 3 }]);
  });

  it('wait while somebody types, for a minute at most', async () => {
    const typing = await newText();
    await typing.write('a', marit, '30 seconds');
    await typing.write('b', marit, '1 second');
    const endless = await newText();
    await endless.write('a', marit, '61 seconds');
    await endless.write('b', marit, '1 second');
    await settle();
    expect(told.map(({ noteId }) => noteId)).toEqual([endless.noteId]);
    await server.query(
      `UPDATE document_updates SET created_at = created_at - interval '5 seconds' WHERE document_id = $1`,
      [typing.documentId],
    );
    await settle();
    expect(told.map(({ noteId }) => noteId)).toEqual([endless.noteId, typing.noteId]);
  });

  it('that nobody wrote in are left alone', async () => {
    const { noteId } = await newText();
    await settle();
    expect([told, await texts.findOfNote(noteId)]).toEqual([[], null]);
  });

  it('are found by their numbers, also when no event told of them', async () => {
    const text = await newText();
    await text.write('Nieuw', marit);
    await newProcess().settleDue(false);
    expect(told).toEqual([]);
    await settle();
    expect(told).toHaveLength(1);
  });

  it('are read by one process when two look at once', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, newText));
    for (const text of many) await text.write('Tegelijk', marit);
    await Promise.all([settle(), settle(), settle()]);
    expect(told.map(({ noteId }) => noteId).sort()).toEqual(many.map(({ noteId }) => noteId).sort());
  });

  it('are taken over from a process that died, once its claim has run out', async () => {
    const text = await newText();
    await text.write('Over', marit);
    await server.app.get(SettlingRepository).claim(text.documentId);
    await settle();
    expect(told).toEqual([]);
    await server.query('UPDATE settled_documents SET claimed_until = now() WHERE document_id = $1', [
      text.documentId,
    ]);
    await settle();
    expect(told).toHaveLength(1);
  });

  it('are read for whoever waits, also when a process died with them in hand', async () => {
    const text = await newText();
    await text.write('Wat er staat', marit);
    await settle();
    await text.write('en wat erbij kwam', joost);
    await server.query(
      `UPDATE settled_documents SET claimed_until = now() + interval '90 seconds' WHERE document_id = $1`,
      [text.documentId],
    );
    await settle();
    expect(await texts.findOfNote(text.noteId)).toMatchObject({ seq: 1 });
    expect(await texts.readNow(text.noteId)).toMatchObject({
      seq: 2,
      text: 'Wat er staat\nen wat erbij kwam',
    });
  });

  it('do not go back to what a slower process read', async () => {
    const text = await newText();
    await text.write('Eerst', marit);
    const slower = await server.app.get(SettlingRepository).claim(text.documentId);
    const seen = await readStoredBytes(server.app.get(DataSource).manager, text.documentId);
    if (!slower || !seen) throw new Error('nothing to read');
    const read = await server.app.get(NoteThread).read(seen.updates, null);
    await text.write('daarna', joost);
    await texts.readNow(text.noteId);
    await server.app.get(TransactionRunner).run(async (tx) => {
      await server.app.get(SettlingRepository).storeText(tx, slower, seen, read);
    });
    expect(await texts.findOfNote(text.noteId)).toMatchObject({ seq: 2, text: 'Eerst\ndaarna' });
  });

  it('name their writers when the log has been compacted meanwhile', async () => {
    const text = await newText();
    await text.write('Eerst', joost);
    await text.write('Dan', marit);
    await server.query(
      'INSERT INTO document_snapshots (document_id, generation, up_to, bytes) VALUES ($1, 1, 2, $2)',
      [text.documentId, Buffer.from(Y.encodeStateAsUpdate(text.doc))],
    );
    await server.query('DELETE FROM document_updates WHERE document_id = $1 AND seq <= 2', [text.documentId]);
    await settle();
    expect(told).toMatchObject([{ seq: 2, personIds: [marit, joost].sort() }]);
  });

  it('that cannot be read are marked, keep what they said, and stop no other', async () => {
    const broken = await newText();
    await broken.write('Goed', marit);
    await settle();
    await broken.append(new Uint8Array([255, 255, 255, 255]), marit);
    const fine = await newText();
    await fine.write('Ook goed', marit);
    told = [];
    await settle();
    await settle();
    expect(told.map(({ noteId }) => noteId)).toEqual([fine.noteId]);
    expect(await texts.findOfNote(broken.noteId)).toMatchObject({ seq: 1, text: 'Goed' });
    const [row] = await server.query('SELECT failed_seq FROM settled_documents WHERE document_id = $1', [
      broken.documentId,
    ]);
    expect(row).toEqual({ failed_seq: '2' });
    await server.query('DELETE FROM document_updates WHERE document_id = $1 AND seq = 2', [
      broken.documentId,
    ]);
    await broken.write('Weer goed', marit);
    await settle();
    expect(told.at(-1)).toMatchObject({ noteId: broken.noteId, seq: 3 });
  });

  it('may hold what PostgreSQL cannot', async () => {
    const text = await newText();
    await text.write('nul\u0000 en \\u0000 en half \ud83d paar', marit);
    await settle();
    expect((await texts.findOfNote(text.noteId))?.text).toBe('nul\uFFFD en \\u0000 en half \uFFFD paar');
  });

  it('count a first text of the server too', async () => {
    const noteId = await server.app.get(TransactionRunner).run(async (tx) => {
      const text = noteBodyToUpdate({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Sjabloon' }] }],
      });
      return server.app.get(NotesService).createIn(tx, { caseId, personId: marit, title: 'Met tekst', text });
    });
    await settle();
    expect(told).toMatchObject([{ noteId, seq: 1, personIds: [] }]);
  });
});
