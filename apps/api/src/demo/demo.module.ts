import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { FollowingModule } from '../following/following.module.ts';
import { HistoryModule } from '../history/history.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { DemoCopLifeModule } from './demo-cop-life.module.ts';
import { DemoLoader } from './demo-loader.ts';
import { DemoNoteLoader } from './demo-note-loader.ts';
import { DemoPasts } from './demo-pasts.ts';
import { DemoService } from './demo.service.ts';

/** The demo programme, for an empty database only. Offers `DemoService`. */
@Module({
  imports: [
    OrganisationsModule,
    IdentityModule,
    CopsModule,
    CasesModule,
    CommentsModule,
    DemoCopLifeModule,
    NotesModule,
    DocumentsModule,
    FollowingModule,
    HistoryModule,
  ],
  providers: [DemoLoader, DemoNoteLoader, DemoPasts, DemoService],
  exports: [DemoService],
})
export class DemoModule {}
