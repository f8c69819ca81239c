import { Injectable } from '@nestjs/common';
import type { endpoints, EndpointInput, Language, Me } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { PlatformService } from '../platform/platform.service.ts';
import type { Actor } from './actor.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService, toPersonError } from './people.service.ts';

type ProfileChanges = EndpointInput<typeof endpoints.updateMe>['body'];

/** The own profile. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleRepository,
    private readonly profiles: PeopleService,
    private readonly platform: PlatformService,
  ) {}

  get(actor: Actor): Promise<Me> {
    return this.profiles.getMe(actor.personId);
  }

  async update(actor: Actor, changes: ProfileChanges): Promise<Me> {
    return this.transactions.run(async (tx, after) => {
      await this.requireOffered(tx, actor, changes.language);
      try {
        await this.people.update(tx, actor.personId, changes);
      } catch (error) {
        throw toPersonError(error);
      }
      after({ type: 'person-changed', personId: actor.personId });
      return this.profiles.getMe(actor.personId, tx);
    });
  }

  /** Whoever has a language that is no longer offered can keep it. */
  private async requireOffered(tx: EntityManager, actor: Actor, language?: Language): Promise<void> {
    if (language === undefined) return;
    const { languages } = await this.platform.current(tx);
    if (languages.includes(language)) return;
    if ((await this.profiles.getMe(actor.personId, tx)).language === language) return;
    throw new AppError('invalid-input', { errors: [{ path: 'language', code: 'not-offered' }] });
  }
}
