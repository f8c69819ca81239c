import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { OutboxService } from '../outbox/outbox.service.ts';
import { PlatformService } from '../platform/platform.service.ts';
import { Links } from './links.ts';
import { hashPassword } from './password-hash.ts';
import { PeopleRepository } from './people.repository.ts';
import type { PersonRow } from './person.mapper.ts';
import { SignInTokensRepository } from './sign-in-tokens.repository.ts';
import { isWeakPassword } from './weak-passwords.ts';

/** Gives a person a password: not a weak one, hashed, every open link of theirs void, and they are told by mail. */
@Injectable()
export class PasswordKeeper {
  constructor(
    private readonly platform: PlatformService,
    private readonly people: PeopleRepository,
    private readonly tokens: SignInTokensRepository,
    private readonly outbox: OutboxService,
    private readonly links: Links,
  ) {}

  async keep(tx: EntityManager, person: PersonRow, password: string): Promise<void> {
    const { networkName } = await this.platform.current(tx);
    if (isWeakPassword(password, { email: person.email, name: person.name, networkName })) {
      throw new AppError('password-too-weak');
    }
    await this.people.update(tx, person.id, { passwordHash: await hashPassword(password) });
    await this.tokens.deleteOfPerson(tx, person.id);
    await this.outbox.send(tx, {
      to: person.email,
      language: person.language,
      template: 'password-changed',
      data: { name: person.name, link: this.links.page('/sign-in') },
    });
  }
}
