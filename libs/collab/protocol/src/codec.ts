import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { accessLevels, closeCodes, refusalCodes } from './codes.ts';
import type { ClientFrame, PresenceChange, PresentPerson, ServerFrame } from './frames.ts';

/** Thrown for bytes that are no frame. Carries no part of them. */
export class MalformedFrameError extends Error {
  constructor() {
    super('malformed frame');
    this.name = 'MalformedFrameError';
  }
}

// The tag of a frame is its place in these lists: append, never reorder.
const clientTags = ['hello', 'join', 'leave', 'update', 'presence', 'fetch', 'ping'] as const;
const serverTags = [
  'welcome',
  'joined',
  'closed',
  'ack',
  'refused',
  'updates',
  'presence',
  'access',
  'pong',
  'restarting',
  'error',
  'look',
] as const;
const presenceTags = ['here', 'cursor', 'gone'] as const;

const { writeVarUint, writeVarString, writeVarUint8Array } = encoding;
const { readVarString, readVarUint8Array } = decoding;

/** lib0 makes NaN of a number that is written with more bytes than any number needs. */
function readVarUint(decoder: decoding.Decoder): number {
  const value = decoding.readVarUint(decoder);
  if (!Number.isSafeInteger(value)) throw new MalformedFrameError();
  return value;
}

function oneOf<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new MalformedFrameError();
  return found;
}

function writeBytesList(encoder: encoding.Encoder, list: readonly Uint8Array[]): void {
  writeVarUint(encoder, list.length);
  for (const bytes of list) writeVarUint8Array(encoder, bytes);
}

function readBytesList(decoder: decoding.Decoder): Uint8Array[] {
  const count = readVarUint(decoder);
  // Each entry takes a byte at least: a larger count is a lie, and would size an array.
  if (count > decoder.arr.length - decoder.pos) throw new MalformedFrameError();
  const list: Uint8Array[] = [];
  for (let i = 0; i < count; i++) list.push(readVarUint8Array(decoder));
  return list;
}

function writePerson(encoder: encoding.Encoder, person: PresentPerson): void {
  writeVarUint(encoder, person.clientId);
  writeVarString(encoder, person.personId);
  writeVarString(encoder, person.name);
  writeVarString(encoder, person.affiliation);
  writeVarUint(encoder, person.colour);
  writeVarUint(encoder, accessLevels.indexOf(person.access));
  writeVarUint8Array(encoder, person.cursor);
}

function readPerson(decoder: decoding.Decoder): PresentPerson {
  return {
    clientId: readVarUint(decoder),
    personId: readVarString(decoder),
    name: readVarString(decoder),
    affiliation: readVarString(decoder),
    colour: readVarUint(decoder),
    access: oneOf(accessLevels, readVarUint(decoder)),
    cursor: readVarUint8Array(decoder),
  };
}

function writeChange(encoder: encoding.Encoder, change: PresenceChange): void {
  writeVarUint(encoder, presenceTags.indexOf(change.kind));
  if (change.kind === 'here') return writePerson(encoder, change.person);
  writeVarUint(encoder, change.clientId);
  if (change.kind === 'cursor') writeVarUint8Array(encoder, change.cursor);
}

function readChange(decoder: decoding.Decoder): PresenceChange {
  const kind = oneOf(presenceTags, readVarUint(decoder));
  if (kind === 'here') return { kind, person: readPerson(decoder) };
  const clientId = readVarUint(decoder);
  return kind === 'cursor' ? { kind, clientId, cursor: readVarUint8Array(decoder) } : { kind, clientId };
}

function readList<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T[] {
  const count = readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos) throw new MalformedFrameError();
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(read(decoder));
  return list;
}

/** Runs a reader; whatever goes wrong in it, or is left over after it, is a malformed frame. */
function decode<T>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => T): T {
  const decoder = decoding.createDecoder(bytes);
  try {
    const value = read(decoder);
    if (decoding.hasContent(decoder)) throw new MalformedFrameError();
    return value;
  } catch (error) {
    throw error instanceof MalformedFrameError ? error : new MalformedFrameError();
  }
}

/** Updates as bytes of their own. */
export function encodeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  writeBytesList(encoder, updates);
  return encoding.toUint8Array(encoder);
}

/** @throws {MalformedFrameError} for anything that `encodeUpdates` cannot have written. */
export function decodeUpdates(bytes: Uint8Array): Uint8Array[] {
  return decode(bytes, readBytesList);
}

export function encodeClientFrame(frame: ClientFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  writeVarUint(encoder, clientTags.indexOf(frame.type));
  switch (frame.type) {
    case 'hello':
      writeVarUint(encoder, frame.protocolVersion);
      writeVarUint(encoder, frame.schemaVersion);
      break;
    case 'join':
      writeVarString(encoder, frame.room);
      writeVarUint(encoder, frame.generation);
      writeVarUint(encoder, frame.seq);
      writeVarUint(encoder, frame.clientId);
      break;
    case 'leave':
      writeVarUint(encoder, frame.channel);
      break;
    case 'update':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.clientSeq);
      writeBytesList(encoder, frame.updates);
      break;
    case 'presence':
      writeVarUint(encoder, frame.channel);
      writeVarUint8Array(encoder, frame.cursor);
      break;
    case 'fetch':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.seq);
      break;
    case 'ping':
      break;
  }
  return encoding.toUint8Array(encoder);
}

