export { FakeClock, settled } from './fake-clock.ts';
export { MemoryDocumentLog } from './memory-document-log.ts';
export { describeDocumentLog } from './document-log.contract.ts';
export type { DocumentLogHarness } from './document-log.contract.ts';
