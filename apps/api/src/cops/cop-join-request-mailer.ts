import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Links } from '../identity/links.ts';
import { PeopleService } from '../identity/people.service.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { OutboxService } from '../outbox/outbox.service.ts';
import { CopMembersRepository } from './cop-members.repository.ts';

interface NamedCop {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Tells facilitators that they are asked something, and by mail, in their language, those who asked what was decided. */
@Injectable()
export class CopJoinRequestMailer {
  constructor(
    private readonly members: CopMembersRepository,
    private readonly people: PeopleService,
    private readonly outbox: OutboxService,
    private readonly links: Links,
    private readonly notifications: NotificationsService,
  ) {}

  async tellFacilitators(tx: EntityManager, copId: string, personId: string): Promise<void> {
    const facilitators = await this.members.listFacilitators(tx, copId);
    const recipients = facilitators.map((facilitator) => facilitator.personId);
    await this.notifications.tell(tx, {
      kind: 'join-request',
      actor: { personId },
      recipients,
      about: { copId },
    });
  }

  /** No request waits any more. */
  async settle(tx: EntityManager, copId: string): Promise<void> {
    await this.notifications.settle(tx, 'join-request', { copId });
  }

  async tellDecision(
    tx: EntityManager,
    cop: NamedCop,
    personId: string,
    decision: 'accept' | 'decline',
  ): Promise<void> {
    const person = await this.people.findById(personId, tx);
    if (!person || person.isDisabled) return;
    const { email: to, language, name } = person;
    if (decision === 'decline') {
      await this.outbox.send(tx, {
        to,
        language,
        template: 'join-request-declined',
        data: { name, copName: cop.name },
      });
    } else {
      await this.tellWelcome(tx, cop, { to, language, name });
    }
  }

  async tellWelcome(
    tx: EntityManager,
    cop: NamedCop,
    { to, language, name }: { to: string; language: 'nl' | 'en'; name: string },
  ): Promise<void> {
    const data = { name, copName: cop.name, link: this.links.page(`/cops/${cop.slug}`) };
    await this.outbox.send(tx, { to, language, template: 'join-request-accepted', data });
  }
}
