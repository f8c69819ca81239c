import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { CopAccess } from './cop-access.ts';
import { CopInvitesRepository } from './cop-invites.repository.ts';
import { CopMembersController } from './cop-members.controller.ts';
import { CopMembersRepository } from './cop-members.repository.ts';
import { CopMembersService } from './cop-members.service.ts';
import { CopsRepository } from './cops.repository.ts';

/** The door to CoPs, and who is in them: what the ways into a CoP are built on. */
@Module({
  imports: [AuditModule, DocumentsModule],
  controllers: [CopMembersController],
  providers: [CopAccess, CopInvitesRepository, CopMembersRepository, CopMembersService, CopsRepository],
  exports: [CopAccess, CopInvitesRepository, CopMembersRepository, CopMembersService, CopsRepository],
})
export class CopMembersModule {}
