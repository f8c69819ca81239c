import type { ProtocolName } from '../protocols/index.ts';
import type { Seat } from '../protocols/protocol.ts';
import type { Reading } from './reading.ts';

export interface Pace {
  /** Of each editor. */
  readonly editsPerSecond: number;
  readonly movesPerSecond: number;
  /** Edits that are sent together, when people type faster than frames are sent. */
  readonly editsPerFrame: number;
}

export type ToWorker =
  | {
      readonly type: 'open';
      readonly protocol: ProtocolName;
      readonly seats: readonly Seat[];
      readonly sampled: number;
    }
  | { readonly type: 'pace'; readonly pace: Pace }
  | { readonly type: 'measure' }
  | { readonly type: 'result' }
  | { readonly type: 'fill'; readonly protocol: ProtocolName; readonly seat: Seat }
  | {
      readonly type: 'read';
      readonly protocol: ProtocolName;
      readonly seats: readonly Seat[];
      readonly length: number;
    }
  | { readonly type: 'close' };

/** Milliseconds everywhere. */
export interface LoadResult {
  readonly type: 'result';
  /** Edits that were sent while it was measured. */
  readonly edits: number;
  /** From an edit to each of the sampled others. */
  readonly deliveries: Float64Array;
  /** From an edit to its acknowledgement, of the sampled ones. */
  readonly acks: Float64Array;
  /** Measured edits that a sampled other never got. */
  readonly missing: number;
  /** How late the load itself was, 99th of 100. */
  readonly ownDelay: number;
  readonly closed: number;
}

export type FromWorker =
  | { readonly type: 'opened' }
  | { readonly type: 'closed' }
  | { readonly type: 'filled'; readonly length: number }
  | ({ readonly type: 'read' } & Reading)
  | LoadResult;
