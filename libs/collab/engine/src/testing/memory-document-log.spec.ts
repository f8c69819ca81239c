import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { describeDocumentLog } from './document-log.contract.ts';
import { MemoryDocumentLog } from './memory-document-log.ts';

describe('document log in memory', () => {
  const log = new MemoryDocumentLog();

  describeDocumentLog(() => ({
    log,
    newRoom: () => `note:${randomUUID()}`,
    createDocument: async (room) => void log.create(room),
    deleteDocument: async (room) => void log.documents.delete(room),
    bumpAccess: async (room) => void log.get(room).accessVersion++,
    createLoginSession: async () => ({ personId: randomUUID(), loginSessionId: randomUUID() }),
    endLoginSession: async (id) => void log.ended.add(id),
  }));
});
