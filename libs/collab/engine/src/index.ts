export { CollabEngine } from './engine.ts';
export type { CollabEngineOptions, CollabEngineStats, ConnectionHandle } from './engine.ts';
export { buildSnapshot } from './compaction/build-snapshot.ts';
export { contentOf } from './compaction/content-hash.ts';
export type * from './ports.ts';
