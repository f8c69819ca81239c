import type { Deflate } from '@kring/collab-protocol';
import type { AppendWriter } from './append-writer.ts';
import type { Compaction } from './compaction/compaction.ts';
import type { Authorizer, Clock, DocumentLog, Logger, Monitor, RoomBus } from './ports.ts';

/** What the parts of one engine share. */
export interface EngineContext {
  readonly log: DocumentLog;
  readonly authorizer: Authorizer;
  readonly bus: RoomBus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly monitor: Monitor;
  readonly writer: AppendWriter;
  readonly compaction: Compaction;
  readonly deflate: Deflate;
  /** Closes every connection of these sign-ins. */
  endLoginSessions(loginSessionIds: readonly string[]): void;
}
