import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { CommentAccess } from './comment-access.ts';
import { CommentNews } from './comment-news.service.ts';
import { CommentRecorder } from './comment-recorder.ts';
import { CommentSweeper } from './comment-sweeper.service.ts';
import { CommentTexts } from './comment-texts.ts';
import { CommentThreadsController } from './comment-threads.controller.ts';
import { CommentThreadsRepository } from './comment-threads.repository.ts';
import { CommentThreadsService } from './comment-threads.service.ts';
import { CommentsController } from './comments.controller.ts';
import { CommentsRepository } from './comments.repository.ts';
import { CommentsService } from './comments.service.ts';
import { MentionsService } from './mentions.service.ts';

/** Threads beside the text of notes. Offers `CommentThreadsService` and `CommentsService`. */
@Module({
  imports: [AuditModule, NotesModule, NotificationsModule],
  controllers: [CommentThreadsController, CommentsController],
  providers: [
    CommentAccess,
    CommentNews,
    CommentRecorder,
    CommentSweeper,
    CommentTexts,
    CommentThreadsRepository,
    CommentThreadsService,
    CommentsRepository,
    CommentsService,
    MentionsService,
  ],
  exports: [CommentThreadsService, CommentsService],
})
export class CommentsModule {}
