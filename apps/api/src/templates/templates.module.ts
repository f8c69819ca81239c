import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { NoteBeginningsService } from './note-beginnings.service.ts';
import { TemplateAccess } from './template-access.ts';
import { TemplatesController } from './templates.controller.ts';
import { TemplatesRepository } from './templates.repository.ts';
import { TemplatesService } from './templates.service.ts';

/** Templates of cases. Offers `NoteBeginningsService`. */
@Module({
  imports: [AuditModule, CopsModule, IdentityModule],
  controllers: [TemplatesController],
  providers: [NoteBeginningsService, TemplateAccess, TemplatesRepository, TemplatesService],
  exports: [NoteBeginningsService],
})
export class TemplatesModule {}
