import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { MentionablesRepository } from './mentionables.repository.ts';
import { MentionablesService } from './mentionables.service.ts';
import { NoteAccess } from './note-access.ts';
import { NoteExportService } from './note-export.service.ts';
import { NotesController } from './notes.controller.ts';
import { NotesRepository } from './notes.repository.ts';
import { NotesService } from './notes.service.ts';

/** Notes of cases, without their text. Offers `NotesService` and the door `NoteAccess`. */
@Module({
  imports: [AuditModule, DocumentsModule],
  controllers: [NotesController],
  providers: [
    NoteExportService,
    MentionablesRepository,
    MentionablesService,
    NoteAccess,
    NotesRepository,
    NotesService,
  ],
  exports: [NoteAccess, NotesService],
})
export class NotesModule {}
