import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { LearningAgendaController } from './learning-agenda.controller.ts';
import { LearningAgendaService } from './learning-agenda.service.ts';
import { LearningQuestionAccess } from './learning-question-access.ts';
import { LearningQuestionLinksService } from './learning-question-links.service.ts';
import { LearningQuestionStatesService } from './learning-question-states.service.ts';
import { LearningQuestionsRepository } from './learning-questions.repository.ts';

/** Learning questions of CoPs. Offers `LearningAgendaService` and `LearningQuestionLinksService`. */
@Module({
  imports: [AuditModule, CasesModule, CopsModule],
  controllers: [LearningAgendaController],
  providers: [
    LearningAgendaService,
    LearningQuestionAccess,
    LearningQuestionLinksService,
    LearningQuestionStatesService,
    LearningQuestionsRepository,
  ],
  exports: [LearningAgendaService, LearningQuestionLinksService],
})
export class LearningAgendaModule {}
