import type { NoteContent } from '@kring/contracts';
import { noteSchema, type NoteComparison, type NoteNode } from '@kring/live-documents';
import type { CompareTask } from './compare-worker.ts';

const timeLimit = 15_000;
const textblocks = Object.values(noteSchema.nodes)
  .filter((type) => type.isTextblock)
  .map(({ name }) => name);

export const noteOf = ({ content }: NoteContent): NoteNode => content as unknown as NoteNode;

/** Compares two texts beside the page, so that it stays at hand; rejects when that takes too long. */
export function compareTexts(
  before: NoteContent,
  after: NoteContent,
  signal?: AbortSignal,
): Promise<NoteComparison> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.terminate();
      settle();
    };
    const fail = (reason: string) => finish(() => reject(new Error(reason)));
    const timer = setTimeout(() => fail('comparing took too long'), timeLimit);
    signal?.addEventListener('abort', () => fail('no longer asked for'));
    worker.addEventListener('message', ({ data }: MessageEvent<NoteComparison>) =>
      finish(() => resolve(data)),
    );
    worker.addEventListener('error', () => fail('comparing failed'));
    const task: CompareTask = {
      before: noteOf(before),
      after: noteOf(after),
      options: { textblocks, authors: after.authors },
    };
    worker.postMessage(task);
  });
}
