import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { TemplatesModule } from '../templates/templates.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { CaseAccess } from './case-access.ts';
import { CaseActivity } from './case-activity.service.ts';
import { CaseFacetsRepository } from './case-facets.repository.ts';
import { CaseFacetsService } from './case-facets.service.ts';
import { CaseNotesService } from './case-notes.service.ts';
import { CaseRecorder } from './case-recorder.ts';
import { CaseStatesService } from './case-states.service.ts';
import { CasesController } from './cases.controller.ts';
import { CasesRepository } from './cases.repository.ts';
import { CasesService } from './cases.service.ts';

/** Cases of CoPs: question, holder, visibility, status. Offers `CasesService` and the door `CaseAccess`. */
@Module({
  imports: [
    AuditModule,
    CopsModule,
    DocumentsModule,
    IdentityModule,
    NotesModule,
    NotificationsModule,
    TemplatesModule,
  ],
  controllers: [CasesController],
  providers: [
    CaseAccess,
    CaseActivity,
    CaseFacetsRepository,
    CaseFacetsService,
    CaseNotesService,
    CaseRecorder,
    CaseStatesService,
    CasesRepository,
    CasesService,
  ],
  exports: [CaseAccess, CasesService],
})
export class CasesModule {}
