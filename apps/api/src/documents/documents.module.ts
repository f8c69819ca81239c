import { Module } from '@nestjs/common';
import { DocumentRedaction } from './document-redaction.service.ts';
import { DocumentsService } from './documents.service.ts';
import { NoteThread } from './note-thread.ts';
import { SettledTexts } from './settled-texts.service.ts';
import { SettlingRepository } from './settling.repository.ts';
import { SettlingService } from './settling.service.ts';

/**
 * Live texts, whatever they belong to. Offers `DocumentsService`, what they say at rest (`SettledTexts`), and to take
 * words out of them for good.
 */
@Module({
  providers: [
    DocumentRedaction,
    DocumentsService,
    NoteThread,
    SettledTexts,
    SettlingRepository,
    SettlingService,
  ],
  exports: [DocumentRedaction, DocumentsService, SettledTexts],
})
export class DocumentsModule {}
