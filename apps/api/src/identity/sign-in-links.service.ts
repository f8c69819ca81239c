import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { MailLinks } from '../outbox/mail-links.service.ts';
import { OutboxService } from '../outbox/outbox.service.ts';
import { AttemptLimits } from './attempt-limits.service.ts';
import { inConstantTime } from './constant-time.ts';
import { Links } from './links.ts';
import { PeopleService, type KnownPerson } from './people.service.ts';
import { newSecretToken } from './secret-token.ts';
import { SignInTokensRepository } from './sign-in-tokens.repository.ts';

const linkMinutes = 30;

/** Sends people the links with which they sign in or choose a new password. */
@Injectable()
export class SignInLinksService implements OnModuleInit {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleService,
    private readonly tokens: SignInTokensRepository,
    private readonly outbox: OutboxService,
    private readonly limits: AttemptLimits,
    private readonly links: Links,
    private readonly mailLinks: MailLinks,
  ) {}

  onModuleInit(): void {
    const findUnused = (hashes: readonly Buffer[], tx?: EntityManager) => this.tokens.findUnused(hashes, tx);
    this.mailLinks.checkWith('sign-in-link', findUnused);
    this.mailLinks.checkWith('password-reset', findUnused);
  }

  /** Mails a sign-in link, if the address is known; tells nobody whether it is. */
  async mailSignInLink(email: string, next: string | undefined, origin: RequestOrigin): Promise<void> {
    await this.limits.spend('sign-in-link', { address: origin.address, account: email });
    await this.mailIfKnown(email, async (tx, person) => {
      const token = newSecretToken();
      const signIn = { token, personId: person.id, purpose: 'sign-in', minutes: linkMinutes, next } as const;
      await this.tokens.insert(tx, signIn);
      await this.outbox.send(tx, {
        to: person.email,
        language: person.language,
        template: 'sign-in-link',
        data: { name: person.name, link: this.links.signIn(token), minutes: linkMinutes },
      });
    });
  }

  /** Mails a link to choose a new password, if the address is known; tells nobody whether it is. */
  async mailPasswordReset(email: string, origin: RequestOrigin): Promise<void> {
    await this.limits.spend('password-reset', { address: origin.address, account: email });
    await this.mailIfKnown(email, async (tx, person) => {
      const token = newSecretToken();
      const reset = { token, personId: person.id, purpose: 'password-reset', minutes: linkMinutes } as const;
      await this.tokens.insert(tx, reset);
      await this.outbox.send(tx, {
        to: person.email,
        language: person.language,
        template: 'password-reset',
        data: { name: person.name, link: this.links.resetPassword(token), minutes: linkMinutes },
      });
    });
  }

  /** A sign-in link that is handed over in another way than by mail, such as printed at the start of a demo. */
  async createSignInLink(personId: string, minutes: number): Promise<string> {
    const token = newSecretToken();
    await this.transactions.run((tx) =>
      this.tokens.insert(tx, { token, personId, purpose: 'sign-in', minutes }),
    );
    return this.links.signIn(token);
  }

  private async mailIfKnown(
    email: string,
    mail: (tx: EntityManager, person: KnownPerson) => Promise<void>,
  ): Promise<void> {
    await inConstantTime(() =>
      this.transactions.run(async (tx) => {
        const person = await this.people.findByEmail(email, tx);
        if (person && !person.isDisabled) await mail(tx, person);
      }),
    );
  }
}
