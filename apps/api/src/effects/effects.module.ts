import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LearningAgendaModule } from '../learning-agenda/learning-agenda.module.ts';
import { TellingModule } from '../notifications/telling.module.ts';
import { EffectAccess } from './effect-access.ts';
import { EffectImportService } from './effect-import.service.ts';
import { EffectNews } from './effect-news.ts';
import { EffectProposalsService } from './effect-proposals.service.ts';
import { EffectRecorder } from './effect-recorder.ts';
import { EffectRoundsService } from './effect-rounds.service.ts';
import { EffectTalkController } from './effect-talk.controller.ts';
import { EffectTalkService } from './effect-talk.service.ts';
import { EffectsController } from './effects.controller.ts';
import { EffectsReader } from './effects-reader.ts';
import { EffectsStoreModule } from './effects-store.module.ts';
import { EffectsService } from './effects.service.ts';

/** The effect matrix of a case: options, private rounds, what was agreed. Offers `EffectsService` and `EffectImportService`. */
@Module({
  imports: [
    AuditModule,
    CasesModule,
    CopsModule,
    EffectsStoreModule,
    IdentityModule,
    LearningAgendaModule,
    TellingModule,
  ],
  controllers: [EffectsController, EffectTalkController],
  providers: [
    EffectAccess,
    EffectImportService,
    EffectNews,
    EffectProposalsService,
    EffectRecorder,
    EffectRoundsService,
    EffectTalkService,
    EffectsReader,
    EffectsService,
  ],
  exports: [EffectImportService, EffectsService],
})
export class EffectsModule {}
