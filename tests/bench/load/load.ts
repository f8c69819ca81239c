import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ProtocolName } from '../protocols/index.ts';
import type { Seat } from '../protocols/protocol.ts';
import type { Reading } from './reading.ts';
import type { SlowReading } from './slow-readers.ts';
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

  /** Opens documents for people who come back whenever they lose their connection. */
  async hold(protocol: ProtocolName, seats: readonly Seat[]): Promise<void> {
    await this.#ask({ type: 'hold', protocol, seats }, 'held');
  }

  /** Resolves when all of them have lost it and are back, with when the first and the last were. */
  untilBack(): Promise<{ first: number; last: number }> {
    return this.#ask({ type: 'until-back' }, 'back');
  }

  async letGo(): Promise<void> {
    await this.#ask({ type: 'let-go' }, 'let-go');
  }

  async openSlow(protocol: ProtocolName, writers: readonly Seat[], readers: readonly Seat[]): Promise<void> {
    await this.#ask({ type: 'open-slow', protocol, writers, readers }, 'opened-slow');
  }

  writeSlow(bytes: number, stopsReading: boolean): Promise<SlowReading> {
    return this.#ask({ type: 'write-slow', bytes, stopsReading }, 'written-slow');
  }

  async closeSlow(): Promise<void> {
    await this.#ask({ type: 'close-slow' }, 'closed-slow');
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
