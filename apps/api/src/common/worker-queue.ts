import { Worker } from 'node:worker_threads';

export interface WorkerQueueOptions {
  /** The file of the worker; it answers each message with one message. */
  readonly file: string | URL;
  readonly timeLimit: number;
  readonly memoryLimitMb: number;
  /** How long the thread waits for more work before it ends. */
  readonly idleLimit: number;
}

/** That the work itself could not be done: in time, in memory, or at all. */
export class WorkerFailedError extends Error {}

/**
 * Heavy work in one thread beside the process, one message at a time. What hangs or eats memory is ended and answered
 * with `WorkerFailedError`; the next message gets a fresh thread.
 */
export class WorkerQueue<In, Out> {
  readonly #options: WorkerQueueOptions;
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | null = null;
  #waiting: { resolve(answer: Out): void; fail(reason: string): void } | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: WorkerQueueOptions) {
    this.#options = options;
  }

  ask(message: In): Promise<Out> {
    const answer = this.#last.then(() => this.#ask(message));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Waits for what was asked, and ends the thread. */
  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #ask(message: In): Promise<Out> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const { timeLimit, idleLimit } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Out>((resolve, reject) => {
        this.#waiting = { resolve, fail: (reason) => reject(new WorkerFailedError(reason)) };
        timer = setTimeout(() => this.#waiting?.fail('took too long'), timeLimit);
        worker.postMessage(message);
      });
    } catch (error) {
      await this.#end();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#waiting = null;
      if (this.#worker) this.#idle = setTimeout(() => void this.#end(), idleLimit).unref();
    }
  }

  #start(): Worker {
    const { file, memoryLimitMb } = this.#options;
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
      // From source, as in tests, the libraries of the house are read from source too.
      ...(String(file).endsWith('.ts') && { execArgv: ['--conditions=kring-source'] }),
    });
    worker.on('message', (out: { answer: Out } | { error: string }) =>
      'error' in out ? this.#waiting?.fail(out.error) : this.#waiting?.resolve(out.answer),
    );
    worker.on('error', (error) => this.#fail(worker, String(error)));
    worker.on('exit', () => this.#fail(worker, 'ended early'));
    // What is left to do must not keep a stopped process alive.
    worker.unref();
    return worker;
  }

  #fail(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#waiting?.fail(reason);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
