export { hostileUpdates } from './corpus.ts';
export type { HostileUpdate, Target } from './corpus.ts';
export { fuzzFrames } from './fuzz-frames.ts';
export { fuzzUpdates } from './fuzz-updates.ts';
export type { FuzzReport } from './fuzz-report.ts';
