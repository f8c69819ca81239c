import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import type { Actor } from '../identity/actor.ts';
import { PeopleService } from '../identity/people.service.ts';
import { CopInviteMailer } from './cop-invite-mailer.ts';
import { CopJoinRequestMailer } from './cop-join-request-mailer.ts';
import { CopMembersService } from './cop-members.service.ts';

interface Appointment {
  readonly actor: Actor;
  readonly cop: { readonly id: string; readonly slug: string; readonly name: string };
  readonly email: string;
  readonly origin: RequestOrigin;
}

/** Gives a new CoP its first facilitator. */
@Injectable()
export class CopFoundersService {
  constructor(
    private readonly people: PeopleService,
    private readonly members: CopMembersService,
    private readonly invites: CopInviteMailer,
    private readonly mailer: CopJoinRequestMailer,
  ) {}

  /** Somebody with an account becomes facilitator at once; anybody else is invited. Both are mailed. */
  async appoint(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    { actor, cop, email, origin }: Appointment,
  ): Promise<void> {
    const person = await this.people.findByEmail(email, tx);
    if (person && !person.isDisabled) {
      const admission = { actor, copId: cop.id, personId: person.id, role: 'facilitator' } as const;
      await this.members.admit(tx, after, admission, origin);
      await this.mailer.tellWelcome(tx, cop, { to: email, language: person.language, name: person.name });
    } else {
      const language = (await this.people.findById(actor.personId, tx))?.language ?? 'nl';
      await this.invites.send(tx, actor, cop, { email, name: '', role: 'facilitator', language }, origin);
    }
  }
}