/** @throws {MalformedFrameError} for anything that `encodeClientFrame` cannot have written. */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame {
  return decode(bytes, (decoder): ClientFrame => {
    const type = oneOf(clientTags, readVarUint(decoder));
    switch (type) {
      case 'hello':
        return { type, protocolVersion: readVarUint(decoder), schemaVersion: readVarUint(decoder) };
      case 'join':
        return {
          type,
          room: readVarString(decoder),
          generation: readVarUint(decoder),
          seq: readVarUint(decoder),
          clientId: readVarUint(decoder),
        };
      case 'leave':
        return { type, channel: readVarUint(decoder) };
      case 'update':
        return {
          type,
          channel: readVarUint(decoder),
          clientSeq: readVarUint(decoder),
          updates: readBytesList(decoder),
        };
      case 'presence':
        return { type, channel: readVarUint(decoder), cursor: readVarUint8Array(decoder) };
      case 'fetch':
        return { type, channel: readVarUint(decoder), seq: readVarUint(decoder) };
      case 'ping':
        return { type };
    }
  });
}

export function encodeServerFrame(frame: ServerFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  writeVarUint(encoder, serverTags.indexOf(frame.type));
  switch (frame.type) {
    case 'welcome':
      writeVarUint(encoder, frame.protocolVersion);
      writeVarUint(encoder, frame.schemaVersion);
      break;
    case 'joined':
      writeVarString(encoder, frame.room);
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.generation);
      writeVarUint(encoder, frame.seq);
      writeVarUint(encoder, frame.clientId);
      writeVarUint(encoder, frame.spareClientIds.length);
      for (const id of frame.spareClientIds) writeVarUint(encoder, id);
      writeVarUint(encoder, accessLevels.indexOf(frame.access));
      writeVarString(encoder, frame.reason);
      writeVarUint(encoder, frame.isSnapshot ? 1 : 0);
      writeVarUint(encoder, frame.clock);
      writeVarUint8Array(encoder, frame.packed);
      writeBytesList(encoder, frame.updates);
      writeVarUint(encoder, frame.people.length);
      for (const person of frame.people) writePerson(encoder, person);
      break;
    case 'closed':
      writeVarString(encoder, frame.room);
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, closeCodes.indexOf(frame.code));
      writeVarString(encoder, frame.reason);
      break;
    case 'ack':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.clientSeq);
      writeVarUint(encoder, frame.seq);
      writeVarUint(encoder, frame.own);
      break;
    case 'refused':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.clientSeq);
      writeVarUint(encoder, refusalCodes.indexOf(frame.code));
      break;
    case 'updates':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.seq);
      writeBytesList(encoder, frame.updates);
      break;
    case 'presence':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, frame.changes.length);
      for (const change of frame.changes) writeChange(encoder, change);
      break;
    case 'access':
      writeVarUint(encoder, frame.channel);
      writeVarUint(encoder, accessLevels.indexOf(frame.access));
      writeVarString(encoder, frame.reason);
      break;
    case 'pong':
      break;
    case 'restarting':
      writeVarUint(encoder, frame.delay);
      break;
    case 'error':
      writeVarUint(encoder, closeCodes.indexOf(frame.code));
      break;
    case 'look':
      writeVarUint(encoder, frame.channel);
      writeVarString(encoder, frame.topic);
      break;
  }
  return encoding.toUint8Array(encoder);
}

/** @throws {MalformedFrameError} for anything that `encodeServerFrame` cannot have written. */
export function decodeServerFrame(bytes: Uint8Array): ServerFrame {
  return decode(bytes, (decoder): ServerFrame => {
    const type = oneOf(serverTags, readVarUint(decoder));
    switch (type) {
      case 'welcome':
        return { type, protocolVersion: readVarUint(decoder), schemaVersion: readVarUint(decoder) };
      case 'joined':
        return {
          type,
          room: readVarString(decoder),
          channel: readVarUint(decoder),
          generation: readVarUint(decoder),
          seq: readVarUint(decoder),
          clientId: readVarUint(decoder),
          spareClientIds: readList(decoder, readVarUint),
          access: oneOf(accessLevels, readVarUint(decoder)),
          reason: readVarString(decoder),
          isSnapshot: readVarUint(decoder) === 1,
          clock: readVarUint(decoder),
          packed: readVarUint8Array(decoder),
          updates: readBytesList(decoder),
          people: readList(decoder, readPerson),
        };
      case 'closed':
        return {
          type,
          room: readVarString(decoder),
          channel: readVarUint(decoder),
          code: oneOf(closeCodes, readVarUint(decoder)),
          reason: readVarString(decoder),
        };
      case 'ack':
        return {
          type,
          channel: readVarUint(decoder),
          clientSeq: readVarUint(decoder),
          seq: readVarUint(decoder),
          own: readVarUint(decoder),
        };
      case 'refused':
        return {
          type,
          channel: readVarUint(decoder),
          clientSeq: readVarUint(decoder),
          code: oneOf(refusalCodes, readVarUint(decoder)),
        };
      case 'updates':
        return {
          type,
          channel: readVarUint(decoder),
          seq: readVarUint(decoder),
          updates: readBytesList(decoder),
        };
      case 'presence':
        return { type, channel: readVarUint(decoder), changes: readList(decoder, readChange) };
      case 'access':
        return {
          type,
          channel: readVarUint(decoder),
          access: oneOf(accessLevels, readVarUint(decoder)),
          reason: readVarString(decoder),
        };
      case 'pong':
        return { type };
      case 'restarting':
        return { type, delay: readVarUint(decoder) };
      case 'error':
        return { type, code: oneOf(closeCodes, readVarUint(decoder)) };
      case 'look':
        return { type, channel: readVarUint(decoder), topic: readVarString(decoder) };
    }
  });
}
