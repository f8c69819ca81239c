import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export const ROOT = 'body';
const WITH_ORIGIN = 0x80;
const CONTENT_STRING = 4;

/** One person at the end of a paragraph of their own, as Yjs would say it: an update for each typed letter. */
export class Typing {
  readonly #clientId: number;
  #clock = 0;

  constructor(clientId: number) {
    this.#clientId = clientId;
  }

  /** Yjs clock after the newest edit. */
  get clock(): number {
    return this.#clock;
  }

  /** The paragraph, with its first letter. */
  begin(): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = this.#clientId;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('-')]);
    doc.getXmlFragment(ROOT).insert(0, [paragraph]);
    this.#clock = Y.getState(doc.store, doc.clientID);
    return Y.encodeStateAsUpdate(doc);
  }

  letter(letter: string): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.#clientId);
    encoding.writeVarUint(encoder, this.#clock);
    encoding.writeUint8(encoder, WITH_ORIGIN + CONTENT_STRING);
    encoding.writeVarUint(encoder, this.#clientId);
    encoding.writeVarUint(encoder, this.#clock - 1);
    encoding.writeVarString(encoder, letter);
    encoding.writeVarUint(encoder, 0);
    this.#clock += 1;
    return encoding.toUint8Array(encoder);
  }

  /** Where a caret stands after the newest edit, as y-prosemirror says it. */
  cursor(): unknown {
    const place = {
      type: { client: this.#clientId, clock: 1 },
      tname: null,
      item: { client: this.#clientId, clock: this.#clock - 1 },
      assoc: 0,
    };
    return { anchor: place, head: place };
  }
}
