import type { AppendBatch } from '@kring/collab-engine';

/** The parameters of `store_document_updates`: arrays side by side, and all updates in one stretch of bytes. */
export function toAppendParameters(batches: readonly AppendBatch[]): unknown[] {
  const members: { place: number; session: string }[] = [];
  const updates: { place: number; seq: number; personId: string; offset: number; length: number }[] = [];
  const chunks: Uint8Array[] = [];
  let offset = 1;
  batches.forEach((batch, i) => {
    const place = i + 1;
    for (const session of batch.loginSessionIds) members.push({ place, session });
    batch.updates.forEach(({ bytes, personId }, at) => {
      updates.push({ place, seq: batch.headSeq + 1 + at, personId, offset, length: bytes.length });
      chunks.push(bytes);
      offset += bytes.length;
    });
  });
  return [
    batches.map((batch) => batch.documentId),
    batches.map((batch) => batch.generation),
    batches.map((batch) => batch.accessVersion),
    batches.map((batch) => batch.headSeq),
    batches.map((batch) => batch.updates.length),
    [...new Set(members.map((member) => member.session))],
    members.map((member) => member.place),
    members.map((member) => member.session),
    updates.map((update) => update.place),
    updates.map((update) => update.seq),
    updates.map((update) => update.personId),
    updates.map((update) => update.offset),
    updates.map((update) => update.length),
    Buffer.concat(chunks),
  ];
}
