import { Module, type DynamicModule } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import { CollabModule } from './collab/collab.module.ts';
import { CommentsModule } from './comments/comments.module.ts';
import { CommonModule } from './common/common.module.ts';
import { LoggingModule } from './common/logging.module.ts';
import { ConfigModule } from './config/config.module.ts';
import type { Settings } from './config/settings.ts';
import { CopsModule } from './cops/cops.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { EffectsModule } from './effects/effects.module.ts';
import { FollowingModule } from './following/following.module.ts';
import { HealthModule } from './health/health.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { HomeModule } from './home/home.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { LearningAgendaModule } from './learning-agenda/learning-agenda.module.ts';
import { LibraryModule } from './library/library.module.ts';
import { NotesModule } from './notes/notes.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { OpenApiModule } from './openapi/openapi.module.ts';
import { OrganisationsModule } from './organisations/organisations.module.ts';
import { OutboxModule } from './outbox/outbox.module.ts';
import { AdministrationModule } from './administration/administration.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { DirectoryModule } from './directory/directory.module.ts';
import { RedactionModule } from './redaction/redaction.module.ts';
import { SearchModule } from './search/search.module.ts';
import { TemplatesModule } from './templates/templates.module.ts';
import { TimelineModule } from './timeline/timeline.module.ts';

/** The whole of Kring's server: this list is its table of contents. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        LoggingModule.with(settings),
        DatabaseModule,
        CommonModule,
        HealthModule,
        AuditModule,
        PlatformModule,
        OutboxModule,
        AdministrationModule,
        IdentityModule,
        OrganisationsModule,
        CopsModule,
        NotificationsModule,
        TemplatesModule,
        NotesModule,
        AttachmentsModule,
        HistoryModule,
        RedactionModule,
        CasesModule,
        EffectsModule,
        CommentsModule,
        FollowingModule,
        LearningAgendaModule,
        LibraryModule,
        TimelineModule,
        HomeModule,
        DirectoryModule,
        SearchModule,
        DemoModule,
        CollabModule,
        OpenApiModule,
      ],
    };
  }
}
