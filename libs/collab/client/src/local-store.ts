import type { AccessLevel, RefusalCode } from '@kring/collab-protocol';

/** Where the copy of one person of one room is kept. */
export interface CopyKey {
  readonly personId: string;
  readonly room: string;
}

/** What is known of a room beside its text. */
export interface CopyHeader {
  readonly generation: number;
  readonly access: AccessLevel;
  readonly reason: string;
  /** JSON of the page, such as the title. */
  readonly meta: unknown;
}

export interface LocalCopy extends CopyHeader {
  /** `updates` hold everything up to this number, and may hold more. */
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
}

/** An edit that is not known to be stored by the server. */
export interface StoredEdit {
  /** Grows with the time of writing, over all pages: an edit never depends on one with a higher key. */
  readonly key: number;
  readonly clientId: number;
  readonly generation: number;
  readonly update: Uint8Array;
  /** Why the server will never take it; empty while it may. */
  readonly refusal: RefusalCode | '';
}

export interface CopyChange {
  readonly header: CopyHeader;
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
  /** Keys of edits that the server has stored: they leave the queue in the same transaction. */
  readonly settled: readonly number[];
}

/**
 * What a device keeps for its people. Each method is one transaction, seen by all pages of the browser.
 * Rejects when the device cannot keep it (no room, switched off).
 */
export interface LocalStore {
  /** Whether what is written outlives the page. */
  readonly isDurable: boolean;
  readCopy(key: CopyKey): Promise<LocalCopy | null>;
  /**
   * Adds `updates` to the copy and moves its `seq` on, if the copy reaches at least to `fromSeq`.
   * @returns false when another page has put back or replaced the copy; `settled` is done all the same.
   */
  appendCopy(key: CopyKey, fromSeq: number, change: CopyChange): Promise<boolean>;
  /**
   * Puts `updates`, the whole document up to `seq`, in place of the copy, unless another page has kept a
   * newer one; `settled` is done all the same.
   */
  replaceCopy(key: CopyKey, change: CopyChange): Promise<boolean>;
  /** Changes the header of an existing copy; nothing without one. */
  writeHeader(key: CopyKey, header: CopyHeader): Promise<void>;
  /** Removes the text that was received and keeps the edits that wait. */
  dropCopy(key: CopyKey): Promise<void>;

  /** In the order of their keys. */
  listEdits(key: CopyKey): Promise<StoredEdit[]>;
  /** @returns the keys, in the order given. */
  addEdits(key: CopyKey, edits: readonly Omit<StoredEdit, 'key'>[]): Promise<number[]>;
  removeEdits(keys: readonly number[]): Promise<void>;
  refuseEdits(keys: readonly number[], refusal: RefusalCode): Promise<void>;
  /** Client ids under which edits wait; cheap, however many edits there are. */
  clientIdsWithEdits(key: CopyKey): Promise<number[]>;
  roomsWithEdits(personId: string): Promise<string[]>;

  /** Takes one spare client id for good, so that no two pages share one; 0 without any. */
  takeClientId(key: CopyKey): Promise<number>;
  keepClientIds(key: CopyKey, ids: readonly number[]): Promise<void>;

  /**
   * Makes this page the keeper of the edits written with `clientId` until it ends or releases it.
   * Resolves at once: with false while another page keeps it.
   */
  tryHold(clientId: number): Promise<boolean>;
  /** As `tryHold`, but waits until the other page is gone; false when `signal` ended the wait. */
  holdWhenFree(clientId: number, signal: AbortSignal): Promise<boolean>;
  release(clientId: number): void;

  wipeRoom(key: CopyKey): Promise<void>;
  wipePerson(personId: string): Promise<void>;
  close(): Promise<void>;
}
