import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { randomInt } from 'node:crypto';
import { awarenessState, type Connect, type Listener } from './protocol.ts';
import { openWebSocket } from './web-socket.ts';

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const NOTHING_YET = Uint8Array.of(0);
const NO_UPDATE = Uint8Array.of(0, 0);

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** One message of y-protocols; Hocuspocus puts the name of the document before it. */
class Messages {
  readonly #name: string | null;

  constructor(name: string | null) {
    this.#name = name;
  }

  sync(step: number, bytes: Uint8Array): Uint8Array {
    return message((encoder) => {
      this.#begin(encoder, SYNC);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  }

  awareness(clientId: number, clock: number, state: string): Uint8Array {
    const entry = message((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    });
    return message((encoder) => {
      this.#begin(encoder, AWARENESS);
      encoding.writeVarUint8Array(encoder, entry);
    });
  }

  token(): Uint8Array {
    return message((encoder) => {
      this.#begin(encoder, AUTH);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'token');
      encoding.writeVarString(encoder, '4.7.0');
    });
  }

  #begin(encoder: encoding.Encoder, type: number): void {
    if (this.#name !== null) encoding.writeVarString(encoder, this.#name);
    encoding.writeVarUint(encoder, type);
  }
}

/** The clients of y-websocket and of Hocuspocus, without a document behind them. */
function connectWith(isNamed: boolean): Connect {
  return async (seat, listener) => {
    const messages = new Messages(isNamed ? seat.room : null);
    const clientId = randomInt(1, 2 ** 31);
    let clock = 0;
    let acked = 0;
    let finish: () => void = () => undefined;
    const isReady = new Promise<void>((resolve) => (finish = resolve));
    let isSynced = false;

    const read = (bytes: Uint8Array, reply: (bytes: Uint8Array) => void): void => {
      if (isSynced && listener === null) return;
      const decoder = decoding.createDecoder(bytes);
      if (isNamed) decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === SYNC_STATUS) return void listener?.acked(acked++);
      if (type === AUTH) return reply(messages.sync(STEP_1, NOTHING_YET));
      if (type !== SYNC && type !== SYNC_REPLY) return;
      const step = decoding.readVarUint(decoder);
      if (step === STEP_1) return reply(messages.sync(STEP_2, NO_UPDATE));
      listener?.update(decoding.readVarUint8Array(decoder));
      if (step !== STEP_2) return;
      isSynced = true;
      finish();
    };

    const open = await openWebSocket(
      isNamed ? seat.address : `${seat.address}/${seat.room}`,
      (bytes, socket) => read(bytes, (answer) => socket.send(answer)),
      () => listener?.closed(),
    );
    open.socket.send(isNamed ? messages.token() : messages.sync(STEP_1, NOTHING_YET));
    await isReady;
    return {
      clientId,
      send: (updates) => {
        for (const update of updates) open.socket.send(messages.sync(UPDATE, update));
      },
      move: (cursor) =>
        open.socket.send(messages.awareness(clientId, ++clock, awarenessState(clientId, cursor))),
      pause: () => open.socket.pause(),
      close: () => open.socket.terminate(),
      received: open.received,
    };
  };
}

export const connectYWebsocket = connectWith(false);
export const connectHocuspocus = connectWith(true);

/** A server that only copies what it gets: there is nothing to be brought. */
export const connectRelay: Connect = async (seat, listener: Listener | null) => {
  const clientId = randomInt(1, 2 ** 31);
  const open = await openWebSocket(
    `${seat.address}/${seat.room}`,
    (bytes) => {
      if (listener !== null && bytes[0] === UPDATE) listener.update(bytes.subarray(1));
    },
    () => listener?.closed(),
  );
  const tagged = (tag: number, bytes: Uint8Array) => {
    const frame = Buffer.allocUnsafe(bytes.length + 1);
    frame[0] = tag;
    frame.set(bytes, 1);
    return frame;
  };
  return {
    clientId,
    send: (updates) => {
      for (const update of updates) open.socket.send(tagged(UPDATE, update));
    },
    move: (cursor) => open.socket.send(tagged(AWARENESS, Buffer.from(awarenessState(clientId, cursor)))),
    pause: () => open.socket.pause(),
    close: () => open.socket.terminate(),
    received: open.received,
  };
};
