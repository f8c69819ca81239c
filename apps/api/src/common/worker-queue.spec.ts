import { afterEach, describe, expect, it } from '@jest/globals';
import { WorkerFailedError, WorkerQueue } from './worker-queue.ts';

const source = `
  import { parentPort } from 'node:worker_threads';
  let count = 0;
  parentPort.on('message', (task) => {
    count += 1;
    if (task === 'hang') for (;;);
    if (task === 'throw') throw new Error('broken');
    if (task === 'exit') process.exit(0);
    if (task === 'eat') { const all = []; for (;;) all.push(new Array(1e6).fill(task + all.length)); }
    parentPort.postMessage(task === 'refuse' ? { error: 'no' } : { answer: task + count });
  });`;

describe('WorkerQueue', () => {
  const opened: WorkerQueue<string, string>[] = [];
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close();
  });

  function open(options: { timeLimit?: number; idleLimit?: number } = {}): WorkerQueue<string, string> {
    const file = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
    const limits = { timeLimit: 20_000, idleLimit: 20_000, memoryLimitMb: 32, ...options };
    const queue = new WorkerQueue<string, string>({ file, ...limits });
    opened.push(queue);
    return queue;
  }

  it('answers in the order of asking, from one thread', async () => {
    const queue = open();
    expect(await Promise.all([queue.ask('a'), queue.ask('b'), queue.ask('c')])).toEqual(['a1', 'b2', 'c3']);
  });

  it.each(['throw', 'exit', 'eat', 'refuse'])(
    'says so when the work fails (%s), and goes on',
    async (task) => {
      const queue = open();
      const [failed, next] = [queue.ask(task), queue.ask('next')];
      await expect(failed).rejects.toThrow(WorkerFailedError);
      expect(await next).toBe('next1');
    },
  );

  it('ends what hangs', async () => {
    const queue = open({ timeLimit: 300 });
    await expect(queue.ask('hang')).rejects.toThrow('took too long');
  });

  it('starts a new thread after a pause that ended the old one', async () => {
    const queue = open({ idleLimit: 1 });
    let answer = await queue.ask('a');
    for (let tries = 0; answer !== 'a1' || tries === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      answer = await queue.ask('a');
    }
    expect(answer).toBe('a1');
  });
});
