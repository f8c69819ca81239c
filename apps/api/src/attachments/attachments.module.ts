import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { AttachmentHousekeeping } from './attachment-housekeeping.ts';
import { AttachmentUsesRepository } from './attachment-uses.repository.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { AttachmentsRepository } from './attachments.repository.ts';
import { AttachmentsService } from './attachments.service.ts';
import { ImagesModule } from './images.module.ts';
import { UploadCheck } from './upload-check.service.ts';

/** Images and files of notes. Offers `UploadCheck`. */
@Module({
  imports: [AuditModule, ImagesModule, NotesModule],
  controllers: [AttachmentsController],
  providers: [
    AttachmentHousekeeping,
    AttachmentUsesRepository,
    AttachmentsRepository,
    AttachmentsService,
    UploadCheck,
  ],
  exports: [UploadCheck],
})
export class AttachmentsModule {}
