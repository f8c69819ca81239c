import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { OrganisationEndsService } from './organisation-ends.service.ts';
import { OrganisationReferences } from './organisation-references.service.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { OrganisationsService } from './organisations.service.ts';

/** Organisations. Offers `OrganisationsService`, and `OrganisationReferences` to features that refer to them. */
@Module({
  imports: [AuditModule],
  controllers: [OrganisationsController],
  providers: [OrganisationEndsService, OrganisationReferences, OrganisationsService, OrganisationsRepository],
  exports: [OrganisationReferences, OrganisationsService],
})
export class OrganisationsModule {}
