import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { PeopleModule } from '../identity/people.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { SearchModule } from '../search/search.module.ts';
import { KeptTexts } from './kept-texts.ts';
import { RedactionRepository } from './redaction.repository.ts';
import { RedactionsController } from './redactions.controller.ts';
import { RedactionsService } from './redactions.service.ts';

/** Words that must go from a note for good. */
@Module({
  imports: [AuditModule, DocumentsModule, NotesModule, PeopleModule, SearchModule],
  controllers: [RedactionsController],
  providers: [KeptTexts, RedactionRepository, RedactionsService],
})
export class RedactionModule {}
