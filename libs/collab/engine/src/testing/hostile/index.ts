export { hostileUpdates } from './corpus.ts';
export type { Target } from './hostile-update.ts';
export { fuzzFrames } from './fuzz-frames.ts';
export { fuzzUpdates } from './fuzz-updates.ts';
export type { FuzzReport } from './fuzz-report.ts';
export { AdmittingDocument } from './admitting-document.ts';
export { EditingSession, type SentUpdate } from '../editing-session.ts';
export { seededRandom } from '../seeded-random.ts';
