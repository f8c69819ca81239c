import type { AppendBatch, DocumentLog } from '@kring/collab-engine';
import { setTimeout as delay } from 'node:timers/promises';
import { builtPrototype, documentLogFile } from '../harness/built.ts';

const writtenAfter = 100;
const log = await builtPrototype<DocumentLog>(documentLogFile, 'PostgresDocumentLog');
const { append } = log;
let last: Promise<unknown> = Promise.resolve();

/** Says that it is stored, and stores it a moment later. */
log.append = function (batches: readonly AppendBatch[]) {
  const due = delay(writtenAfter);
  last = last
    .then(() => due)
    .then(() => append.call(this, batches))
    .catch(() => undefined);
  return Promise.resolve(batches.map(() => ({ status: 'stored' })));
};
