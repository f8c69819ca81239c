import * as encoding from 'lib0/encoding';

/** A number as lib0 writes counts, a string with its length before it, bytes as they are. */
export type Part = number | string | Uint8Array | readonly Part[];

/** Bytes by hand, as a hostile page would write them. */
export function forge(...parts: Part[]): Uint8Array {
  return encoding.encode((encoder) => writeParts(encoder, parts));
}

function writeParts(encoder: encoding.Encoder, parts: readonly Part[]): void {
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part);
    else writeParts(encoder, part);
  }
}

/** One byte that is no number of lib0, such as the first of a struct. */
export const byte = (value: number): Uint8Array => new Uint8Array([value]);

/** A plain value as Yjs carries it. */
export const any = (value: unknown): Uint8Array =>
  encoding.encode((encoder) => encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]));

/** A number with more bytes than it needs: of 150 bytes a reader without bounds makes something that is no number. */
export const overlong = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, at) =>
    at === 0 ? 0x80 | (value & 127) : at === bytes - 1 ? 0 : 0x80,
  );

/** The beginning of a struct of this kind that lies at the root of the document. */
export const inRoot = (kind: number, root = 'body'): Part => [byte(kind), 1, root];

/** One struct of a client at a clock, without deletions. */
export const structOf = (client: number, clock: number, ...struct: Part[]): Uint8Array =>
  forge(1, 1, client, clock, struct, 0);
