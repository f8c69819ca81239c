import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { TellingModule } from '../notifications/telling.module.ts';
import { CopFoundersService } from './cop-founders.service.ts';
import { CopInviteAcceptanceService } from './cop-invite-acceptance.service.ts';
import { CopInviteAdmission } from './cop-invite-admission.ts';
import { CopInviteMailer } from './cop-invite-mailer.ts';
import { CopInvitesController } from './cop-invites.controller.ts';
import { CopInvitesService } from './cop-invites.service.ts';
import { CopJoinRequestMailer } from './cop-join-request-mailer.ts';
import { CopJoinRequestsController } from './cop-join-requests.controller.ts';
import { CopJoinRequestsRepository } from './cop-join-requests.repository.ts';
import { CopJoinRequestsService } from './cop-join-requests.service.ts';
import { CopMembersModule } from './cop-members.module.ts';
import { CopsController } from './cops.controller.ts';
import { CopsService } from './cops.service.ts';

/** Communities of practice: charter, members, invites, join requests. */
@Module({
  imports: [AuditModule, CopMembersModule, IdentityModule, OrganisationsModule, OutboxModule, TellingModule],
  controllers: [CopsController, CopInvitesController, CopJoinRequestsController],
  providers: [
    CopFoundersService,
    CopInviteAcceptanceService,
    CopInviteAdmission,
    CopInviteMailer,
    CopInvitesService,
    CopJoinRequestMailer,
    CopJoinRequestsRepository,
    CopJoinRequestsService,
    CopsService,
  ],
  exports: [CopMembersModule, CopJoinRequestsService, CopsService],
})
export class CopsModule {}
