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
  const socket = new RawSocket(options.visitor);
  await socket.greet();
  const doc = new Y.Doc();
  let { channel, people, updates } = await socket.join(options.roomName);
  let clientSeq = 1;
  for (const update of updates) Y.applyUpdate(doc, update);
  const victims = people.filter(({ personId }) => personId !== options.visitor.personId);
  for (let number = 1; victims.length > 0 && !socket.isClosed; number++) {
    for (const frame of socket.frames.splice(0))
      if (frame.type === 'updates') for (const update of frame.updates) Y.applyUpdate(doc, update);
    const { operation, update } = forge(doc, victims[0]?.clientId ?? 0, number, options);
    socket.send({ type: 'update', channel, clientSeq, updates: [update] });
    await until(
      () => `an answer to ${operation.token} among ${told(socket)}; closed: ${socket.isClosed}`,
      () =>
        (operation.insert = answerTo(clientSeq, socket)) !== 'unknown' || isOut(socket) || socket.isClosed,
    );
    if (operation.insert === 'unknown' && isOut(socket)) {
      // As it goes with what somebody else has just sent and the disk does not have yet: one comes again.
      socket.frames.length = 0;
      ({ channel, people, updates } = await socket.join(options.roomName));
      for (const update of updates) Y.applyUpdate(doc, update);
      clientSeq = 1;
      continue;
    }
    clientSeq += 1;
    victims.shift();
  }
  socket.close();
}

const isOut = ({ frames }: RawSocket) => frames.some(({ type }) => type === 'closed');

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

/** What the server said last, for whoever looks for the cause. */
function told({ frames }: RawSocket): string {
  return JSON.stringify(frames.slice(-8).map((frame) => (frame.type === 'updates' ? frame.type : frame)));
}
