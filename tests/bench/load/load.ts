import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ProtocolName } from '../protocols/index.ts';
import type { Seat } from '../protocols/protocol.ts';
import type { Reading } from './reading.ts';
import type { FromWorker, LoadResult, Pace, ToWorker } from './messages.ts';

/** The people, in a process of their own. */
export class Load {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(path.join(import.meta.dirname, 'worker.ts'), {
      execArgv: ['--conditions=kring-source'],
      serialization: 'advanced',
    });
  }

  async open(protocol: ProtocolName, seats: readonly Seat[], sampledPerRoom: number): Promise<void> {
    await this.#ask({ type: 'open', protocol, seats, sampled: sampledPerRoom }, 'opened');
  }

  pace(pace: Pace): void {
    this.#child.send({ type: 'pace', pace } satisfies ToWorker);
  }

  measure(): void {
    this.#child.send({ type: 'measure' } satisfies ToWorker);
  }

  result(): Promise<LoadResult> {
    return this.#ask({ type: 'result' }, 'result');
  }

  async fill(protocol: ProtocolName, seat: Seat): Promise<number> {
    return (await this.#ask({ type: 'fill', protocol, seat }, 'filled')).length;
  }

  read(protocol: ProtocolName, seats: readonly Seat[], length: number): Promise<Reading> {
    return this.#ask({ type: 'read', protocol, seats, length }, 'read');
  }

  async close(): Promise<void> {
    await this.#ask({ type: 'close' }, 'closed');
  }

  end(): void {
    this.#child.disconnect();
  }

  #ask<T extends FromWorker['type']>(message: ToWorker, type: T): Promise<Extract<FromWorker, { type: T }>> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The load ended with ${code}.`));
      const hear = (answer: FromWorker) => {
        if (answer.type !== type) return;
        this.#child.off('exit', ended);
        this.#child.off('message', hear);
        resolve(answer as Extract<FromWorker, { type: T }>);
      };
      this.#child.once('exit', ended);
      this.#child.on('message', hear);
      this.#child.send(message);
    });
  }
}
