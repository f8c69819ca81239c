import type { ByteReader } from './byte-reader.ts';
import { Refusal } from './refusal.ts';
import { checkJson, checkKey, skipAny } from './values.ts';

/** No reference of this sort. */
export const NONE = -1;

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;

/** What matters of one struct; one object is filled again and again. A client of `NONE` means no reference. */
export class Struct {
  length = 0;
  isType = false;
  /** Of what it held nothing is left but its length. */
  isGone = false;
  /** An attribute of its parent; with a neighbour it is what that is, and this is false. */
  hasKey = false;
  originClient = NONE;
  originClock = 0;
  rightClient = NONE;
  rightClock = 0;
  parentClient = NONE;
  parentClock = 0;
  rootName: string | null = null;

  /** @throws {Refusal} for anything that an honest Yjs client does not write. */
  read(reader: ByteReader): void {
    const info = reader.byte();
    const kind = info & 31;
    this.isType = this.hasKey = false;
    this.isGone = kind < 2;
    this.originClient = this.rightClient = this.parentClient = NONE;
    this.rootName = null;
    if (kind === 10) throw new Refusal('skip-not-allowed');
    if (kind === 0) {
      if (info !== 0) throw new Refusal('malformed');
      this.length = reader.uint();
    } else {
      this.readParent(reader, info);
      this.readContent(reader, kind);
    }
    if (this.length === 0) throw new Refusal('malformed');
  }

  /** Whether it was written directly behind the struct of the same client that ends at this clock. */
  follows(client: number, clock: number): boolean {
    return this.originClient === client && this.originClock === clock - 1;
  }

  private readParent(reader: ByteReader, info: number): void {
    if (info & HAS_ORIGIN) {
      this.originClient = reader.uint();
      this.originClock = reader.uint();
    }
    if (info & HAS_RIGHT_ORIGIN) {
      this.rightClient = reader.uint();
      this.rightClock = reader.uint();
    }
    if (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) return;
    const parentInfo = reader.uint();
    if (parentInfo > 1) throw new Refusal('not-v1');
    if (parentInfo === 1) this.rootName = reader.string();
    else {
      this.parentClient = reader.uint();
      this.parentClock = reader.uint();
    }
    this.hasKey = (info & HAS_PARENT_SUB) !== 0;
    if (this.hasKey) checkKey(reader.string());
  }

  private readContent(reader: ByteReader, kind: number): void {
    this.length = 1;
    switch (kind) {
      case 1: // deleted in the transaction that made it
        this.length = reader.uint();
        return;
      case 3: // bytes
        return reader.skip(reader.uint());
      case 4:
        this.length = reader.stringLength();
        return;
      case 6: // format: a key before its value
        checkKey(reader.string());
        return checkJson(reader.string());
      case 5: // embed
        return checkJson(reader.string());
      case 7:
        return this.readType(reader);
      case 8:
        this.length = reader.uint();
        for (let i = 0; i < this.length; i++) skipAny(reader);
        return;
      case 9:
        throw new Refusal('subdocument-not-allowed');
      case 2: // the JSON of before 2020: no living client writes it
        throw new Refusal('value-not-allowed');
      default:
        throw new Refusal('malformed');
    }
  }

  private readType(reader: ByteReader): void {
    this.isType = true;
    const type = reader.uint();
    if (type === 3) checkKey(reader.string());
    else if (type === 5) throw new Refusal('value-not-allowed');
    else if (type > 6) throw new Refusal('malformed');
  }
}
