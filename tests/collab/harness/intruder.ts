import * as Y from 'yjs';
import type { Operation } from './checker.ts';
import { RawSocket } from './raw-socket.ts';
import { tokenOf, typeToken } from './text.ts';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

export interface IntruderOptions {
  readonly visitor: Visitor;
  readonly roomName: string;
  readonly random: () => number;
  readonly operations: Operation[];
}

/** Somebody who may write, and does so once under the client id of each other person in the room. */
export async function intrude(options: IntruderOptions): Promise<void> {
  const { visitor, roomName } = options;
  const socket = new RawSocket(visitor);
  await socket.greet();
  const { channel, people, updates } = await socket.join(roomName);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const victims = people.filter(({ personId }) => personId !== visitor.personId);
  for (const [index, { clientId }] of victims.entries()) {
    for (const frame of socket.frames)
      if (frame.type === 'updates') for (const update of frame.updates) Y.applyUpdate(doc, update);
    const clientSeq = index + 1;
    const { operation, update } = forge(doc, clientId, clientSeq, options);
    socket.send({ type: 'update', channel, clientSeq, updates: [update] });
    await until(
      () => `an answer to ${operation.token}, closed: ${socket.isClosed}`,
      () => (operation.insert = answerTo(clientSeq, socket)) !== 'unknown' || socket.isClosed,
    );
  }
  socket.close();
}

function forge(
  from: Y.Doc,
  clientId: number,
  number: number,
  { visitor, roomName, random, operations }: IntruderOptions,
): { operation: Operation; update: Uint8Array } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const before = Y.encodeStateVector(doc);
  doc.clientID = clientId;
  const author = visitor.personId;
  const token = tokenOf(author.slice(-8), number);
  typeToken(doc, token, random);
  const operation: Operation = { token, author, room: roomName, insert: 'unknown', removal: 'none' };
  operations.push(operation);
  return { operation, update: Y.encodeStateAsUpdate(doc, before) };
}

function answerTo(clientSeq: number, { frames }: RawSocket): Operation['insert'] {
  for (const frame of frames) {
    if (frame.type === 'refused' && frame.clientSeq === clientSeq) return 'refused';
    if (frame.type === 'ack' && frame.clientSeq >= clientSeq) return 'acked';
  }
  return 'unknown';
}
