import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { TellingModule } from '../notifications/telling.module.ts';
import { AutomaticVersions } from './automatic-versions.service.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryRepository } from './history.repository.ts';
import { NoteTexts } from './note-texts.service.ts';
import { PastVersions } from './past-versions.service.ts';
import { VersionKeeper } from './version-keeper.ts';
import { VersionUpkeepRepository } from './version-upkeep.repository.ts';
import { VersionsService } from './versions.service.ts';
import { VisitsRepository } from './visits.repository.ts';
import { VisitsService } from './visits.service.ts';

/** What notes said before: versions, visits, and who wrote what. Offers `PastVersions`. */
@Module({
  imports: [AuditModule, DocumentsModule, NotesModule, TellingModule],
  controllers: [HistoryController],
  providers: [
    AutomaticVersions,
    HistoryRepository,
    NoteTexts,
    PastVersions,
    VersionKeeper,
    VersionUpkeepRepository,
    VersionsService,
    VisitsRepository,
    VisitsService,
  ],
  exports: [PastVersions],
})
export class HistoryModule {}
