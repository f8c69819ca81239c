export { FakeClock, settled } from './fake-clock.ts';
export { seededRandom } from './seeded-random.ts';
export type { SeededRandom } from './seeded-random.ts';
export { MemoryDocumentLog } from './memory-document-log.ts';
export { describeDocumentLog } from './document-log.contract.ts';
export type { DocumentLogHarness } from './document-log.contract.ts';
