import { expect, it } from '@jest/globals';
import type { AppendBatch, DocumentLog, StoredDocument } from '../ports.ts';

/** What the contract needs of the world around a log. */
export interface DocumentLogHarness {
  log: DocumentLog;
  createDocument(room: string): Promise<void>;
  deleteDocument(room: string): Promise<void>;
  bumpAccess(room: string): Promise<void>;
  createLoginSession(): Promise<{ personId: string; loginSessionId: string }>;
  endLoginSession(loginSessionId: string): Promise<void>;
  /** A room name that no test has used. */
  newRoom(): string;
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

async function open(
  harness: () => DocumentLogHarness,
): Promise<{ room: string; document: StoredDocument; batch: AppendBatch }> {
  const { log, newRoom, createDocument, createLoginSession } = harness();
  const room = newRoom();
  await createDocument(room);
  const { personId, loginSessionId } = await createLoginSession();
  const document = await load(harness, room);
  const { documentId, generation, accessVersion, headSeq } = document;
  expect(await log.load(`${room}x`)).toBeNull();
  const updates = [
    { bytes: bytes(1), personId },
    { bytes: bytes(2, 0), personId },
  ];
  const batch = {
    documentId,
    generation,
    accessVersion,
    headSeq,
    updates,
    loginSessionIds: [loginSessionId],
  };
  return { room, document, batch };
}

async function load(harness: () => DocumentLogHarness, room: string): Promise<StoredDocument> {
  const document = await harness().log.load(room);
  if (!document) throw new Error('the document is missing');
  return document;
}

/** The promises of `DocumentLog`, for every implementation. */
export function describeDocumentLog(harness: () => DocumentLogHarness): void {
  describeAppending(harness);
  describeKeeping(harness);
}

function describeAppending(harness: () => DocumentLogHarness): void {
  it('[S1] keeps what it calls stored, in order and without holes', async () => {
    const { room, batch, document } = await open(harness);
    expect(await harness().log.append([batch])).toEqual([{ status: 'stored' }]);
    expect(await load(harness, room)).toMatchObject({
      headSeq: document.headSeq + 2,
      tail: [
        { seq: 1, bytes: bytes(1) },
        { seq: 2, bytes: bytes(2, 0) },
      ],
    });
    expect((await harness().log.readSince(document.documentId, 1))?.updates).toMatchObject([
      { seq: 2, bytes: bytes(2, 0) },
    ]);
    expect((await harness().log.readSince(document.documentId, 2))?.updates).toEqual([]);
  });

  it('[Q1] stores nothing where the log is further than the room', async () => {
    const { room, batch } = await open(harness);
    await harness().log.append([batch]);
    expect(await harness().log.append([batch])).toEqual([{ status: 'moved' }]);
    expect((await load(harness, room)).headSeq).toBe(2);
  });

  it('[P2] stores nothing under an access version that is no longer the present one', async () => {
    const { room, batch } = await open(harness);
    await harness().bumpAccess(room);
    expect(await harness().log.append([batch])).toEqual([
      { status: 'stale-access', accessVersion: batch.accessVersion + 1 },
    ]);
    expect((await load(harness, room)).headSeq).toBe(0);
  });

  it('[P3] stores nothing of a sign-in that has ended, and all for one that has not', async () => {
    const { room, batch } = await open(harness);
    const other = await harness().createLoginSession();
    await harness().endLoginSession(other.loginSessionId);
    const mixed = { ...batch, loginSessionIds: [...batch.loginSessionIds, other.loginSessionId] };
    expect(await harness().log.endedLoginSessions(mixed.loginSessionIds)).toEqual([other.loginSessionId]);
    expect(await harness().log.append([mixed])).toEqual([
      { status: 'session-ended', loginSessionIds: [other.loginSessionId] },
    ]);
    expect((await load(harness, room)).headSeq).toBe(0);
    expect(await harness().log.append([batch])).toEqual([{ status: 'stored' }]);
  });

  it('[S2] stores each batch of a commit whole or not at all, whatever becomes of the others', async () => {
    const [good, stale, gone] = [await open(harness), await open(harness), await open(harness)];
    const [ended, moved] = [await open(harness), await open(harness)];
    await harness().bumpAccess(stale.room);
    await harness().deleteDocument(gone.room);
    for (const id of ended.batch.loginSessionIds) await harness().endLoginSession(id);
    const batches = [stale, good, gone, ended, { batch: { ...moved.batch, headSeq: 7 } }].map(
      ({ batch }) => batch,
    );
    const outcomes = await harness().log.append(batches);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'stale-access',
      'stored',
      'gone',
      'session-ended',
      'moved',
    ]);
    for (const { room } of [ended, moved]) expect((await load(harness, room)).tail).toHaveLength(0);
    expect((await load(harness, good.room)).tail).toHaveLength(2);
    expect((await load(harness, stale.room)).tail).toHaveLength(0);
    expect(await harness().log.load(gone.room)).toBeNull();
  });
}

function describeKeeping(harness: () => DocumentLogHarness): void {
  it('[I1] never gives out a client id of a document twice, and knows whose it is', async () => {
    const { log, createLoginSession } = harness();
    const { document } = await open(harness);
    const [a, b] = [await createLoginSession(), await createLoginSession()];
    const ofA = [...(await log.issueClientIds(document.documentId, a.personId, 3))];
    const ofB = await log.issueClientIds(document.documentId, b.personId, 1);
    expect(new Set([...ofA, ...ofB]).size).toBe(4);
    expect([...(await log.clientIdsOf(document.documentId, a.personId))].sort()).toEqual(ofA.sort());
    expect(await log.clientIdsOf(document.documentId, b.personId)).toEqual(ofB);
    for (const id of ofA) expect(Number.isInteger(id) && id > 0 && id < 2 ** 32).toBe(true);
  });

  it('[P4] tells where the documents that exist stand', async () => {
    const { room, document } = await open(harness);
    const heads = await harness().log.heads([room, `${room}x`]);
    const { accessVersion, generation } = document;
    expect([...heads]).toEqual([[room, { accessVersion, generation, headSeq: 0 }]]);
  });

  it('[Q7] puts a snapshot in the place of the log before it, never an older one', async () => {
    const { room, batch } = await open(harness);
    const { log } = harness();
    await log.append([batch]);
    await log.append([{ ...batch, headSeq: 2 }]);
    const { documentId, generation } = batch;
    const snapshot = { documentId, generation, upTo: 3, bytes: bytes(7), trimTo: 1 };
    expect(await log.writeSnapshot(snapshot)).toBe(true);
    expect(await log.writeSnapshot({ ...snapshot, upTo: 2 })).toBe(false);
    expect(await log.writeSnapshot({ ...snapshot, generation: generation + 1, upTo: 4 })).toBe(false);
    expect(await load(harness, room)).toMatchObject({
      headSeq: 4,
      snapshot: { seq: 3, bytes: bytes(7) },
      tail: [{ seq: 4 }],
    });
    expect((await log.readSince(documentId, 1))?.updates).toHaveLength(3);
    expect(await log.readSince(documentId, 0)).toBeNull();
  });
}
