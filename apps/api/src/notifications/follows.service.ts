import { Injectable } from '@nestjs/common';
import type { Follow, FollowTarget } from '@kring/contracts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { FollowsRepository } from './follows.repository.ts';

/** What people follow. Whoever calls has opened the object by its door. */
@Injectable()
export class FollowsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly follows: FollowsRepository,
  ) {}

  async set(
    actor: Actor,
    target: FollowTarget,
    id: string,
    isFollowing: boolean,
  ): Promise<{ isFollowing: boolean }> {
    await this.transactions.run((tx) => this.follows.set(tx, actor.personId, { target, id, isFollowing }));
    return { isFollowing };
  }

  /** As far as they may see it now, newest first. */
  async list({ principal }: Actor): Promise<Follow[]> {
    if (principal.kind !== 'person') return [];
    return this.follows.list(principal);
  }
}
