import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { FollowingController } from './following.controller.ts';
import { MentionsService } from './mentions.service.ts';
import { NoteNewsRepository } from './note-news.repository.ts';
import { NoteNews } from './note-news.service.ts';
import { SectionOwnersController } from './section-owners.controller.ts';
import { SectionOwnersService } from './section-owners.service.ts';
import { SignNews } from './sign-news.service.ts';

/** Following, visiting and mentioning: where notifications meet CoPs, cases and notes. Offers `NoteNews`. */
@Module({
  imports: [CasesModule, CopsModule, DocumentsModule, IdentityModule, NotesModule, NotificationsModule],
  controllers: [FollowingController, SectionOwnersController],
  providers: [MentionsService, NoteNews, NoteNewsRepository, SectionOwnersService, SignNews],
  exports: [NoteNews],
})
export class FollowingModule {}
