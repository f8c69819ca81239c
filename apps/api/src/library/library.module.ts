import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { LibraryAccess } from './library-access.ts';
import { LibraryHousekeeping } from './library-housekeeping.ts';
import { LibraryController } from './library.controller.ts';
import { LibraryRepository } from './library.repository.ts';
import { LibraryService } from './library.service.ts';

/** Files and links of CoPs. Offers `LibraryService`. */
@Module({
  imports: [AttachmentsModule, AuditModule, CopsModule],
  controllers: [LibraryController],
  providers: [LibraryAccess, LibraryHousekeeping, LibraryRepository, LibraryService],
  exports: [LibraryService],
})
export class LibraryModule {}
