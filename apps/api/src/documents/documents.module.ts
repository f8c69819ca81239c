import { Module } from '@nestjs/common';
import { DocumentsService } from './documents.service.ts';
import { NoteReader } from './note-reader.ts';
import { SettledTexts } from './settled-texts.service.ts';
import { SettlingRepository } from './settling.repository.ts';
import { SettlingService } from './settling.service.ts';

/** Live texts, whatever they belong to. Offers `DocumentsService`, and what they say at rest: `SettledTexts`. */
@Module({
  providers: [DocumentsService, NoteReader, SettledTexts, SettlingRepository, SettlingService],
  exports: [DocumentsService, SettledTexts],
})
export class DocumentsModule {}
