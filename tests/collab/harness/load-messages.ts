/** Somebody whom a worker plays. */
export interface LoadPerson {
  readonly personId: string;
  readonly name: string;
  readonly cookie: string;
  readonly room: string;
  readonly editsPerSecond: number;
  readonly group: LoadGroup;
}

/** In the one crowded note, or with a few others in one of many. */
export type LoadGroup = 'crowd' | 'others';

export type ToWorker =
  | { readonly type: 'open'; readonly address: string; readonly people: readonly LoadPerson[] }
  | { readonly type: 'type' }
  | { readonly type: 'measure' }
  | { readonly type: 'finish' };

/** Times are milliseconds since 1970, with fractions. */
export interface LoadResult {
  readonly type: 'result';
  /** Edits that moved a clock: client id, clock after it, time, by group. */
  readonly edits: Readonly<Record<LoadGroup, readonly [client: number, clock: number, at: number][]>>;
  /** What of others arrived: client id, clock before, clock after, time. */
  readonly arrivals: Readonly<
    Record<LoadGroup, readonly [client: number, from: number, to: number, at: number][]>
  >;
  /** Milliseconds from edit to "saved". */
  readonly acks: Readonly<Record<LoadGroup, readonly number[]>>;
  readonly copies: readonly (readonly [room: string, hash: string])[];
  readonly unsaved: number;
  /** How late this process itself was, 99th of 100, in milliseconds. */
  readonly ownDelay: number;
  readonly disconnects: number;
}

export type FromWorker = { readonly type: 'opened' } | LoadResult;
