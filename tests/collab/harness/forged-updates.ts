import * as Y from 'yjs';

/** Unsigned numbers as lib0 writes them, seven bits a byte. */
export function uints(...values: number[]): number[] {
  return values.flatMap((value) => {
    const bytes: number[] = [];
    let rest = value;
    while (rest > 127) {
      bytes.push(128 | (rest % 128));
      rest = Math.floor(rest / 128);
    }
    return [...bytes, rest];
  });
}

/** A dozen bytes: "of this client everything up to clock + length is gone". Fact 1. */
export function forgedCollection(client: number, clock: number, length: number): Uint8Array {
  return new Uint8Array(uints(1, 1, client, clock, 0, length, 0));
}

/** Claims so many structs in the V2 encoding. Fact 3. */
export function v2Bomb(structs: number): Uint8Array {
  const empty = uints(0);
  const sections = [
    uints(0), // key clocks
    ...Array.from({ length: 8 }, () => empty),
  ].flatMap((section) => [...uints(section.length), ...section]);
  return new Uint8Array([0, ...sections, ...uints(1, structs, 7, 0)]);
}

/** An update that puts `text` into the body, written as `client` from its first clock on. */
export function insertion(client: number, text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment('body').insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

/** The same in V2. */
export function insertionV2(client: number, text: string): Uint8Array {
  return Y.convertUpdateFormatV1ToV2(insertion(client, text));
}
