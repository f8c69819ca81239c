import type { ProtocolName } from '../protocols/index.ts';
import type { Seat } from '../protocols/protocol.ts';
import type { Reading } from './reading.ts';
import type { SlowReading } from './slow-readers.ts';

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
  | { readonly type: 'hold'; readonly protocol: ProtocolName; readonly seats: readonly Seat[] }
  | { readonly type: 'until-back' }
  | { readonly type: 'let-go' }
  | {
      readonly type: 'open-slow';
      readonly protocol: ProtocolName;
      readonly writers: readonly Seat[];
      readonly readers: readonly Seat[];
    }
  | { readonly type: 'write-slow'; readonly bytes: number; readonly stopsReading: boolean }
  | { readonly type: 'close-slow' }
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
  | { readonly type: 'held' }
  | { readonly type: 'back'; readonly first: number; readonly last: number }
  | { readonly type: 'let-go' }
  | { readonly type: 'opened-slow' }
  | ({ readonly type: 'written-slow' } & SlowReading)
  | { readonly type: 'closed-slow' }
  | LoadResult;
