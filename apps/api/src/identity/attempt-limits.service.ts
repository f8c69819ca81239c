import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { attemptRules, type AttemptKind, type AttemptRule, type AttemptTarget } from './attempt-rules.ts';
import { networkOf } from './network.ts';

/** Who tries: the client's address, and the account (an e-mail address or a person's id) that it is about. */
export interface Attempt {
  readonly address: string;
  readonly account?: string;
}

/**
 * Limits attempts per account, per network and per account from one network. They are kept in PostgreSQL, so that a
 * restart or a second process gives nobody new tries; addresses are kept as keyed hashes only.
 */
@Injectable()
export class AttemptLimits {
  private readonly limiters = new Map<AttemptRule, RateLimiterPostgres>();
  private readonly secret: string;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.secret = settings.secret;
    for (const [kind, rules] of Object.entries(attemptRules)) {
      for (const rule of rules) this.limiters.set(rule, this.createLimiter(kind, rule));
    }
  }

  /** Counts one attempt; throws `too-many-attempts` with the seconds to wait when it is one too many. */
  async spend(kind: AttemptKind, attempt: Attempt): Promise<void> {
    const waits: number[] = [];
    // One after the other: what the narrow limit refuses does not count for the wide ones, so a stranger who keeps
    // trying from one place cannot use up what an account may do from elsewhere.
    for (const rule of attemptRules[kind]) {
      const wait = await this.spendOne(rule, attempt);
      if (wait === 0) continue;
      waits.push(wait);
      break;
    }
    if (waits.length > 0) throw new AppError('too-many-attempts', { retryAfterSeconds: Math.max(...waits) });
  }

  /** Forgets the attempts of an account from one network, after it has shown that it is itself. */
  async forgive(kind: AttemptKind, attempt: Attempt): Promise<void> {
    const narrow = attemptRules[kind].filter((rule) => rule.by === 'account-network');
    await Promise.all(narrow.map((rule) => this.limiterOf(rule).delete(this.keyOf(rule.by, attempt))));
  }

  private async spendOne(rule: AttemptRule, attempt: Attempt): Promise<number> {
    try {
      await this.limiterOf(rule).consume(this.keyOf(rule.by, attempt));
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }

  private createLimiter(kind: string, rule: AttemptRule): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'attempt_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: `${kind}/${rule.by}/${rule.seconds}`,
      points: rule.points,
      duration: rule.seconds,
    });
  }

  private limiterOf(rule: AttemptRule): RateLimiterPostgres {
    const limiter = this.limiters.get(rule);
    if (!limiter) throw new Error('An attempt rule without a limiter');
    return limiter;
  }

  private keyOf(by: AttemptTarget, { address, account = '' }: Attempt): string {
    const parts = {
      account: [account],
      network: [networkOf(address)],
      'account-network': [account, networkOf(address)],
    };
    return createHmac('sha256', this.secret).update(JSON.stringify(parts[by])).digest('base64url');
  }
}
