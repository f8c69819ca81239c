import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainEvents, type DomainEvent } from '../common/domain-events.ts';
import { errorCodeOf } from '../common/error-code.ts';

const tries = 3;
const serializationFailure = '40001';
const deadlock = '40P01';

/** Runs a use case in one transaction and publishes its events once that has committed. */
@Injectable()
export class TransactionRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {}

  /** `work` may run again after a deadlock, so it touches nothing but the database; it calls `after` for events. */
  async run<T>(work: (tx: EntityManager, after: (event: DomainEvent) => void) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const pending: DomainEvent[] = [];
      try {
        const result = await this.dataSource.transaction((tx) => work(tx, (event) => pending.push(event)));
        for (const event of pending) this.events.publish(event);
        return result;
      } catch (error) {
        if (attempt === tries || !isWorthAnotherTry(error)) throw error;
        await wait(10 * attempt);
      }
    }
  }
}

/** The constraint that a write broke, by which a service tells e.g. a taken address from a taken slug. */
export function brokenConstraintOf(error: unknown): string | undefined {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return typeof constraint === 'string' ? constraint : undefined;
}

function isWorthAnotherTry(error: unknown): boolean {
  const state = errorCodeOf(error);
  return state === serializationFailure || state === deadlock;
}
