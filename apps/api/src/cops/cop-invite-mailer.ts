import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CopRole, Language } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import type { Actor } from '../identity/actor.ts';
import { Links } from '../identity/links.ts';
import { PeopleService } from '../identity/people.service.ts';
import { hashToken, newSecretToken } from '../identity/secret-token.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { MailLinks } from '../outbox/mail-links.service.ts';
import { OutboxService } from '../outbox/outbox.service.ts';
import { CopInvitesRepository, type OpenInviteRow } from './cop-invites.repository.ts';

interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly role: CopRole;
  readonly language: Language;
}

const daysOpen = 7;

/** Writes an invite, its mail and its audit record together. The token stands in the mail and nowhere else. */
@Injectable()
export class CopInviteMailer implements OnModuleInit {
  constructor(
    private readonly invites: CopInvitesRepository,
    private readonly people: PeopleService,
    private readonly outbox: OutboxService,
    private readonly links: Links,
    private readonly audit: AuditService,
    private readonly notifications: NotificationsService,
    private readonly mailLinks: MailLinks,
  ) {}

  onModuleInit(): void {
    this.mailLinks.checkWith('cop-invite', (hashes, tx) => this.invites.findUnused(hashes, tx));
  }

  /** Takes the place of an open invite to the same address. The CoP must be locked. */
  async send(
    tx: EntityManager,
    actor: Actor,
    cop: { readonly id: string; readonly name: string },
    invitation: Invitation,
    origin: RequestOrigin,
  ): Promise<OpenInviteRow> {
    const { email, name, role, language } = invitation;
    await this.invites.revokeSentTo(tx, cop.id, email);
    const token = newSecretToken();
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + daysOpen * 24 * 60 * 60 * 1000);
    const invite = { id: uuidv7(), email, name, role, createdAt, expiresAt };
    await this.invites.insert(tx, {
      ...invite,
      copId: cop.id,
      language,
      tokenHash: hashToken(token),
      invitedById: actor.personId,
    });
    const invitedBy = (await this.people.findById(actor.personId, tx))?.name ?? '';
    await this.outbox.send(tx, {
      to: email,
      language,
      template: 'cop-invite',
      data: { name, copName: cop.name, invitedBy, role, link: this.links.invite(token), days: daysOpen },
    });
    await this.record(tx, actor, 'cop.invite', invite.id, origin);
    return { ...invite, invitedBy };
  }

  async tellInviter(
    tx: EntityManager,
    { copId, invitedById }: { readonly copId: string; readonly invitedById: string },
    personId: string,
  ): Promise<void> {
    const recipients = [invitedById];
    await this.notifications.tell(tx, {
      kind: 'invite-accepted',
      actor: { personId },
      recipients,
      about: { copId },
    });
  }

  async record(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    action: string,
    inviteId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'cop-invite',
      objectId: inviteId,
      result: 'done',
      origin,
    });
  }
}
